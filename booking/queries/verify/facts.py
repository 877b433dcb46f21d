"""What is recorded as having happened takes its units in the ledger, from its start to its end and no longer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, stream
from booking.queries.verify.shape import Parts, held
from booking.rules.availability import InvalidParts
from booking.rules.kinds import MAKES_ROOM
from models import Fact, WorkOrder

SECOND = timedelta(seconds=1)
FAR = timedelta(days=36_500)  # where a fact that nobody knows the end of may reach


def facts(session: Session, now: datetime) -> Iterator[Violation]:
    """A fact takes its units on every leaf of its asset; one without an end takes them at least until after `now`. What is broken or not
    inspected leaves room for work that is planned on it.
    """
    graph, work = Parts(session), _work(session)
    query = select(Fact.id, Fact.asset_id, Fact.kind, Fact.units, Fact.starts_at, Fact.ends_at).order_by(Fact.id)
    for some in stream(session, query).partitions():
        rows = held(session, "fact", Fact, [fact.id for fact in some])
        for fact in some:
            try:
                yield from _wrong(fact, graph, rows.get(fact.id, []), work[fact.asset_id] if fact.kind in MAKES_ROOM else [], now)
            except InvalidParts as wrong:
                yield Violation(wrong.code, "fact", fact.id, wrong.details)


def _work(session: Session) -> Mapping[int, list[Any]]:
    """The times at which each asset is or was to be worked on."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for order in session.scalars(select(WorkOrder).where(WorkOrder.starts_at.is_not(None))):
        found[order.asset_id].append(order)
    return found


class Piece(NamedTuple):
    """A stretch on a leaf."""

    id: int
    asset_id: int
    starts_at: datetime
    ends_at: datetime


def _wrong(fact: Any, graph: Parts, rows: list[Any], work: list[Any], now: datetime) -> Iterator[Violation]:
    allowed = graph.shape(fact.asset_id, fact.units, fact.starts_at, fact.ends_at or now + FAR)
    for row in rows:
        if not allowed.holds(row) or row.kind != fact.kind:
            yield Violation("fact_astray", "occupancy", row.id, {"fact": fact.id, "kind": row.kind, "asset": row.asset_id})
    needed = allowed._replace(end=fact.ends_at or max(fact.starts_at, now) + SECOND)
    pieces = [row for row in rows if allowed.holds(row)]
    pieces += [Piece(0, leaf, each.starts_at, each.ends_at) for each in work for leaf in allowed.parts]
    for leaf, reached in needed.gaps(pieces):
        yield Violation("fact_missing", "fact", fact.id, {"kind": fact.kind, "asset": leaf, "from": reached, "until": fact.ends_at})
