"""A regulation that is tried on the reservations of a past period: the question, how far it is, and the answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, deferred, mapped_column

from models.base import Base, Code, Json, Key, Moment, one_of, points_to

STATES = ("waiting", "running", "done", "failed", "cancelled")


class Simulation(Base):
    """What `regulation` would have asked from `first` to `last`, against what `against` asks; without it, against what was asked.

    `done` of `total` dossiers are priced; `outcome` are the sums, or says why there are none; `dossiers` is each dossier by itself.
    `moved_at` shows whether the process that took it still lives. It goes with a draft that is thrown away: it decided nothing.
    """

    __tablename__ = "simulation"
    __table_args__ = (
        one_of("state", STATES),
        CheckConstraint("first <= last", name="period_ordered"),
        Index("ix_simulation_authority_id", "authority_id", "created_at"),
    )

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    regulation_id: Mapped[int] = mapped_column(ForeignKey("regulation.id", ondelete="CASCADE"), index=True)
    against_id: Mapped[int | None] = mapped_column(ForeignKey("regulation.id", ondelete="CASCADE"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    account_id: Mapped[int] = points_to("account", indexed=False)
    state: Mapped[Code] = mapped_column(default="waiting")
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[dict[str, Any] | None] = mapped_column(Json)
    dossiers: Mapped[list[list[Any]] | None] = deferred(mapped_column(Json))
    created_at: Mapped[Moment]
    moved_at: Mapped[Moment]
