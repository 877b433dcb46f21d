"""All that is known of the upkeep of one asset: its plans, what is under way, every inspection with its report, and what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from booking.queries.catalogue import catalogue
from booking.queries.documents import DocumentView, documents_of
from booking.queries.maintenance.due import DueView, OrderView, due_of_authorities, order_view
from booking.queries.maintenance.looked_after import keepers_of, looked_after
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import OccupancyKind
from booking.rules.permissions import Actor
from models import Account, Fact, Inspection, WorkOrder
from models.maintenance import OPEN_ORDERS


@dataclass(frozen=True, slots=True)
class InspectionView:
    """An inspection as it was recorded, by whom; `right` is False for one that was recorded wrongly and put right since."""

    id: int
    on: date
    body: str
    verdict: str
    until: date
    remarks: str
    reason: str
    recorded_at: datetime | None
    recorded_by: str | None
    right: bool


@dataclass(frozen=True, slots=True)
class Upkept:
    """An asset with what it needs and what was done; `barred` since when it is out of service, and until when if that is known."""

    asset: AssetCard
    dues: Sequence[DueView]
    repairs: Sequence[OrderView]
    inspections: Sequence[InspectionView]
    reports: Mapping[int, Sequence[DocumentView]]
    done: Sequence[tuple[OrderView, date]]
    barred: tuple[datetime, datetime | None] | None


def get_upkept(session: Session, actor: Actor, asset_id: int, now: datetime) -> Upkept:
    """The upkeep of an asset that the actor's authorities look after. Raises NotFound for any other."""
    known = catalogue(session)
    asset = looked_after(known, actor, "upkeep.read", asset_id, now)
    dues = [view for view in due_of_authorities(session, keepers_of(known, asset, now), now, None) if view.asset.id == asset_id]
    orders = session.scalars(select(WorkOrder).where(WorkOrder.asset_id == asset_id).order_by(WorkOrder.id.desc())).all()
    inspections = _inspections(session, asset_id)
    return Upkept(
        asset,
        dues,
        [order_view(row) for row in orders if row.kind == "repair" and row.state in OPEN_ORDERS],
        inspections,
        documents_of(session, "inspection", [each.id for each in inspections]),
        [(order_view(row), row.done_on) for row in orders if row.state == "done" and row.done_on and row.kind != "inspection"],
        _barred(session, asset_id),
    )


def get_order(session: Session, actor: Actor, order_id: int, now: datetime) -> tuple[AssetCard, OrderView] | None:
    """An order that is under way, with its asset; None for any other. Raises NotFound to who does not look after it."""
    row = session.get(WorkOrder, order_id)
    if row is None:
        return None
    asset = looked_after(catalogue(session), actor, "upkeep.read", row.asset_id, now)
    return (asset, order_view(row)) if row.state in OPEN_ORDERS else None


def _inspections(session: Session, asset_id: int) -> list[InspectionView]:
    after = aliased(Inspection)
    query = (
        select(Inspection, Account.name, after.id)
        .outerjoin(Account, Account.id == Inspection.account_id)
        .outerjoin(after, after.succeeds_id == Inspection.id)
        .where(Inspection.asset_id == asset_id)
        .order_by(Inspection.inspected_on.desc(), Inspection.id.desc())
        .limit(60)
    )
    return [
        InspectionView(
            row.id, row.inspected_on, row.body, row.verdict, row.valid_until, row.remarks, row.reason, row.recorded_at, who,
            succeeded is None,
        )
        for row, who, succeeded in session.execute(query)
    ]


def _barred(session: Session, asset_id: int) -> tuple[datetime, datetime | None] | None:
    lasting = (Fact.asset_id == asset_id, Fact.kind == OccupancyKind.UNINSPECTED, Fact.ended_at.is_(None))
    found = session.execute(select(Fact.starts_at, Fact.ends_at).where(*lasting)).first()
    return (found[0], found[1]) if found else None
