"""What is planned for the upkeep of an asset takes all of it in the ledger, then and at no other time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, stream
from booking.queries.verify.shape import Parts, held
from booking.rules.availability import InvalidParts
from booking.rules.kinds import OccupancyKind
from models import Asset, WorkOrder


def orders(session: Session, now: datetime) -> Iterator[Violation]:
    """A planned work order takes every unit on every leaf of its asset; one that is proposed or called off nothing, and one that was done
    nothing that is still to come.
    """
    graph = Parts(session)
    columns = (WorkOrder.id, WorkOrder.asset_id, WorkOrder.state, WorkOrder.starts_at, WorkOrder.ends_at, Asset.units)
    query = select(*columns).join(Asset, Asset.id == WorkOrder.asset_id).order_by(WorkOrder.id)
    for some in stream(session, query).partitions():
        rows = held(session, "order", WorkOrder, [order.id for order in some])
        for order in some:
            try:
                yield from _wrong(order, graph, rows.get(order.id, []), now)
            except InvalidParts as wrong:
                yield Violation(wrong.code, "work_order", order.id, wrong.details)


def _wrong(order: Any, graph: Parts, rows: list[Any], now: datetime) -> Iterator[Violation]:
    if order.state != "planned":
        for row in rows:
            if order.state != "done" or row.ends_at > now:
                yield Violation("order_left_behind", "occupancy", row.id, {"order": order.id, "state": order.state})
        return
    needed = graph.shape(order.asset_id, order.units, order.starts_at, order.ends_at)
    for row in rows:
        if not needed.holds(row) or row.kind != OccupancyKind.MAINTENANCE:
            yield Violation("order_astray", "occupancy", row.id, {"order": order.id, "kind": row.kind, "asset": row.asset_id})
    for leaf, reached in needed.gaps(rows):
        yield Violation("order_missing", "work_order", order.id, {"asset": leaf, "from": reached, "until": order.ends_at})
