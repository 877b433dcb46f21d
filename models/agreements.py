"""Cooperation agreements: parties that each acceded and approved, what they cover, for whom and on which terms."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.agreements import Insurer, Place, Priority
from booking.rules.kinds import BorrowerKind, FreeUnit
from models.base import Base, Cents, Code, Dated, Key, Moment, Name, Prose, one_of, points_to


class Agreement(Dated, Base):
    """A samenwerkingsovereenkomst. It is in force between two parties from the day on which both have approved it.

    `initiator` may change it as long as it is a `draft`, and withdraw it until somebody approved; after that nobody may: a version that
    `succeeds` it takes its place on the day on which all have approved that one. Where it stands today is computed (rules/agreements),
    never kept: nobody ends it for another, and when exits leave fewer than two parties it is over.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        one_of("territory", Place),
        one_of("priority", Priority),
        one_of("insured_by", Insurer),
        CheckConstraint("notice_months BETWEEN 0 AND 60", name="notice_possible"),
        CheckConstraint("excess_cents >= 0", name="excess_positive"),
        CheckConstraint("recall_hours BETWEEN 0 AND 2160", name="recall_possible"),
    )

    id: Mapped[Key]
    reference: Mapped[str] = mapped_column(String(40), unique=True)
    title: Mapped[Name]
    draft: Mapped[bool] = mapped_column(default=False)
    withdrawn_on: Mapped[date | None]
    initiator_id: Mapped[int | None] = points_to("authority", indexed=False)
    succeeds_id: Mapped[int | None] = points_to("agreement", indexed=False, unique=True)
    notice_months: Mapped[int | None]
    on_lending: Mapped[bool] = mapped_column(default=False)
    territory: Mapped[str | None] = mapped_column(String(40))
    priority: Mapped[str | None] = mapped_column(String(40))
    insured_by: Mapped[str | None] = mapped_column(String(40))
    excess_cents: Mapped[Cents | None]
    damage: Mapped[Prose] = mapped_column(default="")
    recall_hours: Mapped[int | None]


class AgreementParty(Base):
    """An authority's own accession, its council's approval (empty until decided) and exit.

    `joins_on` is for who takes part later than the others: the first day from which it does. `decision` is the number of what `organ`
    decided on `approved_on`. `leaves_on` is the last day of who gave notice for itself.
    """

    __tablename__ = "agreement_party"
    __table_args__ = (
        UniqueConstraint("agreement_id", "authority_id"),
        CheckConstraint("leaves_on IS NOT NULL OR notice_given_on IS NULL", name="notice_whole"),
    )

    id: Mapped[Key]
    agreement_id: Mapped[int] = points_to("agreement", indexed=False)
    authority_id: Mapped[int] = points_to("authority")
    joins_on: Mapped[date | None]
    approved_on: Mapped[date | None]
    organ: Mapped[Name] = mapped_column(default="")
    decision: Mapped[Name] = mapped_column(default="")
    leaves_on: Mapped[date | None]
    notice_given_on: Mapped[date | None]
    leaving_reason: Mapped[Prose] = mapped_column(default="")


class AgreementScope(Base):
    """What an agreement covers: one asset or one category, or everything when both are empty; `excluded` takes it out again."""

    __tablename__ = "agreement_scope"
    __table_args__ = (CheckConstraint("asset_id IS NULL OR category_id IS NULL", name="asset_or_category"),)

    id: Mapped[Key]
    agreement_id: Mapped[int] = points_to("agreement")
    asset_id: Mapped[int | None] = points_to("asset", indexed=False)
    category_id: Mapped[int | None] = points_to("category", indexed=False)
    excluded: Mapped[bool] = mapped_column(default=False)


class AgreementBeneficiary(Base):
    """A kind of borrower that an agreement serves; without rows only the parties' own services, "voor eigen gebruik"."""

    __tablename__ = "agreement_beneficiary"
    __table_args__ = (one_of("borrower_kind", BorrowerKind), UniqueConstraint("agreement_id", "borrower_kind"))

    id: Mapped[Key]
    agreement_id: Mapped[int] = points_to("agreement", indexed=False)
    borrower_kind: Mapped[Code]


class AgreementTerm(Base):
    """The preferred tariff for what `lender` lends under the agreement, in this order, each step where it is named: free while the
    borrower's municipality lends free in turn; `free_quota` loans or days a year free; a named group, a percentage of it, or a
    percentage of what the borrower would pay (65 = 65 %).

    `article` is the place in the agreement that says so, shown to the borrower; `decision` is what changed it since. A term is never
    changed: it ends (`valid_until`) and another begins. Without dates it holds as long as the agreement.
    """

    __tablename__ = "agreement_term"
    __table_args__ = (
        one_of("free_unit", FreeUnit),
        CheckConstraint("(free_quota IS NULL) = (free_unit IS NULL)", name="quota_whole"),
        CheckConstraint("free_quota > 0", name="quota_positive"),
        CheckConstraint("percentage >= 0", name="percentage_positive"),
    )

    id: Mapped[Key]
    agreement_id: Mapped[int] = points_to("agreement")
    lender_id: Mapped[int | None] = points_to("authority", indexed=False)
    category_id: Mapped[int | None] = points_to("category", indexed=False)
    group_code: Mapped[str | None] = mapped_column(String(40))
    percentage: Mapped[int | None]
    article: Mapped[Name]
    reciprocal: Mapped[bool] = mapped_column(default=False)
    free_quota: Mapped[int | None]
    free_unit: Mapped[str | None] = mapped_column(String(40))
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    decision: Mapped[Name] = mapped_column(default="")


class AgreementReminder(Base):
    """A party was told that an agreement ends on `last`: each step of the ladder once, and anew when the end moves."""

    __tablename__ = "agreement_reminder"
    __table_args__ = (UniqueConstraint("agreement_id", "authority_id", "last", "step"),)

    id: Mapped[Key]
    agreement_id: Mapped[int] = points_to("agreement", indexed=False)
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    last: Mapped[date]
    step: Mapped[Code]
    sent_at: Mapped[Moment]
