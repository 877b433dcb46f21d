"""What reality took: facts that still last, the promises they hit, and the conflicts that wait for a desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.ledger import Stretch, Taken, stretch, taken
from booking.rules.availability import free_stretches
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import HOLDING, LineState
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import NotFound
from models import Borrower, Conflict, Dossier, Fact, Line, Reservation
from models.reservations import reference_of


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A promise that a fact hits: the line with who waits for it, and what happened to which asset, from when until when."""

    id: int
    found_at: datetime
    kind: str
    asset: AssetCard
    starts_at: datetime
    ends_at: datetime | None
    note: str
    line_id: int
    reference: str
    number: int
    state: LineState
    promised: AssetCard
    units: int
    custody: Period
    borrower: str
    event: str
    authority: int


@dataclass(frozen=True, slots=True)
class FactView:
    """Something that happened to an asset and is not over; `ends_at` None when nobody knows until when."""

    id: int
    kind: str
    asset: AssetCard
    units: int
    starts_at: datetime
    ends_at: datetime | None
    note: str
    line_id: int | None


def lines_hit(session: Session, cards: Mapping[int, AssetCard], asset: AssetCard, period: Period, now: datetime) -> set[int]:
    """The lines with a promise where promises and facts together take more of one of the asset's leaves than there is."""
    wanted, found = stretch(session, period), set[int]()
    for leaf, rows in taken(session, period, now, list(asset.leaves)).items():
        over = list(_overfull(cards[leaf].units, rows, wanted))
        found |= {
            int(holder.removeprefix("line:"))
            for start, end, _, holder in rows
            if holder.startswith("line:") and any(start < until and since < end for since, until in over)
        }
    return found


def _overfull(capacity: int, rows: Sequence[Taken], window: Stretch) -> Iterator[Stretch]:
    """The stretches in which more is taken than there is: what lies between those in which it fits."""
    reached = window.start
    for start, end in free_stretches(capacity, rows, window, 0):
        if reached < start:
            yield Stretch(reached, start)
        reached = end
    if reached < window.end:
        yield Stretch(reached, window.end)


_conflicts = (
    select(
        Conflict.id, Conflict.found_at, Fact.kind, Fact.asset_id, Fact.starts_at, Fact.ends_at, Fact.note, Line.id.label("line_id"),
        Line.number, Line.state, Line.asset_id.label("promised"), Line.units, Line.custody_start, Line.custody_end,
        Reservation.id.label("reservation_id"), Reservation.created_at, Reservation.event, Borrower.name, Dossier.authority_id,
    )
    .join(Fact, Fact.id == Conflict.fact_id)
    .join(Line, Line.id == Conflict.line_id)
    .join(Dossier, Dossier.id == Line.dossier_id)
    .join(Reservation, Reservation.id == Line.reservation_id)
    .join(Borrower, Borrower.id == Reservation.borrower_id)
    .where(Conflict.resolution.is_(None), Line.state.in_(HOLDING))
    .order_by(Line.custody_start, Conflict.id)
)  # fmt: skip


def open_conflicts(session: Session, actor: Actor) -> list[ConflictView]:
    """The conflicts that wait for the actor's desks, the most urgent first."""
    return _views(session, Dossier.authority_id.in_(authorities_for(actor, "conflict.resolve")))


def get_conflict(session: Session, actor: Actor, conflict_id: int) -> ConflictView:
    """An open conflict of one of the actor's desks. Raises NotFound when it is another's, or no longer open."""
    mine = Dossier.authority_id.in_(authorities_for(actor, "conflict.resolve"))
    for found in _views(session, mine & (Conflict.id == conflict_id)):
        return found
    raise NotFound()


def _views(session: Session, condition: ColumnElement[bool]) -> list[ConflictView]:
    cards = catalogue(session).assets
    return [
        ConflictView(
            id=row.id,
            found_at=row.found_at,
            kind=row.kind,
            asset=cards[row.asset_id],
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            note=row.note,
            line_id=row.line_id,
            reference=reference_of(row.reservation_id, row.created_at),
            number=row.number,
            state=LineState(row.state),
            promised=cards[row.promised],
            units=row.units,
            custody=Period(row.custody_start, row.custody_end),
            borrower=row.name,
            event=row.event,
            authority=row.authority_id,
        )
        for row in session.execute(_conflicts.where(condition))
    ]


def lasting_facts(session: Session, actor: Actor, now: datetime) -> list[FactView]:
    """Facts that are not over, on assets that the actor may record facts about; newest first. What calendars of others take is not among
    them: it is known by its calendar, hundreds at a time, and ends there.
    """
    known, mine = catalogue(session), authorities_for(actor, "fact.record")
    day = local(now).date()
    lasting = (Fact.kind != OccupancyKind.IMPORTED, Fact.ended_at.is_(None), (Fact.ends_at.is_(None)) | (Fact.ends_at > now))
    found = [(fact, known.assets[fact.asset_id]) for fact in session.scalars(select(Fact).where(*lasting).order_by(Fact.id.desc()))]
    return [
        FactView(fact.id, fact.kind, asset, fact.units, fact.starts_at, fact.ends_at, fact.note, fact.line_id)
        for fact, asset in found
        if {known.owner(asset, day).id, known.depot(asset, day).authority} & mine
    ]
