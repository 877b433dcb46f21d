"""The board of the technical service: what a depot, a crew or a vehicle has to do, in three queries whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.hands import in_use
from booking.queries.planning.chosen import Wanted
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, DepotCard
from booking.rules.kinds import TaskState
from booking.rules.permissions import Actor, authorities_for
from booking.rules.planning import Scale
from booking.rules.workload import LONGEST, Piece
from models import Crew, Depot, Dossier, Line, Reservation, Task, Vehicle
from models.engine import core
from models.reservations import reference_of


class Job(NamedTuple):
    """A task on the board, its time in seconds; `done` and `begun` how far it is, `reference` the reservation that it is for, if any."""

    id: int
    kind: str
    start: int
    end: int
    minutes: int
    people: int
    done: bool
    begun: bool
    title: str
    place: str
    asset: AssetCard | None
    depot: DepotCard
    authority: int
    crew: int | None
    vehicle: int | None
    vehicle_kind: str | None
    reference: str

    @property
    def piece(self) -> Piece:
        """What it takes of a crew."""
        return Piece(self.start, self.end, self.minutes, self.people)


@dataclass(frozen=True, slots=True)
class Hand:
    """A crew or vehicle that work may be given to: `people` of a crew, `note` the number plate of a vehicle or what a crew is called at."""

    id: int
    name: str
    authority: int
    depot: DepotCard | None
    people: int = 0
    note: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class WorkRow:
    """Who or where work is: `hand` a crew or vehicle, `depot` a depot; neither for what nobody was given yet."""

    house: AuthorityCard
    jobs: Sequence[Job]
    hand: Hand | None = None
    depot: DepotCard | None = None

    @property
    def is_left(self) -> bool:
        """True for the row of what nobody was given."""
        return self.hand is None and self.depot is None

    @property
    def name(self) -> str:
        """What it is called; "" for what nobody was given."""
        return self.hand.name if self.hand else self.depot.name if self.depot else ""


def work_rows(session: Session, actor: Actor, by: str, wanted: Wanted) -> list[WorkRow]:
    """The rows of a board by `depots`, `crews` or `vehicles`: those of the actor's own authorities, with what nobody was given on a row of
    its own before them. Nothing for who does not see the work.
    """
    mine = authorities_for(actor, "tasks.read")
    if not mine:
        return []
    known = catalogue(session)
    jobs = [job for job in _jobs(session, known, mine, wanted.scale) if _is_wanted(known, job, wanted)]
    rows = _by_depot(known, mine, jobs, wanted) if by == "depots" else _by_hand(session, known, mine, jobs, by, wanted)
    shown = [row for row in rows if row.jobs or not row.is_left]
    return sorted(shown, key=lambda row: (row.house.name.casefold(), not row.is_left, row.name.casefold()))


def hands(
    session: Session, known: Catalogue, authorities: Iterable[int], by: str, day: date, busy: Collection[int] = ()
) -> list[Hand]:
    """The crews, or vehicles, of these authorities that are still there on a day, and those that are `busy` (ids) all the same, by name."""
    table = Crew if by == "crews" else Vehicle
    query = select(table).where(table.authority_id.in_(list(authorities)), in_use(table, day) | table.id.in_(busy))
    return [_hand(known, row) for row in session.scalars(query.order_by(table.name))]


def _hand(known: Catalogue, row: Crew | Vehicle) -> Hand:
    depot = known.depots[row.depot_id] if row.depot_id else None
    if isinstance(row, Crew):
        return Hand(row.id, row.name, row.authority_id, depot, row.people, row.phone)
    return Hand(row.id, row.name, row.authority_id, depot, 1, row.plate, row.kind)


def _by_depot(known: Catalogue, mine: Iterable[int], jobs: Sequence[Job], wanted: Wanted) -> list[WorkRow]:
    """The depots that the actor's authorities keep, and those elsewhere where their things are worked on now."""
    found = _grouped(jobs, lambda job: job.depot.id)
    kept = {key for key, depot in known.depots.items() if depot.authority in mine and wanted.authority in (None, depot.authority)}
    return [
        WorkRow(_house(known, known.depots[key].authority, wanted), found.get(key, ()), depot=known.depots[key])
        for key in sorted(kept | found.keys())
        if found.get(key) or not wanted.text
    ]


