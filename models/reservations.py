"""A reservation (one event, one borrower) of dossiers (what one authority decides) of lines (one asset, units, period)."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.agreements import Beyond
from booking.rules.kinds import Handover, Purpose
from booking.rules.lifecycle import LineState
from booking.rules.periods import local
from models.base import Base, Code, Json, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to


def reference_of(reservation_id: int, created_at: datetime) -> str:
    """The reference of a reservation asked at that moment, by the Brussels year."""
    return f"SD-{local(created_at).year}-{reservation_id:06d}"


def id_of(reference: str) -> int | None:
    """The id within a reference; None for a text that is no reference."""
    found = re.fullmatch(r"SD-\d{4}-(\d{6,12})", reference)
    return int(found.group(1)) if found else None


class Reservation(Base):
    """What a borrower asks for one event. Its reference `SD-2027-000123` is its year of asking and id: unique without a shared counter.

    `beneficiary` is the name of the day of whom it is asked for, empty for the borrower itself; its id where that is a known borrower.
    """

    __tablename__ = "reservation"
    __table_args__ = (
        one_of("purpose", Purpose),
        CheckConstraint("beneficiary_id IS NULL OR beneficiary <> ''", name="beneficiary_named"),
        Index("ix_reservation_created_at", "created_at"),
    )

    id: Mapped[Key]
    borrower_id: Mapped[int] = points_to("borrower")
    account_id: Mapped[int] = points_to("account")
    event: Mapped[Name]
    purpose: Mapped[Code]
    place: Mapped[Name] = mapped_column(default="")
    place_authority_id: Mapped[int | None] = points_to("authority", indexed=False)
    attendance: Mapped[int | None]
    note: Mapped[Prose] = mapped_column(default="")
    beneficiary_id: Mapped[int | None] = points_to("borrower", indexed=False)
    beneficiary: Mapped[Name] = mapped_column(default="")
    created_at: Mapped[Moment]

    @property
    def reference(self) -> str:
        """How people name it."""
        return reference_of(self.id, self.created_at)


class Dossier(Base):
    """The lines of a reservation that one authority decides. It keeps that authority, whatever merges later."""

    __tablename__ = "dossier"
    __table_args__ = (
        UniqueConstraint("reservation_id", "authority_id"),
        Index("ix_dossier_authority_id_decide_by", "authority_id", "decide_by"),
    )

    id: Mapped[Key]
    reservation_id: Mapped[int] = points_to("reservation", indexed=False)
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    decide_by: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[Moment]


class LineShape:
    """What is asked on a line, with its three periods (DESIGN § 5): use, custody and blocked."""

    units: Mapped[int]
    use_start: Mapped[Moment]
    use_end: Mapped[Moment]
    custody_start: Mapped[Moment]
    custody_end: Mapped[Moment]
    blocked_start: Mapped[Moment]
    blocked_end: Mapped[Moment]


_ORDERED = "use_start < use_end AND custody_start < custody_end AND blocked_start <= custody_start AND custody_end <= blocked_end"


class Line(LineShape, Base):
    """One asset, units and period of a dossier, with a state of its own.

    Where `agreement` ends before it does, its owner chose: it is `kept` under that agreement, or lent `outside` it.
    """

    __tablename__ = "line"
    __table_args__ = (
        one_of("state", LineState),
        one_of("handover", Handover),
        one_of("agreement_choice", Beyond),
        CheckConstraint("(agreement_id IS NULL) = (agreement_choice IS NULL)", name="choice_whole"),
        UniqueConstraint("reservation_id", "number"),
        CheckConstraint("units > 0", name="units_positive"),
        CheckConstraint(_ORDERED, name="periods_ordered"),
        Index("ix_line_asset_id_use_start", "asset_id", "use_start"),
        Index("ix_line_dossier_id_state", "dossier_id", "state"),
        Index("ix_line_state_custody_end", "state", "custody_end"),
    )

    id: Mapped[Key]
    reservation_id: Mapped[int] = points_to("reservation", indexed=False)
    dossier_id: Mapped[int] = points_to("dossier", indexed=False)
    number: Mapped[int]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    state: Mapped[Code]
    handover: Mapped[Code] = mapped_column(default=Handover.PICKUP)
    operator_id: Mapped[int | None] = points_to("person", indexed=False)
    driver_id: Mapped[int | None] = points_to("person", indexed=False)
    measures: Mapped[dict[str, Any] | None] = mapped_column(Json)
    holds_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    instead_of_id: Mapped[int | None] = points_to("line", indexed=False)
    agreement_id: Mapped[int | None] = points_to("agreement", indexed=False)
    agreement_choice: Mapped[str | None] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(default=1)

    @property
    def amounts(self) -> dict[str, Decimal]:
        """The measures (km, hours …) as exact numbers."""
        return {name: Decimal(amount) for name, amount in (self.measures or {}).items()}


class LineMove(Base):
    """A step of a line from one state to another: who, when and why. Append-only."""

    __tablename__ = "line_move"

    id: Mapped[Key]
    line_id: Mapped[int] = points_to("line")
    from_state: Mapped[Code]
    to_state: Mapped[Code]
    party: Mapped[Code]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    at: Mapped[Moment]
    reason: Mapped[Prose] = mapped_column(default="")


class Amendment(LineShape, Base):
    """A change that waits beside the old promise: asked by the borrower, or proposed by the desk (another date or asset)."""

    __tablename__ = "amendment"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'accepted', 'refused', 'withdrawn')", name="state_known"),
        CheckConstraint("asked_by IN ('borrower', 'desk')", name="asked_by_known"),
        CheckConstraint("units > 0", name="units_positive"),
        CheckConstraint(_ORDERED, name="periods_ordered"),
        Index("ix_amendment_line_id_state", "line_id", "state"),
    )

    id: Mapped[Key]
    line_id: Mapped[int] = points_to("line", indexed=False)
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    asked_by: Mapped[Code]
    holds_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[Code] = mapped_column(default="pending")
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    at: Mapped[Moment]
    reason: Mapped[Prose] = mapped_column(default="")
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = points_to("account", indexed=False)
    way: Mapped[dict[str, Any] | None] = mapped_column(Json)  # handover, operator, driver and measures; None: as on the line


class Decision(Base):
    """What was known when something was decided on a line: every finding with its evidence. Append-only."""

    __tablename__ = "decision"

    id: Mapped[Key]
    line_id: Mapped[int] = points_to("line")
    act: Mapped[Code]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    at: Mapped[Moment]
    reason: Mapped[Prose] = mapped_column(default="")
    findings: Mapped[list[dict[str, Any]]] = mapped_column(Json)
