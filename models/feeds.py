"""Subscriptions to calendars."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.feeds import Detail, Scope, alarms_of
from models.base import Base, Code, Key, Moment, Name, UtcDateTime, one_of, points_to


class Feed(Base):
    """A subscriber's own secret address of a calendar. Only the token's hash is kept; revoking ends it at once, and it lasts until the end
    of `expires_on`.

    `subject_id` is an id of what the scope names (of `expiries`: the authority), `within_id` the authority whose category, crew or vehicle
    it is; a category without one is that of the whole region. An account stands behind every calendar but that of what everybody may
    know. `fetches` counts since `fetched_at`, when the hour began in which it was last read. `alarms` are minutes before the start.
    """

    __tablename__ = "feed"
    __table_args__ = (
        one_of("scope", Scope),
        one_of("detail", Detail),
        CheckConstraint("account_id IS NOT NULL OR scope = 'occupancy'", name="nobodys_is_public"),
        CheckConstraint("within_id IS NULL OR scope IN ('category', 'crew', 'vehicle')", name="within_of_its_own"),
    )

    id: Mapped[Key]
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    account_id: Mapped[int | None] = points_to("account")
    name: Mapped[Name]
    scope: Mapped[Code]
    subject_id: Mapped[int]
    within_id: Mapped[int | None] = points_to("authority", indexed=False)
    detail: Mapped[Code] = mapped_column(default=Detail.FULL)
    language: Mapped[str] = mapped_column(String(2), default="nl")
    alarms: Mapped[str] = mapped_column(String(60), default="")
    created_at: Mapped[Moment]
    expires_on: Mapped[date]
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    fetched_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    fetches: Mapped[int] = mapped_column(default=0)

    @property
    def reminders(self) -> tuple[int, ...]:
        """The alarms as numbers, in minutes."""
        return alarms_of(self.alarms)
