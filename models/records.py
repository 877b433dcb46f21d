"""What is written beside the work: audit, outbox, idempotency keys, counters and runs of jobs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Code, Json, Key, Moment, Name, Prose, UtcDateTime, points_to


class Audit(Base):
    """Who did what to which subject, when, for which authority. Append-only: the database refuses to change or delete a row."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject", "subject_id"), Index("ix_audit_authority_id_at", "authority_id", "at"))

    id: Mapped[Key]
    at: Mapped[Moment]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    authority_id: Mapped[int | None] = points_to("authority", indexed=False)
    act: Mapped[Code]
    subject: Mapped[Code]
    subject_id: Mapped[int]
    details: Mapped[dict[str, Any]] = mapped_column(Json)


class Outbox(Base):
    """A mail to be sent, written in the transaction that is its reason; a job sends it with a stable Message-ID.

    `bundle_id` is the mail that it leaves with: itself, or the first of several to one reader; none until the sender looked at it. What
    nobody wants any more is `dropped`, and `error` says why.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'sent', 'failed', 'dropped')", name="state_known"),
        Index("ix_outbox_state", "state", "not_before"),
        Index("ix_outbox_recipient", "recipient"),
    )

    id: Mapped[Key]
    event: Mapped[Code]
    recipient: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(2), default="nl")
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    bundle_id: Mapped[int | None] = points_to("outbox")
    message_id: Mapped[str] = mapped_column(String(80), unique=True)
    state: Mapped[Code] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[Moment]
    not_before: Mapped[Moment]
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error: Mapped[Prose] = mapped_column(default="")


class IdempotencyKey(Base):
    """A request that was answered once and is answered the same again (TEST_PLAN T-09)."""

    __tablename__ = "idempotency_key"
    __table_args__ = (UniqueConstraint("account_id", "key"),)

    id: Mapped[Key]
    account_id: Mapped[int] = points_to("account", indexed=False)
    key: Mapped[Name]
    request_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    status: Mapped[int]
    body: Mapped[dict[str, Any]] = mapped_column(Json)
    created_at: Mapped[Moment]


class Counter(Base):
    """A number that only rises: the version of the catalogue (raised by triggers) or of a feed's events."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[int] = mapped_column(default=0)


class JobRun(Base):
    """One due run of a job; the unique pair lets exactly one process claim it."""

    __tablename__ = "job_run"
    __table_args__ = (UniqueConstraint("job", "due_at"),)

    id: Mapped[Key]
    job: Mapped[Code]
    due_at: Mapped[Moment]
    started_at: Mapped[Moment]
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[Prose] = mapped_column(default="")
