"""Work of the technical service, and the feeds in which its people see it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import TaskKind
from models.base import Base, Code, Key, Moment, Name, UtcDateTime, one_of, points_to

FEED_SCOPES = ("depot", "asset", "borrower", "authority")


class Task(Base):
    """A delivery, collection or other piece of work of a line. Its id makes the event's UID; `sequence` rises with each change.

    A cancelled task stays, so that calendars which fetched it learn that it is off.
    """

    __tablename__ = "task"
    __table_args__ = (
        one_of("kind", TaskKind),
        CheckConstraint("state IN ('planned', 'done', 'cancelled')", name="state_known"),
        CheckConstraint("starts_at < ends_at", name="window_ordered"),
        Index("ix_task_depot_id", "depot_id", "starts_at"),
        Index("ix_task_asset_id", "asset_id", "starts_at"),
        Index("ix_task_authority_id", "authority_id", "starts_at"),
        Index("ix_task_borrower_id", "borrower_id", "starts_at"),
    )

    id: Mapped[Key]
    line_id: Mapped[int | None] = points_to("line")
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    depot_id: Mapped[int] = points_to("depot", indexed=False)
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    borrower_id: Mapped[int | None] = points_to("borrower", indexed=False)
    kind: Mapped[Code]
    state: Mapped[Code] = mapped_column(default="planned")
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    place: Mapped[Name] = mapped_column(default="")
    title: Mapped[Name]
    sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[Moment]
    changed_at: Mapped[Moment]


class Feed(Base):
    """A subscriber's own secret address of a calendar. Only the token's hash is kept; revoking ends it at once."""

    __tablename__ = "feed"
    __table_args__ = (one_of("scope", FEED_SCOPES),)

    id: Mapped[Key]
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    account_id: Mapped[int] = points_to("account")
    name: Mapped[Name]
    scope: Mapped[Code]
    subject_id: Mapped[int]
    language: Mapped[str] = mapped_column(String(2), default="nl")
    created_at: Mapped[Moment]
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    fetched_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
