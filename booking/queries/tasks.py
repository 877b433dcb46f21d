"""The technical service's work: what is to be done when, where, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, DepotCard
from booking.rules.kinds import TaskKind
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period
from booking.rules.permissions import Actor, authorities_for
from models import Borrower, Depot, Line, Reservation, Task
from models.reservations import reference_of


@dataclass(frozen=True, slots=True)
class TaskView:
    """A piece of work; those of a loan name the line (reference and number) with its state, and how to reach who borrows."""

    id: int
    kind: TaskKind
    state: str
    window: Period
    place: str
    title: str
    asset: AssetCard
    depot: DepotCard
    units: int
    reference: str | None
    number: int | None
    line_state: LineState | None
    custody: Period | None
    event: str
    borrower: str
    phone: str
    email: str


_tasks = (
    select(
        Task.id, Task.kind, Task.state, Task.starts_at, Task.ends_at, Task.place, Task.title, Task.asset_id, Task.depot_id, Line.units,
        Line.number, Line.state.label("line_state"), Line.custody_start, Line.custody_end, Reservation.id.label("reservation"),
        Reservation.created_at, Reservation.event, Borrower.name, Borrower.phone, Borrower.email,
    )
    .join(Depot, Depot.id == Task.depot_id)
    .outerjoin(Line, Line.id == Task.line_id)
    .outerjoin(Reservation, Reservation.id == Line.reservation_id)
    .outerjoin(Borrower, Borrower.id == Task.borrower_id)
    .order_by(Task.starts_at, Task.id)
)  # fmt: skip


def tasks_between(session: Session, actor: Actor, span: Period, depot: int | None = None) -> list[TaskView]:
    """The work that begins in a period, planned and done, of the authorities and depots that the actor works for; of one depot if named."""
    within = and_(Task.state != "cancelled", Task.starts_at >= span.start, Task.starts_at < span.end)
    return _views(session, actor, within if depot is None else and_(within, Task.depot_id == depot))


def late_returns(session: Session, actor: Actor, now: datetime) -> list[TaskView]:
    """What should be back by `now` and is not, of the authorities and depots that the actor works for; the oldest first."""
    return _views(session, actor, and_(Task.state == "planned", Line.state == LineState.HANDED_OVER, Line.custody_end < now))


def _views(session: Session, actor: Actor, condition: ColumnElement[bool]) -> list[TaskView]:
    """Two queries whatever the number of tasks."""
    mine, known = authorities_for(actor, "tasks.read"), catalogue(session)
    scope = or_(Task.authority_id.in_(mine), Depot.authority_id.in_(mine))
    return [
        TaskView(
            id=row.id,
            kind=TaskKind(row.kind),
            state=row.state,
            window=Period(row.starts_at, row.ends_at),
            place=row.place,
            title=row.title,
            asset=known.assets[row.asset_id],
            depot=known.depots[row.depot_id],
            units=row.units or 1,
            reference=reference_of(row.reservation, row.created_at) if row.reservation else None,
            number=row.number,
            line_state=LineState(row.line_state) if row.line_state else None,
            custody=Period(row.custody_start, row.custody_end) if row.custody_start else None,
            event=row.event or "",
            borrower=row.name or "",
            phone=row.phone or "",
            email=row.email or "",
        )
        for row in session.execute(_tasks.where(scope, condition))
    ]
