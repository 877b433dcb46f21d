"""The joint catalogue as values: what a rule may know about assets, places, owners and agreements, frozen at one version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from booking.rules.calendar import ALWAYS, Calendar
from booking.rules.custody import NO_BUFFER, Buffer, Periods, periods
from booking.rules.kinds import Relation
from booking.rules.periods import Period, local
from booking.rules.tariffs import Prepared


@dataclass(frozen=True, slots=True)
class Spell:
    """A dated relation to `subject` (an id), both dates included; `weight` is a share's basis points."""

    subject: int
    first: date
    last: date | None = None
    weight: int = 0

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return self.first <= day and (self.last is None or day <= self.last)

    def holds_throughout(self, first: date, last: date) -> bool:
        """True when both days, and so every day between them, lie in the spell."""
        return self.holds_on(first) and self.holds_on(last)


def on(spells: Iterable[Spell], day: date) -> int | None:
    """The subject of the first spell that holds on the day."""
    return next((spell.subject for spell in spells if spell.holds_on(day)), None)


@dataclass(frozen=True, slots=True)
class AuthorityCard:
    """An authority that owns or borrows; `municipalities` are the dated groups it belongs to (an OCMW, its municipality)."""

    id: int
    name: str
    kind: str
    email: str | None = None
    municipalities: tuple[Spell, ...] = ()

    def house(self, day: date) -> int:
        """The municipality whose group this authority is in on a day; itself when it is in none."""
        return on(self.municipalities, day) or self.id


@dataclass(frozen=True, slots=True)
class DepotCard:
    """A depot or hall building with its calendar."""

    id: int
    authority: int
    name: str
    address: str
    kind: str = "depot"
    lat: float | None = None
    lon: float | None = None
    calendar: Calendar = field(default_factory=lambda: Calendar(ALWAYS), compare=False)


@dataclass(frozen=True, slots=True)
class InspectionCard:
    """The outcome of one inspection; `passed` is valid up to and including `until`."""

    on: date
    until: date
    passed: bool
    body: str


@dataclass(frozen=True, slots=True)
class AssetCard:
    """An asset with all that is dated about it. `leaves` are the assets (units each) that carry its occupancy; itself when undivided."""

    id: int
    code: str
    name: str
    category: str
    category_id: int
    units: int
    in_place: bool
    leaves: Mapping[int, int]
    managers: tuple[Spell, ...]
    keepers: tuple[Spell, ...]
    shares: tuple[Spell, ...] = ()
    before: Buffer = NO_BUFFER
    after: Buffer = NO_BUFFER
    capacity: int | None = None
    mass_kg: int | None = None
    value_cents: int | None = None
    in_service_from: date = date.min
    in_service_until: date | None = None
    inspections: tuple[InspectionCard, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that changes rarely, by id, at one version. Shared between threads: never change what is in it.

    `remembered` keeps what was read of borrowers (queries/borrowers.py) as long as their own version, `borrowers`, stays the same.
    """

    version: int
    authorities: Mapping[int, AuthorityCard]
    depots: Mapping[int, DepotCard]
    assets: Mapping[int, AssetCard]
    agreements: tuple[AgreementCard, ...] = ()
    rules: Mapping[int, tuple[RuleCard, ...]] = field(default_factory=dict)
    requirements: Mapping[int, tuple[RequirementCard, ...]] = field(default_factory=dict)
    regulations: Mapping[int, tuple[RegulationCard, ...]] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    borrowers: int = 0
    worked: dict[tuple[Any, ...], Periods] = field(default_factory=dict, repr=False, compare=False)
    remembered: dict[int, Any] = field(default_factory=dict, repr=False, compare=False)
    likeness: dict[date, Mapping[int, int]] = field(default_factory=dict, repr=False, compare=False)

    def owner(self, asset: AssetCard, day: date) -> AuthorityCard:
        """The authority that decides on an asset on a day; before the first and after the last spell, the nearest manager."""
        found = on(asset.managers, day)
        return self.authorities[found if found is not None else asset.managers[-1].subject]

    def depot(self, asset: AssetCard, day: date) -> DepotCard:
        """The place from which an asset is handed over on a day."""
        found = on(asset.keepers, day)
        return self.depots[found if found is not None else asset.keepers[-1].subject]

    def regulation(self, owner: AuthorityCard, use: date, booked: date) -> RegulationCard | None:
        """The regulation that prices a use: the owner's, or that of the municipality whose group it is in."""
        for authority in (owner.id, owner.house(use)):
            for card in self.regulations.get(authority, ()):
                day = booked if card.prices_by == "booking" else use
                if card.first <= day and (card.last is None or day <= card.last):
                    return card
        return None

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


def relation(catalogue: Catalogue, asset: AssetCard, home: int, borrower_kind: str, custody: Period) -> Relation:
    """What a borrower whose home is authority `home` is to an asset on every day of custody (DESIGN § 4).

    `own`: its house manages the asset; `co-owner`: it holds a share; `partner`: an agreement in force on the first day of custody covers
    the asset and serves this kind of borrower; else `other`.
    """
    days = custody.days()
    first, last = days[0], days[-1]
    house = catalogue.authorities[home].house(first)
    owner = catalogue.owner(asset, first)
    if house == owner.house(first):
        return Relation.OWN
    if borrower_kind == "authority" and any(share.subject == house and share.holds_throughout(first, last) for share in asset.shares):
        return Relation.CO_OWNER
    return Relation.PARTNER if agreement_for(catalogue, asset, house, borrower_kind, first) else Relation.OTHER


def agreement_for(catalogue: Catalogue, asset: AssetCard, house: int, borrower_kind: str, day: date) -> tuple[AgreementCard, date] | None:
    """The agreement that binds both houses on a day for this asset and kind of borrower, with its last day; the longest one wins."""
    owner = catalogue.owner(asset, day).house(day)
    found = []
    for agreement in catalogue.agreements:
        if borrower_kind in agreement.beneficiaries and agreement.in_scope(asset):
            ends = [agreement.party_until(party, day) for party in (house, owner)]
            if None not in ends:
                found.append((min(end for end in ends if end), agreement))
    if not found:
        return None
    until, agreement = max(found, key=lambda pair: (pair[0], pair[1].id))
    return agreement, until


def ruling(rules: Iterable[RuleCard], asset: AssetCard, relation: str, borrower_kind: str) -> dict[str, tuple[Any, RuleCard]]:
    """For each question the answer of the most specific rule that gives one, with that rule (DESIGN § 9)."""
    found: dict[str, tuple[Any, RuleCard]] = {}
    for rule in sorted((r for r in rules if r.is_about(asset, relation, borrower_kind)), key=lambda r: (r.narrowness, r.id)):
        found.update({question: (answer, rule) for question, answer in rule.answers.items()})
    return found
