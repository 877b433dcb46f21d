"""What a basket holds for a first visitor is exactly what is in it, and ends when it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, stream
from booking.queries.verify.shape import Parts, held
from models import Basket, BasketLine


def baskets(session: Session, now: datetime) -> Iterator[Violation]:
    """The rows of a basket's line are its pieces and lapse with the basket; while it is held none is missing, and else there are none."""
    graph = Parts(session)
    columns = (BasketLine.id, BasketLine.asset_id, BasketLine.units, BasketLine.blocked_start, BasketLine.blocked_end, Basket.held_until)
    for some in stream(session, select(*columns).join(Basket, Basket.id == BasketLine.basket_id).order_by(BasketLine.id)).partitions():
        rows = held(session, "basket_line", BasketLine, [line.id for line in some])
        for line in some:
            yield from _wrong(graph, line, rows.get(line.id, []), now)


def _wrong(graph: Parts, line: Any, rows: list[Any], now: datetime) -> Iterator[Violation]:
    if line.blocked_start is None:
        yield from (Violation("hold_left_behind", "occupancy", row.id, {"basket_line": line.id}) for row in rows)
        return
    shape = graph.shape(line.asset_id, line.units, line.blocked_start, line.blocked_end)
    for row in rows:
        if not shape.holds(row) or row.expires_at != line.held_until:
            yield Violation("hold_astray", "occupancy", row.id, {"basket_line": line.id, "held_until": line.held_until})
    if line.held_until is not None and line.held_until > now:
        for leaf, reached in shape.gaps(rows):
            yield Violation("hold_missing", "basket_line", line.id, {"asset": leaf, "from": reached, "until": shape.end})
