"""Each row of the ledger is possible by itself, and its holder exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Select, case, func, or_, select, text
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, found, holder_id, stream
from booking.rules.kinds import OccupancyKind
from models import Base, BasketLine, Fact, Line, Occupancy, WaitingEntry, WorkOrder

WRONG = {
    "not_a_leaf": "asset_id IN (SELECT whole_id FROM part)",
    "expiry_of_firm": "expires_at IS NOT NULL AND kind NOT IN ('request', 'option')",
}
WRONG_HERE = {
    "sqlite": {"piece_too_long": "ends_at - starts_at > 7 * 86400"},
    "postgresql": {
        "piece_too_long": "ends_at - starts_at > interval '7 days'",
        "single_unlike_units": "single <> (SELECT asset.units = 1 FROM asset WHERE asset.id = asset_id)",
    },
}
HELD_BY_LINES = (OccupancyKind.REQUEST, OccupancyKind.OPTION, OccupancyKind.FIRM)


def contradictions(session: Session, _now: datetime) -> Iterator[Violation]:
    """At most a week, on a leaf, lapsing only when it waits for an answer; the CHECKs of the table are proven in `database`."""
    for code, condition in {**WRONG, **WRONG_HERE[session.get_bind().dialect.name]}.items():
        query = select(Occupancy.id, Occupancy.asset_id, Occupancy.kind, Occupancy.holder).where(text(condition))
        yield from found(session, code, Occupancy, query.order_by(Occupancy.id))


def holders(session: Session, _now: datetime) -> Iterator[Violation]:
    """The line, basket, place in the queue, fact or work order by which a row is held exists.

    Lines hold requests, options and firm rows, baskets and offers options alone.
    """
    for noun, model in {"line": Line, "basket_line": BasketLine, "waiting": WaitingEntry, "fact": Fact, "order": WorkOrder}.items():
        for some in stream(session, _held(noun)).partitions():
            there = set(session.scalars(_ids(model, {number for row in some if (number := holder_id(row.holder, noun))})))
            for row in some:
                if holder_id(row.holder, noun) not in there:
                    yield Violation("holder_missing", "occupancy", row.id, {"holder": row.holder})
    by_line = Occupancy.holder.like("line:%")
    until_asked = or_(Occupancy.holder.like("basket#_line:%", escape="#"), Occupancy.holder.like("waiting:%"))
    unlike = case((until_asked, Occupancy.kind != OccupancyKind.OPTION), else_=by_line != Occupancy.kind.in_(HELD_BY_LINES))
    astray = select(Occupancy.id, Occupancy.kind, Occupancy.holder).where(unlike)
    yield from found(session, "holder_unlike_kind", Occupancy, astray.order_by(Occupancy.id))


def _held(noun: str) -> Select[tuple[int, str]]:
    """Each holder of a noun once, with its first row."""
    query = select(func.min(Occupancy.id).label("id"), Occupancy.holder).where(Occupancy.holder.like(f"{noun}:%"))
    return query.group_by(Occupancy.holder).order_by(Occupancy.holder)


def _ids(model: type[Base], ids: set[int]) -> Select[tuple[int]]:
    key = model.__table__.c.id
    return select(key).where(key.in_(ids))
