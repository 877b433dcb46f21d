"""What is offered to somebody in the queue is exactly what was waited for, and ends when the offer does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, stream
from booking.queries.verify.shape import Parts, held
from models import WaitingEntry


def offers(session: Session, now: datetime) -> Iterator[Violation]:
    """The rows of an offer are its pieces and lapse with it; while it stands none is missing, and without an offer there are none."""
    graph = Parts(session)
    for some in stream(session, select(WaitingEntry.__table__).order_by(WaitingEntry.id)).partitions():
        rows = held(session, "waiting", WaitingEntry, [entry.id for entry in some])
        for entry in some:
            yield from _wrong(graph, entry, rows.get(entry.id, []), now)


def _wrong(graph: Parts, entry: Any, rows: list[Any], now: datetime) -> Iterator[Violation]:
    if entry.blocked_start is None:
        yield from (Violation("hold_left_behind", "occupancy", row.id, {"waiting_entry": entry.id}) for row in rows)
        return
    shape = graph.shape(entry.asset_id, entry.units, entry.blocked_start, entry.blocked_end)
    for row in rows:
        if not shape.holds(row) or row.expires_at != entry.offer_until:
            yield Violation("hold_astray", "occupancy", row.id, {"waiting_entry": entry.id, "offer_until": entry.offer_until})
    if entry.offer_until > now:
        for leaf, reached in shape.gaps(rows):
            yield Violation("hold_missing", "waiting_entry", entry.id, {"asset": leaf, "from": reached, "until": shape.end})
