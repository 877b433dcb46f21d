"""When there is room for the next inspection or maintenance, and what stands in the way where there is none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.ledger import Ledger, is_sqlite, stretch, taken
from booking.queries.maintenance.due import LoanView, due_now, loans_of
from booking.rules.availability import free_stretches
from booking.rules.calendar import Calendar
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import MAKES_ROOM, Upkeep
from booking.rules.maintenance import Due, Window, windows
from booking.rules.maintenance.due import MINUTES
from booking.rules.periods import Period, end_of, local
from models import Fact

LATE = timedelta(days=60)  # what is overdue is done as soon as there is room, within so long
FAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Room:
    """The times to propose, the best first. `short` when they leave less time to arrange than the plan asks; where there are none,
    `in_the_way` are the loans of which each alone would make room, or all of them when none would.
    """

    windows: Sequence[Window]
    until: datetime
    short: bool
    in_the_way: Sequence[LoanView]


def room_for(session: Session, asset: AssetCard, kind: Upkeep, now: datetime, holder: str = "") -> Room:
    """When an asset's upkeep of a kind may be done: before its last valid day, as late as possible so that the next counts longest; what
    is overdue, and a repair, as soon as there is room. What `holder` holds itself does not stand in its way.
    """
    known = catalogue(session)
    due = due_now(session, known, asset, kind, now)
    span, soonest = _span(due, now)
    depot = known.depot(asset, local(span.end).date())
    length = timedelta(minutes=due.plan.minutes if due else MINUTES)
    own = [f"fact:{fact}" for fact in session.scalars(select(Fact.id).where(Fact.asset_id == asset.id, Fact.kind.in_(MAKES_ROOM)))]
    rows = taken(session, span, now, list(asset.leaves), [*own, *([holder] if holder else [])])
    free = _free(session, known, asset, rows, span)
    arranged = now + timedelta(days=due.plan.lead_days if due else 0)
    if not soonest and arranged < span.end:
        found = windows(depot.calendar, free, length, Period(arranged, span.end))
        if found:
            return Room(found, span.end, False, ())
    found = windows(depot.calendar, free, length, span, soonest=soonest)
    way = [] if found else _in_the_way(session, known, asset, rows, span, length, depot.calendar, now)
    return Room(found, span.end, bool(found) and not soonest and arranged > found[0].time.start, way)


def _span(due: Due | None, now: datetime) -> tuple[Period, bool]:
    """Within which time, and whether the soonest is the best."""
    if due is None or due.overdue or due.until is None or end_of(due.until) <= now + timedelta(hours=1):
        return Period(now, now + LATE), True
    return Period(now, min(end_of(due.until), now + FAR)), False


def _free(session: Session, known: Catalogue, asset: AssetCard, rows: Ledger, span: Period, without: Collection[str] = ()) -> list[Period]:
    """The stretches in which every unit of every leaf is free."""
    wanted = stretch(session, span)
    found: list[Period] = [span]
    for leaf, each in asset.leaves.items():
        card = known.assets[leaf]
        mine = [row for row in rows.get(leaf, ()) if row[3] not in without]
        stretches = free_stretches(card.units, mine, wanted, min(each * asset.units, card.units))
        loose = [Period(_moment(session, start), _moment(session, end)) for start, end in stretches]
        found = [Period(max(a.start, b.start), min(a.end, b.end)) for a in found for b in loose if a.overlaps(b)]
    return found


def _moment(session: Session, kept: object) -> datetime:
    """A moment as the database keeps it, as we do."""
    return datetime.fromtimestamp(kept, UTC) if is_sqlite(session) else kept  # type: ignore[arg-type,return-value]


def _in_the_way(
    session: Session, known: Catalogue, asset: AssetCard, rows: Ledger, span: Period, length: timedelta, calendar: Calendar, now: datetime
) -> list[LoanView]:
    """The loans without which there would be room; each by itself where that is enough."""
    holders = {row[3] for mine in rows.values() for row in mine}
    loans = {f"line:{loan.line_id}": loan for each in loans_of(session, known, {asset.id, *asset.leaves}, now).values() for loan in each}
    standing = [holder for holder in loans if holder in holders]
    alone = [each for each in standing if windows(calendar, _free(session, known, asset, rows, span, [each]), length, span, most=1)]
    return [loans[holder] for holder in alone or standing]
