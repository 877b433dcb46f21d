"""The rules of an owner: who may borrow what, when, for what and how much, and which proofs it asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.charges import Stage
from booking.rules.kinds import BorrowerKind, Purpose, Relation, RequirementKind
from booking.rules.lending import DurationUnit, LeadUnit, QuotaUnit, Recognised
from models.base import Base, Cents, Code, Json, Key, Name, one_of, points_to

_AMOUNTS = ("notice", "horizon", "priority", "shortest", "longest", "most_units", "quota")


class LendingRule(Base):
    """One rule of one owner (DESIGN § 9). Empty columns say nothing; for each question the most specific rule that answers it wins.

    `asset`, `category`, `relation`, `recognition` and `borrower_kind` narrow the rule; empty means any. It holds for what is asked from
    `valid_from` up to and including `valid_until`. A rule that may have decided something is never rewritten: it ends and another
    `succeeds` it, so that an old decision still shows the rule it rests on. The uses of a quota count together with those of the rule
    `counts_with`, the first of such a succession.

    Amounts have a unit beside them. Further ahead than `priority` only those of `spared` may ask (rules/lending.Spared); a blackout, once
    or each year, spares them too. `decides` is `automatic` or `desk`. An option stands for `option_days` (0: none is given), and no later
    than `option_days_before` hand-over. `hire_before` and `deposit_before` say before what they must be received; `payment_days` is the
    term of what is due afterwards.
    """

    __tablename__ = "lending_rule"
    __table_args__ = (
        CheckConstraint("asset_id IS NULL OR category_id IS NULL", name="asset_or_category"),
        CheckConstraint("decides IN ('automatic', 'desk')", name="decides_known"),
        CheckConstraint("territory IN ('owner', 'partners', 'anywhere')", name="territory_known"),
        CheckConstraint(" AND ".join(f"({name} IS NULL OR {name} >= 0)" for name in _AMOUNTS), name="amounts_not_negative"),
        CheckConstraint("(blackout_from IS NULL) = (blackout_until IS NULL)", name="blackout_whole"),
        CheckConstraint("blackout_from <= blackout_until", name="blackout_ordered"),
        one_of("relation", Relation),
        one_of("borrower_kind", BorrowerKind),
        one_of("recognition", Recognised),
        one_of("notice_unit", LeadUnit),
        one_of("horizon_unit", LeadUnit),
        one_of("priority_unit", LeadUnit),
        one_of("shortest_unit", DurationUnit),
        one_of("longest_unit", DurationUnit),
        one_of("quota_unit", QuotaUnit),
        one_of("hire_before", Stage),
        one_of("deposit_before", Stage),
    )

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority")
    asset_id: Mapped[int | None] = points_to("asset")
    category_id: Mapped[int | None] = points_to("category", indexed=False)
    relation: Mapped[str | None] = mapped_column(String(40))
    recognition: Mapped[str | None] = mapped_column(String(40))
    borrower_kind: Mapped[str | None] = mapped_column(String(40))
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    succeeds_id: Mapped[int | None] = points_to("lending_rule", indexed=False)
    counts_with_id: Mapped[int | None] = points_to("lending_rule", indexed=False)

    may_borrow: Mapped[bool | None]
    onward: Mapped[bool | None]
    needs_agreement: Mapped[bool | None]
    purposes: Mapped[list[str] | None] = mapped_column(Json)
    territory: Mapped[str | None] = mapped_column(String(40))
    notice: Mapped[int | None]
    notice_unit: Mapped[Code] = mapped_column(default=LeadUnit.DAYS)
    horizon: Mapped[int | None]
    horizon_unit: Mapped[Code] = mapped_column(default=LeadUnit.DAYS)
    priority: Mapped[int | None]
    priority_unit: Mapped[Code] = mapped_column(default=LeadUnit.MONTHS)
    shortest: Mapped[int | None]
    shortest_unit: Mapped[Code] = mapped_column(default=DurationUnit.HOURS)
    longest: Mapped[int | None]
    longest_unit: Mapped[Code] = mapped_column(default=DurationUnit.DAYS)
    most_units: Mapped[int | None]
    quota: Mapped[int | None]
    quota_unit: Mapped[Code] = mapped_column(default=QuotaUnit.TIMES)
    blackout_from: Mapped[date | None]
    blackout_until: Mapped[date | None]
    blackout_yearly: Mapped[bool] = mapped_column(default=False)
    blackout_reason: Mapped[Name] = mapped_column(default="")
    spared: Mapped[list[str] | None] = mapped_column(Json)
    decides: Mapped[str | None] = mapped_column(String(40))
    decision_days: Mapped[int | None]
    collect_days_before: Mapped[int | None]
    option_days: Mapped[int | None]
    option_days_before: Mapped[int | None]
    free_cancellation_days: Mapped[int | None]
    hire_before: Mapped[str | None] = mapped_column(String(40))
    deposit_before: Mapped[str | None] = mapped_column(String(40))
    payment_days: Mapped[int | None]
    needs_contract: Mapped[bool | None]
    source: Mapped[Name] = mapped_column(default="")


class Requirement(Base):
    """A proof that an owner asks for an asset or category: cover, inspection, operator or driver (DESIGN § 8).

    It is about custody that begins from `valid_from` up to and including `valid_until`; empty means always. Of a policy `amount_cents` is
    the least sum, or the asset's replacement value when `whole_value` is set, and `most_excess_cents` the most that the insured may have to
    pay itself. With `own_verification` only a verdict of this owner's own desk counts. `qualification` is the kind of attest or licence
    that an operator or driver must hold; a driver without one needs the licence that the mass of the trailer asks for.
    """

    __tablename__ = "requirement"
    __table_args__ = (
        one_of("kind", RequirementKind),
        one_of("borrower_kind", BorrowerKind),
        one_of("purpose", Purpose),
        CheckConstraint("asset_id IS NULL OR category_id IS NULL", name="asset_or_category"),
    )

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority")
    asset_id: Mapped[int | None] = points_to("asset")
    category_id: Mapped[int | None] = points_to("category", indexed=False)
    borrower_kind: Mapped[str | None] = mapped_column(String(40))
    kind: Mapped[Code]
    amount_cents: Mapped[Cents | None]
    whole_value: Mapped[bool] = mapped_column(default=False)
    most_excess_cents: Mapped[Cents | None]
    own_verification: Mapped[bool] = mapped_column(default=False)
    purpose: Mapped[str | None] = mapped_column(String(40))
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    qualification: Mapped[str | None] = mapped_column(String(40))
    every_months: Mapped[int | None]
    confirms_without: Mapped[bool] = mapped_column(default=False)
    source: Mapped[Name] = mapped_column(default="")
    details: Mapped[dict[str, Any] | None] = mapped_column(Json)