def _by_hand(session: Session, known: Catalogue, mine: Iterable[int], jobs: Sequence[Job], by: str, wanted: Wanted) -> list[WorkRow]:
    given: Callable[[Job], int | None] = (lambda job: job.crew) if by == "crews" else (lambda job: job.vehicle)
    found = _grouped(jobs, given)
    left = [job for job in found.get(None, ()) if not job.done and (by == "crews" or job.vehicle_kind)]
    rows = [
        WorkRow(_house(known, each.authority, wanted), found.get(each.id, ()), hand=each)
        for each in hands(session, known, mine, by, wanted.day, [key for key in found if key])
        if wanted.authority in (None, each.authority)
    ]
    unassigned = _grouped(left, lambda job: _house(known, job.depot.authority, wanted).id)
    return [*rows, *(WorkRow(known.authorities[house], each) for house, each in unassigned.items() if house is not None)]


def _house(known: Catalogue, authority: int, wanted: Wanted) -> AuthorityCard:
    return known.authorities[known.authorities[authority].house(wanted.day)]


def _grouped(jobs: Iterable[Job], key: Callable[[Job], int | None]) -> Mapping[int | None, Sequence[Job]]:
    found: defaultdict[int | None, list[Job]] = defaultdict(list)
    for job in jobs:
        found[key(job)].append(job)
    return found


def _is_wanted(known: Catalogue, job: Job, wanted: Wanted) -> bool:
    if wanted.authority is not None:
        here = {job.authority, job.depot.authority}
        if not here & {wanted.authority, *(key for key in here if known.authorities[key].house(wanted.day) == wanted.authority)}:
            return False
    if wanted.category and (job.asset is None or job.asset.category != wanted.category):
        return False
    told = f"{job.title} {job.asset.name if job.asset else ''} {job.asset.code if job.asset else ''} {job.place} {job.reference}".casefold()
    return all(word in told for word in wanted.text.casefold().split())


def _jobs(session: Session, known: Catalogue, mine: Iterable[int], scale: Scale) -> list[Job]:
    """All work within the scale that these authorities order or have in their depots, in order of time; without what is called off."""
    rows = core(session).execute(_query(mine, scale)).all()
    return [
        Job(
            task.id, task.kind, int(task.starts_at.timestamp()), int(task.ends_at.timestamp()), task.minutes, task.people,
            task.state == TaskState.DONE, task.started_at is not None, task.title, task.place, known.assets.get(task.asset_id or 0),
            known.depots[task.depot_id], task.authority_id, task.crew_id, task.vehicle_id, task.vehicle_kind,
            reference_of(task.reservation, task.asked) if task.reservation else "",
        )
        for task in rows
    ]  # fmt: skip


def _query(mine: Iterable[int], scale: Scale) -> Select[Any]:
    first, last = (datetime.fromtimestamp(moment, UTC) for moment in (scale.start, scale.end))
    ours = list(mine)
    return (
        select(
            Task.id, Task.kind, Task.starts_at, Task.ends_at, Task.minutes, Task.people, Task.state, Task.started_at, Task.title,
            Task.place, Task.asset_id, Task.depot_id, Task.authority_id, Task.crew_id, Task.vehicle_id, Task.vehicle_kind,
            Dossier.reservation_id.label("reservation"), Reservation.created_at.label("asked"),
        )
        .join(Depot, Depot.id == Task.depot_id)
        .outerjoin(Line, Line.id == Task.line_id)
        .outerjoin(Dossier, Dossier.id == Line.dossier_id)
        .outerjoin(Reservation, Reservation.id == Dossier.reservation_id)
        .where(
            Task.starts_at > first - LONGEST, Task.starts_at < last, Task.ends_at > first, Task.state != TaskState.CANCELLED,
            or_(Task.authority_id.in_(ours), Depot.authority_id.in_(ours)),
        )
        .order_by(Task.starts_at, Task.id)
    )  # fmt: skip
