"""What calendars of others take of an asset, as facts: many at a time, and each promise that one hits waits for its desk."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import OccupancyKind
from booking.rules.periods import Period
from booking.services import ledger
from booking.services.incidents.placing import hit_by, meet, recheck
from booking.services.rows import add_all
from models import LONGEST_PIECE, Fact, Occupancy


def record_imports(
    session: Session, known: Catalogue, asset: AssetCard, periods: Sequence[Period], note: str, now: datetime, quiet: set[int]
) -> list[int]:
    """All units of an asset are taken in each of these periods, whatever was promised; returns the facts' ids in that order.

    The leaves of the asset are locked. Desk and borrower of each line newly hit are told, but for the lines in `quiet`; they join it.
    """
    facts = [
        Fact(
            asset_id=asset.id, kind=OccupancyKind.IMPORTED, units=asset.units, starts_at=each.start, ends_at=each.end, recorded_at=now,
            note=note,
        )
        for each in periods
    ]  # fmt: skip
    session.add_all(facts)
    session.flush()
    _take(session, known, asset, facts, now, quiet)
    return [fact.id for fact in facts]


def move_imports(
    session: Session, known: Catalogue, asset: AssetCard, moved: Mapping[int, Period], now: datetime, quiet: set[int]
) -> None:  # fmt: skip
    """Facts of `record_imports` have other periods now; conflicts that are no longer true are gone. As `record_imports`."""
    facts = _facts(session, moved)
    for fact in facts:
        ledger.release(session, f"fact:{fact.id}")
        fact.starts_at, fact.ends_at, fact.recorded_at = moved[fact.id].start, moved[fact.id].end, now
    session.flush()
    _take(session, known, asset, facts, now, quiet)
    recheck(session, known, asset.leaves.keys(), now)


def end_imports(session: Session, known: Catalogue, asset: AssetCard, ended: Collection[int], now: datetime) -> None:
    """Facts of `record_imports` no longer hold: what they took from now on is free, conflicts that fit again are gone. As above."""
    for fact in _facts(session, ended):
        if fact.ended_at is None and fact.ends_at is not None:
            ledger.release(session, f"fact:{fact.id}", now if fact.starts_at < now else None)
            fact.ends_at, fact.ended_at = max(fact.starts_at, min(now, fact.ends_at)), now
    session.flush()
    recheck(session, known, asset.leaves.keys(), now)


def _facts(session: Session, ids: Collection[int]) -> list[Fact]:
    query = select(Fact).where(Fact.id.in_(ids)).order_by(Fact.id)
    return list(session.scalars(query.execution_options(populate_existing=True)))


def _take(session: Session, known: Catalogue, asset: AssetCard, facts: Sequence[Fact], now: datetime, quiet: set[int]) -> None:
    """Write what they take, and look at the promises of those few that lie over one."""
    taken = {fact: Period(fact.starts_at, fact.ends_at or fact.starts_at) for fact in facts}
    rows = [
        row
        for fact, period in taken.items()
        for row in ledger.rows_of(asset.leaves, fact.units, period, OccupancyKind.IMPORTED, f"fact:{fact.id}")
    ]
    add_all(session, Occupancy, rows)
    promised = _promised(session, asset, list(taken.values()))
    for fact, period in taken.items():
        if any(period.overlaps(each) for each in promised) and (hit := hit_by(session, known, fact, now)):
            quiet.update(meet(session, known, fact, hit, now, quiet))


def _promised(session: Session, asset: AssetCard, periods: Sequence[Period]) -> list[Period]:
    """What is promised of an asset's leaves somewhere between the first and the last of these periods."""
    if not periods:
        return []
    first, last = min(each.start for each in periods), max(each.end for each in periods)
    between = (Occupancy.starts_at > first - LONGEST_PIECE, Occupancy.starts_at < last, Occupancy.ends_at > first)
    query = select(Occupancy.starts_at, Occupancy.ends_at).where(Occupancy.asset_id.in_([*asset.leaves]), Occupancy.promise, *between)
    return [Period(start, end) for start, end in session.execute(query)]
