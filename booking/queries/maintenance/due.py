"""What is due: what each asset needs, until when what it has is good, what is planned, and which loans it would stop."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.maintenance.looked_after import keepers_of
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue
from booking.rules.kinds import Upkeep
from booking.rules.lifecycle import HOLDING
from booking.rules.maintenance import Due, due_of, plan_for
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, authorities_for
from models import Borrower, Line, Reservation, WorkOrder
from models.maintenance import OPEN_ORDERS
from models.reservations import reference_of

KINDS = (Upkeep.INSPECTION, Upkeep.MAINTENANCE)
AHEAD = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class OrderView:
    """What is under way: proposed without a time, or planned."""

    id: int
    kind: Upkeep
    state: str
    due_on: date | None
    time: Period | None
    body: str
    note: str


@dataclass(frozen=True, slots=True)
class LoanView:
    """A loan that is promised: who waits for which asset, from when until when."""

    line_id: int
    reference: str
    number: int
    asset: AssetCard
    custody: Period
    borrower: str
    event: str


@dataclass(frozen=True, slots=True)
class DueView:
    """One thing that one asset needs, with what is under way for it; `stops` are the coming loans that cannot go out without it, of which
    what is planned comes too late for those in `too_late`.
    """

    asset: AssetCard
    owner: AuthorityCard
    due: Due
    order: OrderView | None
    stops: Sequence[LoanView]

    @property
    def kind(self) -> Upkeep:
        """Inspection or maintenance."""
        return Upkeep(self.due.plan.kind)

    @property
    def too_late(self) -> list[LoanView]:
        """The loans that leave before what is planned will be over; all of them while nothing is planned."""
        over = self.order.time.end if self.order and self.order.time else None
        return [loan for loan in self.stops if over is None or loan.custody.start < over]


def due_list(session: Session, actor: Actor, now: datetime, within: timedelta | None = AHEAD) -> list[DueView]:
    """What is due for the assets that the actor's authorities look after, the most pressing first; what is overdue comes before all.

    With `within` only what is overdue, due within so long, or under way. Four queries, whatever the number.
    """
    mine = authorities_for(actor, "upkeep.read")
    return due_of_authorities(session, mine, now, within)


def due_of_authorities(session: Session, authorities: Collection[int], now: datetime, within: timedelta | None = AHEAD) -> list[DueView]:
    """The same for the assets that these authorities look after."""
    known, today = catalogue(session), local(now).date()
    mine = [(asset, due) for asset, due in dues(session, known, now) if keepers_of(known, asset, now) & set(authorities)]
    orders = orders_of(session, {asset.id for asset, _ in mine})
    shown = [
        (asset, due, orders.get((asset.id, Upkeep(due.plan.kind))))
        for asset, due in mine
        if within is None or due.overdue or due.until is None or due.until - today <= within or (asset.id, due.plan.kind) in orders
    ]
    stopped = _stopped(session, known, [(asset, due) for asset, due, _ in shown], now)
    found = [
        DueView(asset, known.owner(asset, today), due, order, stopped.get((asset.id, due.plan.kind), [])) for asset, due, order in shown
    ]
    return sorted(found, key=lambda view: (view.due.urgency, view.asset.name))


def dues(session: Session, known: Catalogue, now: datetime) -> Iterator[tuple[AssetCard, Due]]:
    """Everything that every asset in service needs today."""
    done = _last_done(session)
    for asset in known.assets.values():
        yield from ((asset, due) for kind in KINDS if (due := _due(known, asset, kind, now, done)))


def due_now(session: Session, known: Catalogue, asset: AssetCard, kind: Upkeep, now: datetime) -> Due | None:
    """What one asset needs of a kind today; None for nothing."""
    return _due(known, asset, kind, now, _last_done(session, asset.id))


def inspection_due(known: Catalogue, asset: AssetCard, now: datetime) -> Due | None:
    """Until when an asset that must be inspected is; None for any other. No query: the catalogue knows."""
    return _due(known, asset, Upkeep.INSPECTION, now, {})


def _due(known: Catalogue, asset: AssetCard, kind: Upkeep, now: datetime, done: Mapping[tuple[int, str], date]) -> Due | None:
    today = local(now).date()
    if today < asset.in_service_from or (asset.in_service_until and asset.in_service_until < today):
        return None
    plan = plan_for(asset, kind, known.requirements.get(known.owner(asset, today).id, ()), today)
    return due_of(asset, plan, today, done.get((asset.id, kind))) if plan else None


def orders_of(session: Session, assets: Collection[int]) -> dict[tuple[int, Upkeep], OrderView]:
    """The inspection and the maintenance of each of these assets that are under way."""
    rows = session.scalars(
        select(WorkOrder).where(
            WorkOrder.asset_id.in_(assets), WorkOrder.state.in_(OPEN_ORDERS), WorkOrder.kind.in_(KINDS)
        ).execution_options(populate_existing=True)
    )  # fmt: skip
    return {(row.asset_id, Upkeep(row.kind)): order_view(row) for row in rows}


def order_view(row: WorkOrder) -> OrderView:
    """An order as people see it."""
    time = Period(row.starts_at, row.ends_at) if row.starts_at and row.ends_at else None
    return OrderView(row.id, Upkeep(row.kind), row.state, row.due_on, time, row.body, row.note)


def _last_done(session: Session, asset: int | None = None) -> Mapping[tuple[int, str], date]:
    """When other upkeep than inspections was last done, by asset and kind: of one asset, or of all."""
    query = (
        select(WorkOrder.asset_id, WorkOrder.kind, func.max(WorkOrder.done_on))
        .where(WorkOrder.state == "done", WorkOrder.done_on.is_not(None))
        .group_by(WorkOrder.asset_id, WorkOrder.kind)
    )
    query = query.where(WorkOrder.asset_id == asset) if asset else query
    return {(asset, kind): on for asset, kind, on in session.execute(query)}


def loans_of(session: Session, known: Catalogue, assets: Collection[int], now: datetime) -> dict[int, list[LoanView]]:
    """The loans still to go out, by each of these assets that goes along: on its own, or as a part of what is lent."""
    wholes = {card.id: [key for key in {card.id, *card.leaves} if key in assets] for card in known.assets.values()}
    lent = [key for key, parts in wholes.items() if parts]
    query = (
        select(
            Line.id, Line.number, Line.asset_id, Line.custody_start, Line.custody_end, Reservation.id.label("reservation"),
            Reservation.created_at, Reservation.event, Borrower.name,
        )
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Line.asset_id.in_(lent), Line.state.in_(HOLDING), Line.custody_start >= now)
        .order_by(Line.custody_start, Line.id)
    )  # fmt: skip
    found: defaultdict[int, list[LoanView]] = defaultdict(list)
    for row in session.execute(query) if lent else ():
        loan = LoanView(
            row.id, reference_of(row.reservation, row.created_at), row.number, known.assets[row.asset_id],
            Period(row.custody_start, row.custody_end), row.name, row.event,
        )  # fmt: skip
        for part in wholes[row.asset_id]:
            found[part].append(loan)
    return found


def _stopped(
    session: Session, known: Catalogue, shown: Sequence[tuple[AssetCard, Due]], now: datetime
) -> dict[tuple[int, str], list[LoanView]]:
    """By asset and kind the loans on a day of which its inspection is no longer good; maintenance stops nobody."""
    inspected = [(asset, due) for asset, due in shown if due.plan.kind == Upkeep.INSPECTION]
    loans = loans_of(session, known, {asset.id for asset, _ in inspected}, now)
    return {
        (asset.id, due.plan.kind): [
            loan for loan in loans.get(asset.id, ()) if due.overdue or due.until is None or due.until < loan.custody.last_day
        ]
        for asset, due in inspected
    }
