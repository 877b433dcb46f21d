"""Lists of assets that somebody uploaded: shown before anything is kept, then written as a whole."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Code, Json, Key, Moment, Name, points_to

STATES = ("read", "waiting", "running", "done", "failed")


class CatalogueImport(Base):
    """One uploaded list with its headings and rows. `done` of `total` rows are judged; `outcome` counts what it did, or says why not.

    It is `read` until somebody confirms it, then `waiting` for a process that takes it; `moved_at` shows whether that one still lives.
    """

    __tablename__ = "catalogue_import"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(repr(state) for state in STATES)})", name="state_known"),
        Index("ix_catalogue_import_authority_id", "authority_id", "created_at"),
    )

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    account_id: Mapped[int] = points_to("account", indexed=False)
    filename: Mapped[Name]
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    state: Mapped[Code] = mapped_column(default="read")
    total: Mapped[int]
    done: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[dict[str, Any] | None] = mapped_column(Json)
    created_at: Mapped[Moment]
    moved_at: Mapped[Moment]
