"""Pieces of work as cards: one query for all that is asked, and what is missing of what goes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.today.missing import missing_of
from booking.queries.today.views import Card, Loan
from booking.rules.admission import Finding
from booking.rules.catalogue import Catalogue
from booking.rules.crew import OUT
from booking.rules.kinds import WorkPlace
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period
from booking.rules.permissions import Actor, authorities_for
from models import Borrower, Conflict, Crew, Dossier, Line, Reservation, Task, Vehicle, WorkOrder
from models.engine import core
from models.reservations import reference_of


def cards(session: Session, actor: Actor, now: datetime, *which: ColumnElement[bool]) -> list[Card]:
    """The pieces of work of the actor's authorities, and at their depots, that `which` conditions pick, by the hour."""
    rows, known = core(session).execute(_TASKS.where(of_actor(session, actor), *which)).all(), catalogue(session)
    ours, does = authorities_for(actor, "line.hand_over"), authorities_for(actor, "task.do")
    missing = missing_of(session, known, {row.line_id for row in rows if row.owner in ours and _goes(row)}, now)
    return [_card(known, row, missing.get(row.line_id, ()) if _goes(row) else (), ours, does) for row in rows]


def of_actor(session: Session, actor: Actor) -> ColumnElement[bool]:
    """That a task is of one of the actor's authorities, or at one of their depots."""
    mine = authorities_for(actor, "tasks.read")
    sheds = [depot.id for depot in catalogue(session).depots.values() if depot.authority in mine]
    return or_(Task.authority_id.in_(mine), Task.depot_id.in_(sheds))


def _goes(row: Row[Any]) -> bool:
    """True for what is still to go out."""
    return row.state == "planned" and row.kind in OUT and row.line_state == LineState.APPROVED


def _card(known: Catalogue, row: Row[Any], missing: Sequence[Finding], ours: Collection[int], does: Collection[int]) -> Card:
    loan = None
    if row.line_id:
        loan = Loan(
            reference_of(row.reservation_id, row.asked_at), row.number, LineState(row.line_state), row.units, row.event, row.borrower,
            row.beneficiary, row.phone, row.email, Period(row.custody_start, row.custody_end), row.owner in ours,
        )  # fmt: skip
    return Card(
        id=row.id,
        kind=row.kind,
        time=Period(row.starts_at, row.ends_at),
        window=Period(row.window_start, row.window_end),
        state=row.state,
        begun=row.started_at is not None,
        driven=row.place_kind == WorkPlace.SITE,
        place=row.place,
        town=row.town,
        title=row.title,
        note=row.note,
        asset=known.assets.get(row.asset_id),
        depot=known.depots[row.depot_id],
        crew=row.crew,
        vehicle=row.vehicle,
        plate=row.plate,
        order=row.order_id,
        by_hand=row.created_by_id is not None,
        does=row.authority_id in does or known.depots[row.depot_id].authority in does,
        loan=loan,
        missing=tuple(missing),
        hit=bool(row.hit) and _goes(row),
    )


_HIT = exists().where(Conflict.line_id == Line.id, Conflict.resolution.is_(None))
_TASKS = (
    select(*Task.__table__.c)
    .add_columns(Line.number, Line.state.label("line_state"), Line.units, Line.custody_start, Line.custody_end)
    .add_columns(Dossier.authority_id.label("owner"))
    .add_columns(Reservation.id.label("reservation_id"), Reservation.created_at.label("asked_at"))
    .add_columns(Reservation.event, Reservation.beneficiary)
    .add_columns(Reservation.place_authority_id.label("town"), Borrower.name.label("borrower"), Borrower.phone, Borrower.email)
    .add_columns(Crew.name.label("crew"), Vehicle.name.label("vehicle"), Vehicle.plate, WorkOrder.id.label("order_id"), _HIT.label("hit"))
    .outerjoin(Line, Line.id == Task.line_id)
    .outerjoin(Dossier, Dossier.id == Line.dossier_id)
    .outerjoin(Reservation, Reservation.id == Line.reservation_id)
    .outerjoin(Borrower, Borrower.id == Reservation.borrower_id)
    .outerjoin(Crew, Crew.id == Task.crew_id)
    .outerjoin(Vehicle, Vehicle.id == Task.vehicle_id)
    .outerjoin(WorkOrder, WorkOrder.task_id == Task.id)
    .order_by(Task.starts_at, Task.id)
)
