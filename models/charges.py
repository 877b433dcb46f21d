"""What follows a reservation in money: how things came back, the charges proposed for it, what is due and what was received."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.charges import ChargeStep, MarkSort, Occasion, OwedSort, Stage
from models.base import Base, Cents, Code, Json, Key, Moment, Name, Prose, one_of, points_to


class QuoteBasis(Base):
    """What a quote was computed from: per regulation the usage that it priced, lines by their id. What really happened is priced from
    here, so that nothing but the difference is charged, whatever changed since. Append-only.
    """

    __tablename__ = "quote_basis"

    id: Mapped[Key]
    quote_id: Mapped[int] = points_to("quote", indexed=False, unique=True)
    parts: Mapped[list[dict[str, Any]]] = mapped_column(Json)


class ReturnReport(Base):
    """How a line came back: how late, how many units short, and the measures as they really were. Append-only."""

    __tablename__ = "return_report"
    __table_args__ = (CheckConstraint("seconds_late >= 0 AND units_missing >= 0", name="counts_not_negative"),)

    id: Mapped[Key]
    line_id: Mapped[int] = points_to("line")
    seconds_late: Mapped[int] = mapped_column(default=0)
    units_missing: Mapped[int] = mapped_column(default=0)
    measures: Mapped[dict[str, Any]] = mapped_column(Json)
    note: Mapped[Prose] = mapped_column(default="")
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    at: Mapped[Moment]


class Charge(Base):
    """A charge as it was proposed to the desk, in cents: what the facts of `occasion` add to the price of a dossier. Append-only: what the
    desk makes of it are its steps. `basis` holds the facts; without a regulation it rests on no article (damage at cost).
    """

    __tablename__ = "charge"
    __table_args__ = (one_of("occasion", Occasion), CheckConstraint("total = net + vat", name="total_is_sum"))

    id: Mapped[Key]
    dossier_id: Mapped[int] = points_to("dossier")
    line_id: Mapped[int | None] = points_to("line")
    regulation_id: Mapped[int | None] = points_to("regulation", indexed=False)
    occasion: Mapped[Code]
    basis: Mapped[dict[str, Any]] = mapped_column(Json)
    net: Mapped[Cents]
    vat: Mapped[Cents]
    total: Mapped[Cents]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    at: Mapped[Moment]


class ChargePost(Base):
    """One post of a charge, as a line of a quote: the article and how it was computed; negative for what was priced before. Append-only."""

    __tablename__ = "charge_post"
    __table_args__ = (UniqueConstraint("charge_id", "position"),)

    id: Mapped[Key]
    charge_id: Mapped[int] = points_to("charge", indexed=False)
    position: Mapped[int]
    line_id: Mapped[int | None] = points_to("line", indexed=False)
    article: Mapped[Name]
    title: Mapped[Prose] = mapped_column(default="")
    code: Mapped[Code]
    details: Mapped[dict[str, Any]] = mapped_column(Json)
    amount: Mapped[Cents]
    vat: Mapped[Code]


class ChargeDecision(Base):
    """What the desk made of a proposed charge: charged (at this amount) or waived, by whom, when and why. Append-only."""

    __tablename__ = "charge_decision"
    __table_args__ = (one_of("step", ChargeStep), UniqueConstraint("charge_id", "step"))

    id: Mapped[Key]
    charge_id: Mapped[int] = points_to("charge", indexed=False)
    step: Mapped[Code]
    amount: Mapped[Cents]
    reason: Mapped[Prose] = mapped_column(default="")
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    at: Mapped[Moment]


class Receivable(Base):
    """Something due for a dossier: its hire, its deposit, or a charge. `received`, `returned` and `kept` are the sums of its marks, and
    the dates those on which it was all received and given back. `stage` says before what the owner wants it.
    """

    __tablename__ = "receivable"
    __table_args__ = (
        one_of("sort", OwedSort),
        one_of("stage", Stage),
        CheckConstraint("(sort = 'charge') = (charge_id IS NOT NULL)", name="charge_named"),
        CheckConstraint("received >= 0 AND returned >= 0 AND kept >= 0 AND returned + kept <= received", name="marks_in_order"),
        UniqueConstraint("charge_id"),
        Index(
            "ix_receivable_dossier_id_sort", "dossier_id", "sort", unique=True,
            sqlite_where=text("charge_id IS NULL"), postgresql_where=text("charge_id IS NULL"),
        ),
        Index("ix_receivable_authority_id_due_on", "authority_id", "due_on"),
        Index("ix_receivable_dossier_id", "dossier_id"),
    )  # fmt: skip

    id: Mapped[Key]
    dossier_id: Mapped[int] = points_to("dossier", indexed=False)
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    charge_id: Mapped[int | None] = points_to("charge", indexed=False)
    sort: Mapped[Code]
    amount: Mapped[Cents]
    stage: Mapped[str | None] = mapped_column(String(40))
    due_on: Mapped[date]
    received: Mapped[Cents] = mapped_column(default=0)
    returned: Mapped[Cents] = mapped_column(default=0)
    kept: Mapped[Cents] = mapped_column(default=0)
    received_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    changed_at: Mapped[Moment]


class PaymentMark(Base):
    """Somebody saw that money came in, went back or was kept: how much, on which day, and why. A negative amount undoes. Append-only."""

    __tablename__ = "payment_mark"
    __table_args__ = (one_of("sort", MarkSort), CheckConstraint("amount <> 0", name="amount_not_zero"))

    id: Mapped[Key]
    receivable_id: Mapped[int] = points_to("receivable")
    sort: Mapped[Code]
    amount: Mapped[Cents]
    day: Mapped[date]
    reason: Mapped[Prose] = mapped_column(default="")
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    at: Mapped[Moment]
