"""On which terms things are lent, as values: agreements, rules, proofs asked for and regulations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from booking.rules.agreements import Cause, Place
from booking.rules.catalogue.cards import AssetCard
from booking.rules.catalogue.spells import Spell
from booking.rules.kinds import FreeUnit, Relation
from booking.rules.lending import Blackout, Spared
from booking.rules.tariffs import Prepared


@dataclass(frozen=True, slots=True)
class TermCard:
    """The preferred tariff by an agreement for what `lender` lends of a category, each None for any: free in turn, `quota` free loans or
    days (`unit`) a year, and then a group, a percentage of it, or a percentage of what the borrower would pay.
    """

    id: int
    lender: int | None
    category: int | None
    group: str | None
    percentage: int | None
    article: str
    reciprocal: bool = False
    quota: int | None = None
    unit: str = FreeUnit.LOANS
    first: date | None = None
    last: date | None = None

    def is_about(self, lender: int, category: int, day: date) -> bool:
        """True when the term holds on a day for what a lender lends of a category."""
        in_time = (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        return in_time and self.lender in (None, lender) and self.category in (None, category)

    @property
    def narrowness(self) -> tuple[bool, bool, int]:
        """Greater is more specific; of two that are as specific the later one."""
        return self.lender is not None, self.category is not None, self.id


@dataclass(frozen=True, slots=True)
class ExemptionCard:
    """A row of the register: `lender` lends a category, or everything when that is None, free to `borrower`, both included in the dates.

    With `mutual` only while the borrower lends free in turn. `decision` is the source as people look it up.
    """

    id: int
    lender: int
    borrower: int
    category: int | None
    first: date
    last: date | None
    mutual: bool
    decision: str
    lender_name: str
    borrower_name: str

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class AgreementCard:
    """An agreement between parties: each party's dates run from its council's approval to its exit, or to the end of all.

    `covers` and `excludes` hold ("asset", id), ("category", id) or ("all", 0); `beneficiaries` are borrower kinds. It ends on `last`
    because of `cause`. Of the authorities `named` in it, it awaits the approval of those `awaiting`. What is lent by it stays within
    `territory`, and where `onward` is False with the borrower itself; None says nothing of it. `root` is the id of its first version, and
    `family` are the terms of all its versions.
    """

    id: int
    reference: str
    title: str
    first: date
    last: date | None
    parties: tuple[Spell, ...]
    covers: frozenset[tuple[str, int]]
    excludes: frozenset[tuple[str, int]]
    beneficiaries: frozenset[str]
    terms: tuple[TermCard, ...] = ()
    named: frozenset[int] = frozenset()
    awaiting: frozenset[int] = frozenset()
    cause: Cause = Cause.TERM
    territory: Place | None = None
    onward: bool | None = None
    root: int = 0
    family: tuple[TermCard, ...] = ()

    def names(self, *authorities: int) -> bool:
        """True when all of these are a party, whether they approved it by now or not."""
        return self.named.issuperset(authorities)

    def kin(self, term: TermCard) -> tuple[int, ...]:
        """The ids of a term and of those that it succeeded or that succeed it, in whatever version: one free quota counts for all."""
        return tuple(each.id for each in self.family or self.terms if (each.lender, each.category) == (term.lender, term.category))

    def is_narrow(self, term: TermCard, asset: AssetCard) -> bool:
        """True for a term that is about this lender, this asset or two parties alone, and not about all partners alike."""
        return term.lender is not None or ("asset", asset.id) in self.covers or len({spell.subject for spell in self.parties}) == 2

    def in_scope(self, asset: AssetCard) -> bool:
        """True when the asset, its category or everything is covered and neither it nor its category is excepted."""
        mine = {("asset", asset.id), ("category", asset.category_id), ("all", 0)}
        return bool(mine & self.covers) and not mine & self.excludes

    def party_until(self, authority: int, day: date) -> date | None:
        """The last day on which the authority is bound, when it is on `day`; date.max for no end, None when it is not bound then."""
        for spell in self.parties:
            if spell.subject == authority and spell.holds_on(day) and self.first <= day and (self.last is None or day <= self.last):
                return min(self.last or date.max, spell.last or date.max)
        return None


@dataclass(frozen=True, slots=True)
class Gap:
    """Why an agreement that names both houses does not bind them: it awaits the approval of `awaiting` (names), or it ended on `last`."""

    agreement: AgreementCard
    awaiting: tuple[str, ...] = ()
    last: date | None = None
    cause: Cause = Cause.TERM


@dataclass(frozen=True, slots=True)
class RuleCard:
    """A lending rule: how narrow it is, and the answers it gives by question (only those that it does give).

    It holds for what is asked from `first` up to and including `last`. A blackout is no answer that a narrower rule replaces: every one
    counts. It leaves alone who is `spared`, as does a priority window. Uses of its quota count together under the id `counts_as`.
    """

    id: int
    asset: int | None
    category: int | None
    relation: str | None
    borrower_kind: str | None
    answers: Mapping[str, Any]
    source: str = ""
    recognition: str | None = None
    first: date | None = None
    last: date | None = None
    blackout: Blackout | None = None
    spared: frozenset[str] = frozenset()
    counts_as: int = 0
    evidence: dict[str, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "evidence", {"rule": self.source, "rule_id": self.id})

    @property
    def narrowness(self) -> tuple[int, bool, int, bool]:
        """Greater is more specific: first by what is borrowed, then by what the borrower is to it, its recognition and its kind."""
        recognised = 0 if self.recognition is None else 1 if self.recognition == "any" else 2
        return (2 if self.asset else 1 if self.category else 0, self.relation is not None, recognised, self.borrower_kind is not None)

    @property
    def counts_loans(self) -> bool:
        """True when it adds up several loans of one borrower, so that only one at a time may be written."""
        return "quota" in self.answers or "most_units" in self.answers

    def is_about(self, asset: AssetCard, relation: str, borrower_kind: str, recognised: Collection[str] = ()) -> bool:
        """True when nothing that narrows the rule leaves this case out."""
        about = self.asset in (None, asset.id) and self.category in (None, asset.category_id)
        return about and self.is_for(relation, borrower_kind, recognised)

    def is_for(self, relation: str, borrower_kind: str, recognised: Collection[str] = ()) -> bool:
        """True when it concerns such a borrower, whatever is borrowed."""
        return (
            self.relation in (None, relation)
            and self.borrower_kind in (None, borrower_kind)
            and (self.recognition is None or self.recognition in recognised or (self.recognition == "any" and bool(recognised)))
        )

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def spares(self, relation: str, borrower_kind: str) -> bool:
        """True for whom its priority window and its blackout leave alone."""
        if relation == Relation.CO_OWNER:
            return Spared.CO_OWNERS in self.spared
        if relation != Relation.OWN:
            return False
        return Spared.OWN_BORROWERS in self.spared or (borrower_kind == "authority" and Spared.OWN_SERVICES in self.spared)


@dataclass(frozen=True, slots=True)
class RequirementCard:
    """A proof that an owner asks for (see models/lending_rules.Requirement)."""

    id: int
    kind: str
    asset: int | None
    category: int | None
    borrower_kind: str | None
    amount_cents: int | None = None
    whole_value: bool = False
    qualification: str | None = None
    confirms_without: bool = False
    source: str = ""
    every_months: int | None = None
    purpose: str | None = None
    most_excess_cents: int | None = None
    own_verification: bool = False
    first: date | None = None
    last: date | None = None

    def is_about(self, asset: AssetCard, borrower_kind: str, purpose: str, day: date) -> bool:
        """True when the requirement concerns this asset, kind of borrower and purpose, for custody that begins on a day."""
        return (
            self.asset in (None, asset.id)
            and self.category in (None, asset.category_id)
            and self.borrower_kind in (None, borrower_kind)
            and self.purpose in (None, purpose)
            and (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
        )


@dataclass(frozen=True, slots=True)
class RegulationCard:
    """A published regulation, prepared to price; `prices_by` says whether the date of booking or of use chooses the version."""

    id: int
    first: date
    last: date | None
    prices_by: str
    prepared: Prepared = field(compare=False)

    def in_force(self, use: date, booked: date) -> bool:
        """Whether it prices what is used on one day and was booked on another."""
        day = booked if self.prices_by == "booking" else use
        return self.first <= day and (self.last is None or day <= self.last)

    def announced(self, today: date) -> bool:
        """Whether it is published and begins later than today."""
        published = self.prepared.regulation.published_on
        return today < self.first and (published is None or published <= today)

    def about(self, category: str, asset: str) -> int:
        """How narrowly it covers an asset: 3 by its own code, 2 by its category, 1 with all that its owner lends, 0 not at all."""
        covers = self.prepared.regulation.covers
        if not covers:
            return 1
        return 3 if asset in covers else 2 if category in covers else 0
