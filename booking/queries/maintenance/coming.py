"""The upkeep that is planned for the coming days, as the technical service sees it beside its other work; and what waits to be mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.maintenance.due import OrderView, order_view
from booking.queries.maintenance.looked_after import keepers_of
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import Upkeep
from booking.rules.periods import Period, local, start_of
from booking.rules.permissions import Actor, authorities_for
from models import Task, WorkOrder

_ASKED = and_(WorkOrder.state == "proposed", WorkOrder.kind == Upkeep.REPAIR)


def coming_upkeep(session: Session, actor: Actor, now: datetime, days: int) -> list[tuple[AssetCard, OrderView]]:
    """What is planned until so many days ahead, from what was never ticked off on, of what the actor's authorities look after. A repair
    that was asked for stands at the time of its task: to look at what it needs.
    """
    mine, known = authorities_for(actor, "upkeep.read"), catalogue(session)
    last = start_of(local(now).date() + timedelta(days=days))
    begins = func.coalesce(WorkOrder.starts_at, Task.starts_at)
    query = (
        select(WorkOrder, Task.starts_at, Task.ends_at)
        .outerjoin(Task, Task.id == WorkOrder.task_id)
        .where(or_(WorkOrder.state == "planned", and_(_ASKED, Task.id.is_not(None))), begins < last)
        .order_by(begins, WorkOrder.id)
    )
    found = [(known.assets[row.asset_id], _timed(row, start, end)) for row, start, end in session.execute(query)] if mine else []
    return [(card, order) for card, order in found if keepers_of(known, card, now) & mine]


def to_mend(session: Session, actor: Actor, now: datetime) -> list[tuple[AssetCard, OrderView]]:
    """The repairs that are asked for or planned of what the actor's authorities look after, the oldest first."""
    mine, known = authorities_for(actor, "upkeep.read"), catalogue(session)
    open_now = select(WorkOrder).where(WorkOrder.kind == Upkeep.REPAIR, WorkOrder.state.in_(("proposed", "planned")))
    rows = session.scalars(open_now.order_by(WorkOrder.created_at, WorkOrder.id)).all() if mine else []
    return [
        (known.assets[row.asset_id], order_view(row)) for row in rows if keepers_of(known, known.assets[row.asset_id], now) & mine
    ]


def _timed(row: WorkOrder, start: datetime | None, end: datetime | None) -> OrderView:
    view = order_view(row)
    return view if view.time or start is None or end is None else replace(view, time=Period(start, end))
