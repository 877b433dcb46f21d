"""What is due proposes itself: in time to plan it between two loans, and once a week while nobody does. It never takes a time by itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.maintenance.due import dues
from booking.queries.maintenance.looked_after import keepers_of
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import Upkeep
from booking.rules.maintenance import Due
from booking.rules.periods import local
from booking.services import ledger, records
from booking.services.batch import each_line
from booking.services.rows import add
from booking.services.transaction import transaction
from models import WorkOrder
from models.maintenance import OPEN_ORDERS

ROOM = timedelta(days=30)
"""So long before somebody has to be called it is proposed: time to find a day between two loans."""

AGAIN = timedelta(days=7)


def propose_due(session: Session, now: datetime) -> int:
    """Propose what is due soon and not under way, take back what is not due any more, and remind of what nobody plans; returns how many
    were proposed or taken back. A daily job.
    """
    known, today = catalogue(session), local(now).date()
    wanted = {(asset.id, Upkeep(due.plan.kind)): due for asset, due in dues(session, known, now) if _is_time(due, today)}
    standing = {(row.asset_id, Upkeep(row.kind)): row for row in session.execute(_UNDER_WAY)}
    stale = [row for key, row in standing.items() if key not in wanted and row.state == "proposed"]
    fresh = [key for key in wanted if key not in standing]

    def propose(place: int) -> None:
        _propose(session, known.assets[fresh[place][0]], wanted[fresh[place]], now)

    done = each_line(session, "proposal", range(len(fresh)), propose)
    with transaction(session):
        gone = update(WorkOrder).where(WorkOrder.id.in_([row.id for row in stale]), WorkOrder.state == "proposed")
        session.execute(gone.values(state="cancelled", settled_at=now))
    _remind(session, known, wanted, now)
    return done + len(stale)


def _is_time(due: Due, today: date) -> bool:
    return due.overdue or due.until is None or due.until - today <= timedelta(days=due.plan.lead_days) + ROOM


def _propose(session: Session, asset: AssetCard, due: Due, now: datetime) -> None:
    """Unless somebody was first: of a kind one is under way."""
    ledger.lock(session, asset.leaves)
    mine = (WorkOrder.asset_id == asset.id, WorkOrder.kind == due.plan.kind, WorkOrder.state.in_(OPEN_ORDERS))
    if session.scalar(select(WorkOrder.id).where(*mine)) is None:
        row = {"asset_id": asset.id, "kind": due.plan.kind, "state": "proposed", "due_on": due.until, "body": due.plan.body}
        add(session, WorkOrder, **row, created_at=now)


def _remind(session: Session, known: Catalogue, wanted: dict[tuple[int, Upkeep], Due], now: datetime) -> None:
    """Tell who looks after an asset what nobody planned yet: when it is proposed, and each week again."""
    waiting = select(WorkOrder).where(WorkOrder.state == "proposed", WorkOrder.kind != Upkeep.REPAIR)
    again = or_(WorkOrder.reminded_at.is_(None), WorkOrder.reminded_at <= now - AGAIN)
    with transaction(session):
        for order in session.scalars(waiting.where(again).order_by(WorkOrder.id).execution_options(populate_existing=True)).all():
            due = wanted.get((order.asset_id, Upkeep(order.kind)))
            if due is None:
                continue
            asset = known.assets[order.asset_id]
            for key in sorted(keepers_of(known, asset, now)):
                house = known.authorities[key]
                payload = {
                    "asset": asset.name, "code": asset.code, "upkeep": order.kind, "until": due.until.isoformat() if due.until else None,
                }  # fmt: skip
                records.mail(session, now, "upkeep_overdue" if due.overdue else "upkeep_due", [house.email], payload, house.language)
            order.reminded_at = now
        session.flush()


_UNDER_WAY = select(WorkOrder.id, WorkOrder.asset_id, WorkOrder.kind, WorkOrder.state).where(
    WorkOrder.state.in_(OPEN_ORDERS), WorkOrder.kind != Upkeep.REPAIR
)
