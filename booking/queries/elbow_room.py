"""What is free around the loans that ask work of a crew: somebody else's custody and work, read at once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.ledger import taken
from booking.rules.admission import Facts
from booking.rules.availability import free_periods
from booking.rules.catalogue import Catalogue
from booking.rules.crew import Crossing, LoanWork, Room
from booking.rules.crew.steps import AROUND
from booking.rules.kinds import TaskKind, TaskState
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period
from models import Line, Task

Row = tuple[datetime, datetime, int, str]
Asked = Sequence[tuple[Facts, LoanWork]]
LONGEST_WORK = timedelta(days=7)  # no piece of work of a loan spans more: so a bounded range on its start finds all that overlap
WORKED_FOR = (LineState.APPROVED, LineState.HANDED_OVER, LineState.RETURNED, LineState.CLOSED)


class Planned(NamedTuple):
    """Work of another loan of single things, with the asset that it is about."""

    kind: TaskKind
    time: Period
    holder: str


@dataclass(slots=True)
class Neighbours:
    """By leaf what others have or work at: rows of the ledger, where a loan whose work is planned counts by its custody, for its work is
    there by itself; and that work.
    """

    rows: defaultdict[int, list[Row]] = field(default_factory=lambda: defaultdict(list))
    work: defaultdict[int, list[Planned]] = field(default_factory=lambda: defaultdict(list))

    def around(self, catalogue: Catalogue, facts: Facts, work: LoanWork, ignoring: str | None) -> Room | None:
        """What is free around a custody; None where nobody is near."""
        custody, free, crossed = facts.periods.custody, work.needed, list[Crossing]()
        for leaf, each in facts.asset.leaves.items():
            others = [planned for planned in self.work[leaf] if planned.holder != ignoring]
            crossed += [Crossing(kind, time) for kind, time, _ in others if time.overlaps(custody)]
            beside = [(time.start, time.end, 1, holder) for _, time, holder in others if not time.overlaps(custody)]
            rows = [*self.rows[leaf], *beside]
            stretches = free_periods(catalogue.assets[leaf].units, rows, work.needed, each * facts.units, ignoring)
            mine = next((stretch for stretch in stretches if stretch.covers(custody)), None)
            if mine is None:  # it is taken, which is a finding of its own
                return None
            free = Period(max(free.start, mine.start), min(free.end, mine.end))
        return Room(free, tuple(dict.fromkeys(crossed))) if crossed or free != work.needed else None

    def take(self, facts: Facts, work: LoanWork, holder: str) -> None:
        """Count a line for those after it in the same request."""
        for leaf, each in facts.asset.leaves.items():
            self.rows[leaf].append((work.needed.start, work.needed.end, each * facts.units, holder))


def with_room(
    session: Session, catalogue: Catalogue, facts: Sequence[Facts], ignoring: Sequence[str | None], now: datetime,
    without: Collection[str] = (), *, together: bool = True,
) -> list[Facts]:  # fmt: skip
    """The facts of lines, each with the room that its work has, where others come near. Those that are asked `together` see the ones before
    them. At most three queries, and none where no asset asks work.
    """
    asked = [(each, each.work) for each in facts if each.work]
    if not asked:
        return [*facts]
    met = Neighbours()
    _read_work(session, catalogue, met, asked, without)
    _read_ledger(session, catalogue, met, asked, now, without)
    found = []
    for number, (each, holder) in enumerate(zip(facts, ignoring, strict=True)):
        room = met.around(catalogue, each, each.work, holder) if each.work else None
        found.append(replace(each, room=room) if room else each)
        if together and each.work:
            met.take(each, each.work, f"ask:{number}")
    return found


def _read_work(session: Session, catalogue: Catalogue, met: Neighbours, asked: Asked, without: Collection[str]) -> None:
    """Work of other loans on the same things; of bulk stock it takes other pieces."""
    leaves = {leaf for facts, _ in asked for leaf in facts.asset.leaves if catalogue.assets[leaf].units == 1}
    sharing = {card.id for card in catalogue.assets.values() if not leaves.isdisjoint(card.leaves)}
    span = _span(work for _, work in asked)
    query = select(Task.asset_id, Task.kind, Task.starts_at, Task.ends_at, Task.line_id).where(
        Task.asset_id.in_(sharing), Task.starts_at > span.start - LONGEST_WORK, Task.starts_at < span.end, Task.ends_at > span.start,
        Task.state == TaskState.PLANNED, Task.kind.in_(AROUND), Task.line_id.is_not(None),
    )  # fmt: skip
    for asset, kind, starts, ends, line in session.execute(query) if sharing else ():
        if (holder := f"line:{line}") not in without:
            for leaf in leaves & catalogue.assets[asset].leaves.keys():
                met.work[leaf].append(Planned(TaskKind(kind), Period(starts, ends), holder))


def _read_ledger(
    session: Session, catalogue: Catalogue, met: Neighbours, asked: Asked, now: datetime, without: Collection[str]
) -> None:
    """What others have, as far as work reaches beyond the time that its loan blocks: that time is free, or it is taken."""
    reaching = [(facts, work) for facts, work in asked if not facts.periods.blocked.covers(work.needed)]
    if not reaching:
        return
    leaves = {leaf for facts, _ in reaching for leaf in facts.asset.leaves}
    found = taken(session, _span(work for _, work in reaching), now, leaves, without)
    custody = _custody(session, {holder for rows in found.values() for *_, holder in rows})
    for leaf, rows in found.items():
        known = custody if catalogue.assets[leaf].units == 1 else {}
        for starts, ends, units, holder in rows:
            time = Period(_moment(starts), _moment(ends))
            mine = known.get(holder)
            if mine and mine.overlaps(time):  # else it is a change that waits beside the loan
                time = Period(max(mine.start, time.start), min(mine.end, time.end))
            met.rows[leaf].append((time.start, time.end, units, holder))


def _custody(session: Session, holders: Iterable[str]) -> dict[str, Period]:
    """The custody of the loans among these holders whose work is planned."""
    lines = [int(holder.removeprefix("line:")) for holder in holders if holder.startswith("line:")]
    query = select(Line.id, Line.custody_start, Line.custody_end).where(Line.id.in_(lines), Line.state.in_(WORKED_FOR))
    return {f"line:{line}": Period(start, end) for line, start, end in (session.execute(query) if lines else ())}


def _span(works: Iterable[LoanWork]) -> Period:
    needed = [work.needed for work in works]
    return Period(min(period.start for period in needed), max(period.end for period in needed))


def _moment(kept: Any) -> datetime:
    """A moment as the ledger's rows hold it."""
    return kept if isinstance(kept, datetime) else datetime.fromtimestamp(kept, UTC)
