"""What the ledger holds for somebody who has not asked yet: the lines of a basket, and what is offered to who waited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, stream
from booking.queries.verify.shape import Parts, held
from models import Base, Basket, BasketLine, WaitingEntry


def baskets(session: Session, now: datetime) -> Iterator[Violation]:
    """The rows of a basket's line are its pieces and lapse with the basket; while it is held none is missing, and else there are none."""
    query = select(BasketLine.__table__, Basket.held_until.label("until")).join(Basket, Basket.id == BasketLine.basket_id)
    return _holds(session, "basket_line", BasketLine, query.order_by(BasketLine.id), now)


def offers(session: Session, now: datetime) -> Iterator[Violation]:
    """The same of what is offered to somebody in the queue: it lapses with the offer, and without one there is nothing."""
    query = select(WaitingEntry.__table__, WaitingEntry.offer_until.label("until"))
    return _holds(session, "waiting", WaitingEntry, query.order_by(WaitingEntry.id), now)


def _holds(session: Session, noun: str, model: type[Base], query: Any, now: datetime) -> Iterator[Violation]:
    graph = Parts(session)
    for some in stream(session, query).partitions():
        rows = held(session, noun, model, [each.id for each in some])
        for each in some:
            yield from _wrong(graph, model.__tablename__, each, rows.get(each.id, []), now)


def _wrong(graph: Parts, table: str, holder: Any, rows: list[Any], now: datetime) -> Iterator[Violation]:
    if holder.blocked_start is None:
        yield from (Violation("hold_left_behind", "occupancy", row.id, {table: holder.id}) for row in rows)
        return
    shape = graph.shape(holder.asset_id, holder.units, holder.blocked_start, holder.blocked_end)
    for row in rows:
        if not shape.holds(row) or row.expires_at != holder.until:
            yield Violation("hold_astray", "occupancy", row.id, {table: holder.id, "held_until": holder.until})
    if holder.until is not None and holder.until > now:
        for leaf, reached in shape.gaps(rows):
            yield Violation("hold_missing", table, holder.id, {"asset": leaf, "from": reached, "until": shape.end})
