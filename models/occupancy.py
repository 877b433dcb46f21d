"""The ledger: the one truth about what is taken, with the facts that hit promises and the quotas that are used up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import FACTS, PROMISES, OccupancyKind, OfferWay
from models.base import Base, Code, Json, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to

# No row is longer, so a bounded range on the start finds every overlap and a search never reads history.
LONGEST_PIECE = timedelta(days=7)

LAPSES = text("expires_at IS NOT NULL")
OF_TERM = text("term_id IS NOT NULL")
_PROMISED = ", ".join(repr(str(kind)) for kind in PROMISES)


class Occupancy(Base):
    """Units of an asset that are taken in `[starts_at, ends_at)`, by whom (`holder`) and why (`kind`).

    A promise must fit (the guard in `models/guard.py` refuses it otherwise); a fact is always recorded. Rows of one holder count once, with
    their maximum, so that an amendment may stand beside the promise it will replace. `single` repeats `asset.units = 1` for the
    exclusion constraint of PostgreSQL. `expires_at` frees a request or option for readers; writers delete what expired.
    """

    __tablename__ = "occupancy"
    __table_args__ = (
        one_of("kind", OccupancyKind),
        CheckConstraint("units > 0", name="units_positive"),
        CheckConstraint("starts_at < ends_at", name="period_ordered"),
        CheckConstraint(f"promise = (kind IN ({_PROMISED}))", name="promise_known"),
        Index("ix_occupancy_time", "starts_at", "ends_at", "asset_id", "units", "holder", "expires_at"),
        Index("ix_occupancy_asset", "asset_id", "starts_at", "ends_at", "units", "holder", "promise"),
        Index("ix_occupancy_holder", "holder"),
        Index("ix_occupancy_expires_at", "expires_at", "asset_id", sqlite_where=LAPSES, postgresql_where=LAPSES),
    )

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    units: Mapped[int]
    kind: Mapped[Code]
    promise: Mapped[bool]
    single: Mapped[bool] = mapped_column(default=False)
    holder: Mapped[Code]
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Fact(Base):
    """Something that happened to an asset, promised or not: breakdown, overdue return, closure, import, lost units, no valid inspection."""

    __tablename__ = "fact"
    __table_args__ = (
        one_of("kind", FACTS),
        CheckConstraint("units > 0", name="units_positive"),
        Index("ix_fact_asset_id", "asset_id", "starts_at"),
    )

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    kind: Mapped[Code]
    units: Mapped[int]
    starts_at: Mapped[Moment]
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    line_id: Mapped[int | None] = points_to("line")
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    recorded_at: Mapped[Moment]
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    note: Mapped[Prose] = mapped_column(default="")


class Conflict(Base):
    """A promise that a fact hits, waiting for a desk to move, replace, cancel or accept it."""

    __tablename__ = "conflict"
    __table_args__ = (
        CheckConstraint("resolution IN ('moved', 'replaced', 'cancelled', 'accepted', 'gone')", name="resolution_known"),
        Index("uq_conflict_open", "fact_id", "line_id", unique=True),
    )

    id: Mapped[Key]
    fact_id: Mapped[int] = points_to("fact", indexed=False)
    line_id: Mapped[int] = points_to("line")
    found_at: Mapped[Moment]
    resolution: Mapped[str | None] = mapped_column(String(40))
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    resolved_by_id: Mapped[int | None] = points_to("account", indexed=False)
    note: Mapped[Prose] = mapped_column(default="")


class ConflictOffer(Base):
    """One way out of a conflict that the desk offers its borrower: another asset, another date, or calling off free of charge.

    The one that is chosen says who answered and when; `told_by` is who said so by telephone, where a desk answered in the borrower's name.
    `line_id` is the line that stands instead, where another owner decides on it.
    """

    __tablename__ = "conflict_offer"
    __table_args__ = (
        one_of("way", OfferWay),
        CheckConstraint("state IN ('offered', 'chosen', 'withdrawn')", name="state_known"),
        CheckConstraint("(way = 'asset') = (asset_id IS NOT NULL)", name="asset_of_way"),
        CheckConstraint("(way = 'date') = (use_start IS NOT NULL)", name="use_of_way"),
        CheckConstraint("(use_start IS NULL) = (use_end IS NULL)", name="use_whole"),
        CheckConstraint("use_start < use_end", name="use_ordered"),
    )

    id: Mapped[Key]
    conflict_id: Mapped[int] = points_to("conflict")
    way: Mapped[Code]
    asset_id: Mapped[int | None] = points_to("asset", indexed=False)
    use_start: Mapped[datetime | None] = mapped_column(UtcDateTime)
    use_end: Mapped[datetime | None] = mapped_column(UtcDateTime)
    note: Mapped[Prose] = mapped_column(default="")
    state: Mapped[Code] = mapped_column(default="offered")
    line_id: Mapped[int | None] = points_to("line", indexed=False)
    offered_at: Mapped[Moment]
    offered_by_id: Mapped[int | None] = points_to("account", indexed=False)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered_by_id: Mapped[int | None] = points_to("account", indexed=False)
    told_by: Mapped[Name] = mapped_column(default="")


class QuotaUse(Base):
    """One use of a quota in a year, written under the lock and returned on timely cancellation: of an owner's rule, by a borrower, or of
    the free loans or days (`amount` of them) of an agreement's term, by the party whose services borrow.
    """

    __tablename__ = "quota_use"
    __table_args__ = (
        CheckConstraint("(rule_id IS NULL) <> (term_id IS NULL)", name="rule_or_term"),
        CheckConstraint("(term_id IS NULL) = (party_id IS NULL)", name="party_of_term"),
        CheckConstraint("amount > 0", name="amount_positive"),
        Index("ix_quota_use_key", "rule_id", "borrower_id", "year"),
        Index("ix_quota_use_term", "term_id", "party_id", "year", sqlite_where=OF_TERM, postgresql_where=OF_TERM),
    )

    id: Mapped[Key]
    rule_id: Mapped[int | None] = points_to("lending_rule", indexed=False)
    term_id: Mapped[int | None] = points_to("agreement_term", indexed=False)
    party_id: Mapped[int | None] = points_to("authority", indexed=False)
    amount: Mapped[int] = mapped_column(default=1)
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    borrower_id: Mapped[int] = points_to("borrower", indexed=False)
    year: Mapped[int]
    line_id: Mapped[int] = points_to("line")
    used_at: Mapped[Moment]
    returned_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    details: Mapped[dict[str, Any] | None] = mapped_column(Json)
