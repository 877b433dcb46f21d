"""What somebody is putting together for one event, before it is asked for: kept for a browser, and for an account once it is known."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import BorrowerKind, Purpose
from models.base import Base, Code, Json, Key, Moment, Name, UtcDateTime, one_of, points_to

HELD = text("held_until IS NOT NULL")


class Basket(Base):
    """One event's wishes. The browser's cookie carries a key of which the hash is kept.

    Who will ask is `borrower_id`, or for somebody without an account a `kind` of borrower whose home is `home_id`. `held_until` is set
    while the ledger holds the lines for a first visitor who signs up; `network_hash` is the address from where that was asked, to count by.
    """

    __tablename__ = "basket"
    __table_args__ = (
        one_of("kind", BorrowerKind),
        one_of("purpose", Purpose),
        Index("ix_basket_held", "network_hash", "held_until", sqlite_where=HELD, postgresql_where=HELD),
    )

    id: Mapped[Key]
    key_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    account_id: Mapped[int | None] = points_to("account")
    purpose: Mapped[Code] = mapped_column(default=Purpose.EVENT)
    place: Mapped[Name] = mapped_column(default="")
    place_authority_id: Mapped[int | None] = points_to("authority", indexed=False)
    borrower_id: Mapped[int | None] = points_to("borrower", indexed=False)
    kind: Mapped[Code | None]
    home_id: Mapped[int | None] = points_to("authority", indexed=False)
    network_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    held_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    changed_at: Mapped[Moment]


class BasketLine(Base):
    """Units of one asset for a period; `blocked_start` and `blocked_end` are what the ledger holds while the basket is held."""

    __tablename__ = "basket_line"
    __table_args__ = (
        UniqueConstraint("basket_id", "asset_id", "use_start", "use_end"),
        CheckConstraint("units > 0", name="units_positive"),
        CheckConstraint("use_start < use_end", name="use_ordered"),
        CheckConstraint("(blocked_start IS NULL) = (blocked_end IS NULL)", name="blocked_whole"),
    )

    id: Mapped[Key]
    basket_id: Mapped[int] = points_to("basket", indexed=False)
    asset_id: Mapped[int] = points_to("asset")
    units: Mapped[int] = mapped_column(default=1)
    use_start: Mapped[Moment]
    use_end: Mapped[Moment]
    measures: Mapped[dict[str, Any] | None] = mapped_column(Json)
    blocked_start: Mapped[datetime | None] = mapped_column(UtcDateTime)
    blocked_end: Mapped[datetime | None] = mapped_column(UtcDateTime)


class HoldTurn(Base):
    """A network without an account held an asset from this moment on: what gives it no second turn soon afterwards."""

    __tablename__ = "hold_turn"
    __table_args__ = (UniqueConstraint("network_hash", "asset_id"), Index("ix_hold_turn_asset_id_started_at", "asset_id", "started_at"))

    id: Mapped[Key]
    network_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    started_at: Mapped[Moment]
