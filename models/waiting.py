"""The waiting list: who wants something that is taken, in the order in which they joined."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import Handover, Purpose
from booking.rules.waiting import WaitingState
from models.base import Base, Code, Json, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to

QUEUED = text("state IN ('waiting', 'offered')")


class WaitingEntry(Base):
    """A place in the queue for one asset and period, with all that a request for it would say.

    What comes free is offered until `offer_until`: the ledger holds `blocked_start` to `blocked_end` for it under `waiting:<id>`.
    `reservation_id` is what it became.
    """

    __tablename__ = "waiting_entry"
    __table_args__ = (
        one_of("state", WaitingState),
        one_of("handover", Handover),
        one_of("purpose", Purpose),
        CheckConstraint("units > 0", name="units_positive"),
        CheckConstraint("use_start < use_end", name="use_ordered"),
        CheckConstraint("(state = 'offered') = (offer_until IS NOT NULL)", name="offer_ends"),
        CheckConstraint("(offer_until IS NULL) = (blocked_start IS NULL)", name="offer_holds"),
        CheckConstraint("(blocked_start IS NULL) = (blocked_end IS NULL)", name="blocked_whole"),
        CheckConstraint("(state = 'taken') = (reservation_id IS NOT NULL)", name="taken_whole"),
        Index(
            "uq_waiting_entry_queued", "borrower_id", "asset_id", "use_start", "use_end", unique=True, sqlite_where=QUEUED,
            postgresql_where=QUEUED,
        ),
        Index("ix_waiting_entry_queue", "asset_id", "id", sqlite_where=QUEUED, postgresql_where=QUEUED),
    )  # fmt: skip

    id: Mapped[Key]
    borrower_id: Mapped[int] = points_to("borrower")
    account_id: Mapped[int] = points_to("account")
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    units: Mapped[int]
    use_start: Mapped[Moment]
    use_end: Mapped[Moment]
    handover: Mapped[Code] = mapped_column(default=Handover.PICKUP)
    operator_id: Mapped[int | None] = points_to("person", indexed=False)
    driver_id: Mapped[int | None] = points_to("person", indexed=False)
    measures: Mapped[dict[str, Any] | None] = mapped_column(Json)
    event: Mapped[Name] = mapped_column(default="")
    purpose: Mapped[Code] = mapped_column(default=Purpose.EVENT)
    place: Mapped[Name] = mapped_column(default="")
    place_authority_id: Mapped[int | None] = points_to("authority", indexed=False)
    attendance: Mapped[int | None]
    note: Mapped[Prose] = mapped_column(default="")
    beneficiary: Mapped[Name] = mapped_column(default="")
    state: Mapped[Code] = mapped_column(default=WaitingState.WAITING)
    joined_at: Mapped[Moment]
    offer_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    blocked_start: Mapped[datetime | None] = mapped_column(UtcDateTime)
    blocked_end: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reservation_id: Mapped[int | None] = points_to("reservation")
