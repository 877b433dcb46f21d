"""The technical service's work of the coming days, by day and place, with whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.today.reading import LATE_DAYS
from booking.rules.catalogue import AssetCard, Catalogue, DepotCard
from booking.rules.crew import BACK, OUT
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, local, start_of
from booking.rules.permissions import Actor, authorities_for, may
from models import Borrower, Depot, Dossier, Line, Receivable, Reservation, Task
from models.reservations import reference_of


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work, of a line or made `by_hand`; `hands` when the reader may hand over or take back now, `awaited` what the owner
    still wants before it goes out, in cents.
    """

    id: int
    kind: str
    time: Period
    place: str
    title: str
    by_hand: bool
    asset: AssetCard | None
    depot: DepotCard
    reference: str | None
    number: int | None
    units: int
    state: LineState | None
    event: str
    borrower: str
    email: str | None
    phone: str | None
    hands: bool
    awaited: int = 0

    @property
    def day(self) -> date:
        """The Brussels date on which it starts."""
        return local(self.time.start).date()

    @property
    def what(self) -> str:
        """What it is about: as somebody typed it, else the thing, and how many of it."""
        return self.title if self.by_hand or self.asset is None else self.asset.counted(self.units)

    def act(self, today: date) -> str | None:
        """`hand_over` or `take_back` when that is the line's next step, and its day has come."""
        if not self.hands or today < self.day:
            return None
        if self.kind in OUT and self.state is LineState.APPROVED:
            return "hand_over"
        return "take_back" if self.kind in BACK and self.state is LineState.HANDED_OVER else None


def work(session: Session, actor: Actor, now: datetime, days: int) -> list[Job]:
    """Planned work of the actor's authorities and depots, from what is left over until so many days ahead, in order of time."""
    mine, today = authorities_for(actor, "tasks.read"), local(now).date()
    first, last = start_of(today - timedelta(days=LATE_DAYS)), start_of(today + timedelta(days=days))
    query = (
        select(Task, Line, Reservation, Borrower, Dossier.authority_id, _AWAITED)
        .join(Depot, Depot.id == Task.depot_id)
        .outerjoin(Line, Line.id == Task.line_id)
        .outerjoin(Dossier, Dossier.id == Line.dossier_id)
        .outerjoin(Reservation, Reservation.id == Line.reservation_id)
        .outerjoin(Borrower, Borrower.id == Reservation.borrower_id)
        .where(or_(Task.line_id.is_not(None), Task.created_by_id.is_not(None)))  # upkeep has a list of its own
        .where(Task.state == "planned", Task.starts_at >= first, Task.starts_at < last)
        .where(or_(Task.authority_id.in_(mine), Depot.authority_id.in_(mine)))
        .order_by(Task.starts_at, Task.id)
    )
    known = catalogue(session)
    return [_job(known, actor, *row) for row in session.execute(query)]


def _job(
    known: Catalogue, actor: Actor, task: Task, line: Line | None, reservation: Reservation | None, borrower: Borrower | None,
    authority: int | None, awaited: int | None,
) -> Job:  # fmt: skip
    return Job(
        id=task.id,
        kind=task.kind,
        time=Period(task.starts_at, task.ends_at),
        place=task.place,
        title=task.title,
        by_hand=task.created_by_id is not None,
        asset=known.assets.get(task.asset_id or 0),
        depot=known.depots[task.depot_id],
        reference=reference_of(reservation.id, reservation.created_at) if reservation else None,
        number=line.number if line else None,
        units=line.units if line else 1,
        state=LineState(line.state) if line else None,
        event=reservation.event if reservation else "",
        borrower=borrower.name if borrower else "",
        email=borrower.email if borrower else None,
        phone=borrower.phone if borrower else None,
        hands=authority is not None and may(actor, "line.hand_over", authorities=(authority,)),
        awaited=int(awaited or 0) if line and task.kind in OUT and line.state == LineState.APPROVED else 0,
    )


_AWAITED = (
    select(func.sum(Receivable.amount - Receivable.received))
    .where(Receivable.dossier_id == Line.dossier_id, Receivable.stage.is_not(None), Receivable.received < Receivable.amount)
    .correlate(Line)
    .scalar_subquery()
)


def reportable(session: Session, actor: Actor, now: datetime) -> list[AssetCard]:
    """The assets about which the actor may record what happened, by name."""
    known, mine, day = catalogue(session), authorities_for(actor, "fact.record"), local(now).date()
    found = (card for card in known.assets.values() if {known.owner(card, day).id, known.depot(card, day).authority} & mine)
    return sorted(found, key=lambda card: (card.name, card.code))
