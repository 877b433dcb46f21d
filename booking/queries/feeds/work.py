"""The work that a calendar shows, as plain rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import Session

from booking.queries.feeds.cards import FeedCard
from booking.rules.feeds import MET_BY_BORROWER, Scope
from booking.rules.periods import start_of
from models import Account, Asset, Borrower, Category, Crew, Depot, Line, Reservation, Task, Vehicle

DAYS_BACK, DAYS_AHEAD, DAYS_CANCELLED = 90, 731, 60

_SUBJECT = {
    Scope.DEPOT: Task.depot_id,
    Scope.CREW: Task.crew_id,
    Scope.VEHICLE: Task.vehicle_id,
    Scope.ASSET: Task.asset_id,
    Scope.AUTHORITY: Task.authority_id,
    Scope.CATEGORY: Asset.category_id,
    Scope.BORROWER: Task.borrower_id,
}

_WORK: Select[Any] = (
    select(
        Task.id, Task.sequence, Task.kind, Task.state, Task.starts_at, Task.ends_at, Task.place, Task.place_kind, Task.title, Task.note,
        Task.created_at, Task.changed_at, Task.authority_id, Task.asset_id, Asset.name.label("asset"), Category.code.label("category"),
        Line.units, Line.number, Reservation.id.label("reservation"), Reservation.created_at.label("asked_at"), Reservation.event,
        Borrower.name.label("borrower"), Borrower.email, Borrower.phone, Account.name.label("asker"), Account.phone.label("asker_phone"),
        Depot.name.label("depot"), Depot.authority_id.label("depot_authority"), Depot.lat, Depot.lon, Crew.name.label("crew"),
        Vehicle.name.label("vehicle"), Vehicle.plate, Task.created_by_id.is_not(None).label("by_hand"),
    )
    .join(Depot, Depot.id == Task.depot_id)
    .outerjoin(Asset, Asset.id == Task.asset_id)
    .outerjoin(Category, Category.id == Asset.category_id)
    .outerjoin(Line, Line.id == Task.line_id)
    .outerjoin(Reservation, Reservation.id == Line.reservation_id)
    .outerjoin(Account, Account.id == Reservation.account_id)
    .outerjoin(Borrower, Borrower.id == Task.borrower_id)
    .outerjoin(Crew, Crew.id == Task.crew_id)
    .outerjoin(Vehicle, Vehicle.id == Task.vehicle_id)
    .order_by(Task.starts_at, Task.id)
)  # fmt: skip


def work_of(session: Session, feed: FeedCard, today: date) -> Sequence[Row[Any]]:
    """The tasks that a feed shows, as plain rows in order of time: 90 days back, two years ahead, called-off ones for 60 days.

    Borrowers get what they are needed for themselves.
    """
    first, last = (start_of(today + timedelta(days=days)) for days in (-DAYS_BACK, DAYS_AHEAD))
    recent = start_of(today - timedelta(days=DAYS_CANCELLED))
    within = (_of(feed), Task.starts_at >= first, Task.starts_at < last)
    return session.execute(_WORK.where(*within, or_(Task.state != "cancelled", Task.changed_at >= recent))).all()


def _of(feed: FeedCard) -> ColumnElement[bool]:
    about = _SUBJECT[feed.scope] == feed.subject_id
    if feed.scope is Scope.BORROWER:
        return and_(about, Task.kind.in_(MET_BY_BORROWER))
    return and_(about, Task.authority_id == feed.within_id) if feed.scope is Scope.CATEGORY and feed.within_id else about
