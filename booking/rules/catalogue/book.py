"""The catalogue itself: everything that changes rarely, frozen at one version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from booking.rules.catalogue.cards import AssetCard, AuthorityCard, DepotCard
from booking.rules.catalogue.spells import on
from booking.rules.catalogue.terms import AgreementCard, ExemptionCard, Gap, RegulationCard, RequirementCard, RuleCard
from booking.rules.catalogue.terms_of_use import TermsCard
from booking.rules.crew import LoanWork, loan_work
from booking.rules.custody import Periods, periods
from booking.rules.periods import Period, local


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that changes rarely, by id, at one version. Shared between threads: never change what is in it.

    `remembered` keeps what was read of borrowers by their id (queries/borrowers.py), and of towns (queries/places.py), as long as the
    version of borrowers, `borrowers`, stays the same too.
    """

    version: int
    authorities: Mapping[int, AuthorityCard]
    depots: Mapping[int, DepotCard]
    assets: Mapping[int, AssetCard]
    agreements: tuple[AgreementCard, ...] = ()
    exemptions: Mapping[tuple[int, int], tuple[ExemptionCard, ...]] = field(default_factory=dict)
    rules: Mapping[int, tuple[RuleCard, ...]] = field(default_factory=dict)
    requirements: Mapping[int, tuple[RequirementCard, ...]] = field(default_factory=dict)
    regulations: Mapping[int, tuple[RegulationCard, ...]] = field(default_factory=dict)
    terms_of_use: Mapping[int, tuple[TermsCard, ...]] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    borrowers: int = 0
    worked: dict[tuple[Any, ...], Periods] = field(default_factory=dict, repr=False, compare=False)
    planned: dict[tuple[Any, ...], LoanWork] = field(default_factory=dict, repr=False, compare=False)
    remembered: dict[int | str, Any] = field(default_factory=dict, repr=False, compare=False)
    likeness: dict[date, Mapping[int, int]] = field(default_factory=dict, repr=False, compare=False)
    gaps: dict[tuple[int, int, str, date], Gap | None] = field(default_factory=dict, repr=False, compare=False)
    bound: dict[tuple[int, int, str, date], list[tuple[date, AgreementCard]]] = field(default_factory=dict, repr=False, compare=False)
    rules_by_id: dict[int, tuple[int, RuleCard]] = field(default_factory=dict, repr=False, compare=False)
    ruled: dict[tuple[Any, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def rule(self, key: int) -> tuple[int, RuleCard] | None:
        """A lending rule by its id, in force or not, with the authority whose it is."""
        if not self.rules_by_id:
            self.rules_by_id.update({card.id: (authority, card) for authority, cards in self.rules.items() for card in cards})
        return self.rules_by_id.get(key)

    def owner(self, asset: AssetCard, day: date) -> AuthorityCard:
        """The authority that decides on an asset on a day; before the first and after the last spell, the nearest manager."""
        found = on(asset.managers, day)
        return self.authorities[found if found is not None else asset.managers[-1].subject]

    def depot(self, asset: AssetCard, day: date) -> DepotCard:
        """The place from which an asset is handed over on a day."""
        found = on(asset.keepers, day)
        return self.depots[found if found is not None else asset.keepers[-1].subject]

    def regulation(self, owner: AuthorityCard, category: str, asset: str, use: date, booked: date) -> RegulationCard | None:
        """The regulation that prices a use of an asset: the owner's, or that of the municipality whose group it is in.

        Of several in force the one that covers it most narrowly; of those, one that has a price for it; of those, the latest.
        """
        for authority in dict.fromkeys((owner.id, owner.house(use))):
            found = [card for card in self.regulations.get(authority, ()) if card.in_force(use, booked) and card.about(category, asset)]
            if len(found) > 1:
                return max(found, key=lambda card: (card.about(category, asset), bool(card.prepared.clauses(category, asset)[0])))
            if found:
                return found[0]
        return None

    def tariffs(self, owner: AuthorityCard, category: str, asset: str, today: date) -> list[RegulationCard]:
        """The regulation that prices what is used and booked today, and the next ones that are announced, in order of their first days."""
        now = self.regulation(owner, category, asset, today, today)
        cards = [card for house in dict.fromkeys((owner.id, owner.house(today))) for card in self.regulations.get(house, ())]
        later = [card for card in cards if card.announced(today) and card.about(category, asset)]
        return [*([now] if now else []), *sorted(later, key=lambda card: (card.first, card.id))]

    def exemption(self, lender: AuthorityCard, borrower: AuthorityCard, category: int, day: date) -> ExemptionCard | None:
        """The row of the register by which a lender, or the municipality whose group it is in, lends a category free to a borrower on a
        day; one about the category before one about everything.
        """
        if not self.exemptions:
            return None
        pairs = [(one, other) for one in dict.fromkeys((lender.id, lender.house(day))) for other in (borrower.id, borrower.house(day))]
        found = [
            card
            for pair in pairs
            for card in self.exemptions.get(pair, ())
            if card.category in (None, category) and card.holds_on(day)
        ]  # fmt: skip
        return max(found, key=lambda card: card.category is not None, default=None)

    def alike(self, day: date) -> Mapping[int, int]:
        """For each asset the id of the first that has the same place and buffers on a day: a use gives them the same periods."""
        found = self.likeness.get(day)
        if found is None:
            first: dict[tuple[Any, ...], int] = {}
            found = {a.id: first.setdefault((self.depot(a, day).id, a.before, a.after, a.in_place), a.id) for a in self.assets.values()}
            if len(self.likeness) > 1_000:
                self.likeness.clear()
            self.likeness[day] = found
        return found

    def periods(self, asset: AssetCard, use: Period) -> Periods:
        """Use, custody and blocked period of an asset; assets of one place with the same buffers share the arithmetic.

        Raises InvalidTime `calendar_no_open_day` when its place stays shut too long.
        """
        depot = self.depot(asset, local(use.start).date())
        key = (depot.id, asset.before, asset.after, asset.in_place, use)
        found = self.worked.get(key)
        if found is None:
            if len(self.worked) > 20_000:
                self.worked.clear()
            found = self.worked[key] = periods(use, depot.calendar, asset.before, asset.after, in_place=asset.in_place)
        return found

    def work(self, asset: AssetCard, held: Periods, handover: str) -> LoanWork:
        """What the crew does for a loan of an asset; assets of one place with the same plan share the arithmetic."""
        depot = self.depot(asset, held.first_day)
        key = (depot.id, tuple(asset.steps.values()), asset.in_place, handover, held)
        found = self.planned.get(key)
        if found is None:
            if len(self.planned) > 20_000:
                self.planned.clear()
            found = self.planned[key] = loan_work(held, depot.calendar, asset.steps, handover, in_place=asset.in_place)
        return found
