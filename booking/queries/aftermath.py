"""Which promises are in danger because of how a line came back, or does not come back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard
from booking.rules.periods import Period
from models import Borrower, Conflict, Fact, Line, Reservation
from models.reservations import reference_of


@dataclass(frozen=True, slots=True)
class Hit:
    """A promise that something which happened to a line is in the way of; `why` is the kind of fact."""

    conflict: int
    why: str
    asset: AssetCard
    units: int
    custody: Period
    reference: str
    borrower: str


def hit_by(session: Session, line: int, facts: Collection[int] = ()) -> list[Hit]:
    """The open conflicts of what happened to a line (late, lost units) and of these facts, the first loan first."""
    known = catalogue(session)
    query = (
        select(Conflict.id, Fact.kind, Line, Reservation, Borrower.name)
        .join(Fact, Fact.id == Conflict.fact_id)
        .join(Line, Line.id == Conflict.line_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Conflict.resolution.is_(None), or_(Fact.line_id == line, Fact.id.in_(facts)))
        .order_by(Line.custody_start, Conflict.id)
    )
    return [
        Hit(
            conflict, kind, known.assets[hit.asset_id], hit.units, Period(hit.custody_start, hit.custody_end),
            reference_of(asked.id, asked.created_at), borrower,
        )
        for conflict, kind, hit, asked, borrower in session.execute(query)
    ]  # fmt: skip
