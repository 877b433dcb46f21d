"""What is known of the upkeep of assets: the inspections that stand, the plans, and when the next inspection will be over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from booking.queries.catalogue.rows import grouped, rows
from booking.rules.catalogue import InspectionCard, PlanCard
from booking.rules.kinds import InspectionVerdict, Upkeep
from models import Inspection, MaintenancePlan, WorkOrder


def inspections(session: Session) -> dict[int, tuple[InspectionCard, ...]]:
    """The inspections of each asset as they were recorded, without what was recorded wrongly and put right."""
    every = rows(session, Inspection)
    succeeded = {row["succeeds_id"] for row in every}
    standing = [row for row in every if row["id"] not in succeeded]
    return {asset: tuple(map(_inspection, mine)) for asset, mine in grouped(standing, "asset_id").items()}


def plans(session: Session) -> dict[int, tuple[PlanCard, ...]]:
    """The plans of each asset, those that ended too, as they were written."""
    return {asset: tuple(map(_plan, mine)) for asset, mine in grouped(rows(session, MaintenancePlan), "asset_id").items()}


def visits(session: Session) -> Mapping[int, tuple[datetime, ...]]:
    """When the inspections that are planned will be over, by asset."""
    planned = select(WorkOrder.asset_id, WorkOrder.ends_at).where(WorkOrder.kind == Upkeep.INSPECTION, WorkOrder.state == "planned")
    found: defaultdict[int, tuple[datetime, ...]] = defaultdict(tuple)
    for asset, ends in session.execute(planned.order_by(WorkOrder.ends_at)):
        found[asset] += (ends,)
    return found


def _inspection(row: RowMapping) -> InspectionCard:
    return InspectionCard(row["inspected_on"], row["valid_until"], row["verdict"] != InspectionVerdict.FAILED, row["body"])


def _plan(row: RowMapping) -> PlanCard:
    return PlanCard(
        row["kind"], row["every_months"], row["body"], row["minutes"], row["lead_days"], row["valid_from"], row["valid_until"], id=row["id"]
    )
