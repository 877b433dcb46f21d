"""The upkeep that is planned for the coming days, as the technical service sees it beside its other work."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.maintenance.due import OrderView, order_view
from booking.queries.maintenance.looked_after import keepers_of
from booking.rules.catalogue import AssetCard
from booking.rules.periods import local, start_of
from booking.rules.permissions import Actor, authorities_for
from models import WorkOrder


def coming_upkeep(session: Session, actor: Actor, now: datetime, days: int) -> list[tuple[AssetCard, OrderView]]:
    """What is planned until so many days ahead, from what was never ticked off on, of what the actor's authorities look after."""
    mine, known = authorities_for(actor, "upkeep.read"), catalogue(session)
    last = start_of(local(now).date() + timedelta(days=days))
    query = select(WorkOrder).where(WorkOrder.state == "planned", WorkOrder.starts_at < last).order_by(WorkOrder.starts_at, WorkOrder.id)
    found = [(known.assets[row.asset_id], order_view(row)) for row in session.scalars(query)] if mine else []
    return [(card, order) for card, order in found if keepers_of(known, card, now) & mine]
