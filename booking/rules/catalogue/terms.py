"""On which terms things are lent, as values: agreements, rules, proofs asked for and regulations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from booking.rules.catalogue.cards import AssetCard
from booking.rules.catalogue.spells import Spell
from booking.rules.tariffs import Prepared


@dataclass(frozen=True, slots=True)
class AgreementCard:
    """An agreement between parties: each party's dates run from its council's approval to its exit.

    `covers` and `excludes` hold ("asset", id), ("category", id) or ("all", 0); `beneficiaries` are borrower kinds; `terms` are
    (lender id or None, category id or None, group code or None, percentage or None, article).
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
    terms: tuple[tuple[int | None, int | None, str | None, int | None, str], ...] = ()

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
class RuleCard:
    """A lending rule: how narrow it is, and the answers it gives by question (only those that it does give)."""

    id: int
    asset: int | None
    category: int | None
    relation: str | None
    borrower_kind: str | None
    answers: Mapping[str, Any]
    source: str = ""

    @property
    def narrowness(self) -> tuple[int, int, int]:
        """Greater is more specific: first by what is borrowed, then by who borrows."""
        return (2 if self.asset else 1 if self.category else 0, 1 if self.relation else 0, 1 if self.borrower_kind else 0)

    def is_about(self, asset: AssetCard, relation: str, borrower_kind: str) -> bool:
        """True when nothing that narrows the rule leaves this case out."""
        return (
            self.asset in (None, asset.id)
            and self.category in (None, asset.category_id)
            and self.relation in (None, relation)
            and self.borrower_kind in (None, borrower_kind)
        )


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

    def is_about(self, asset: AssetCard, borrower_kind: str) -> bool:
        """True when the requirement concerns this asset and kind of borrower."""
        return self.asset in (None, asset.id) and self.category in (None, asset.category_id) and self.borrower_kind in (None, borrower_kind)


@dataclass(frozen=True, slots=True)
class RegulationCard:
    """A published regulation, prepared to price; `prices_by` says whether the date of booking or of use chooses the version."""

    id: int
    first: date
    last: date | None
    prices_by: str
    prepared: Prepared = field(compare=False)
