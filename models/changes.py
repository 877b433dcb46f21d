"""What was changed about the settings: of what, by whom, from what into what."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Code, Json, Key, Moment, points_to


class Change(Base):
    """One change of one subject (a row of `noun`): only the settings that differ, as plain values. Append-only.

    `before` is empty for what is new, `after` for what is gone. `version` counts the changes of the subject: it is what a form was read at,
    and its uniqueness lets only one of two people who save at the same moment succeed.
    """

    __tablename__ = "change"
    __table_args__ = (UniqueConstraint("noun", "subject_id", "version"), Index("ix_change_authority_id_at", "authority_id", "at"))

    id: Mapped[Key]
    at: Mapped[Moment]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    authority_id: Mapped[int | None] = points_to("authority", indexed=False)
    noun: Mapped[Code]
    subject_id: Mapped[int]
    version: Mapped[int]
    before: Mapped[dict[str, Any] | None] = mapped_column(Json)
    after: Mapped[dict[str, Any] | None] = mapped_column(Json)
