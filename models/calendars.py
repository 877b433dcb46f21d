"""Calendars of others that take an asset: where each comes from, what it said last, and which facts that made."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.periods import Period
from models.base import Base, Code, Json, Key, Moment, Name, UtcDateTime, one_of, points_to

STATES = ("read", "active", "paused", "removed")


class CalendarSource(Base):
    """One calendar of an asset, fetched from an address every so many hours, or handed in as a file.

    It is `read` until somebody confirms what it would take. `address` is sealed with the installation's secret, for it often holds a key;
    `host` is what is shown of it. `content` is the file (zlib), or what was fetched and is not confirmed yet. What failed is counted in
    `failures` and leaves everything as it was at `good_at`. `read_until` is how far ahead the calendar was expanded then.
    """

    __tablename__ = "calendar_source"
    __table_args__ = (
        one_of("state", STATES),
        CheckConstraint("(address IS NULL) = (host IS NULL)", name="host_of_address"),
        CheckConstraint("address IS NOT NULL OR content IS NOT NULL OR state = 'removed'", name="from_somewhere"),
        CheckConstraint("every_hours BETWEEN 1 AND 168", name="every_hours_range"),
        CheckConstraint("failures >= 0", name="failures_not_negative"),
        Index("ix_calendar_source_asset_id", "asset_id"),
        Index("ix_calendar_source_state", "state", "due_at"),
    )

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    name: Mapped[Name]
    state: Mapped[Code] = mapped_column(default="read")
    address: Mapped[str | None] = mapped_column(Text)
    host: Mapped[str | None] = mapped_column(String(260))
    filename: Mapped[Name] = mapped_column(default="")
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    every_hours: Mapped[int]
    etag: Mapped[Name] = mapped_column(default="")
    modified: Mapped[Name] = mapped_column(default="")
    content_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    created_at: Mapped[Moment]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    due_at: Mapped[Moment]
    tried_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    good_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    read_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failures: Mapped[int] = mapped_column(default=0)
    ignored: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)


class CalendarRun(Base):
    """One time that a calendar was asked for: `outcome` is a code of booking/words, `details` how many were added, moved, gone and hit."""

    __tablename__ = "calendar_run"
    __table_args__ = (Index("ix_calendar_run_source_id", "source_id", "at"),)

    id: Mapped[Key]
    source_id: Mapped[int] = points_to("calendar_source", indexed=False)
    at: Mapped[Moment]
    outcome: Mapped[Code]
    details: Mapped[dict[str, Any]] = mapped_column(Json)


class CalendarEvent(Base):
    """One occurrence that a calendar takes now or later, by its name in that calendar, and the fact that it is in the ledger.

    A row goes when its occurrence does; the fact stays.
    """

    __tablename__ = "calendar_event"
    __table_args__ = (
        UniqueConstraint("source_id", "uid", "recurrence"),
        CheckConstraint("starts_at < ends_at", name="period_ordered"),
        Index("ix_calendar_event_source_id", "source_id", "starts_at"),
    )

    id: Mapped[Key]
    source_id: Mapped[int] = points_to("calendar_source", indexed=False)
    uid: Mapped[Name]
    recurrence: Mapped[Code]
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    title: Mapped[Name]
    fact_id: Mapped[int] = points_to("fact")

    @property
    def period(self) -> Period:
        """When it is."""
        return Period(self.starts_at, self.ends_at)
