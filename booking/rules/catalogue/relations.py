"""What a borrower is to an asset, which agreement binds both, and which rule of the owner wins."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from booking.rules.catalogue.book import Catalogue
from booking.rules.catalogue.cards import AssetCard
from booking.rules.catalogue.terms import AgreementCard, RuleCard, TermCard
from booking.rules.kinds import Relation
from booking.rules.periods import Period, local


def relation(catalogue: Catalogue, asset: AssetCard, home: int, borrower_kind: str, custody: Period) -> Relation:
    """What a borrower whose home is authority `home` is to an asset on every day of custody (DESIGN § 4).

    `own`: its house manages the asset; `co-owner`: it holds a share; `partner`: an agreement in force on the first day of custody covers
    the asset and serves this kind of borrower; else `other`.
    """
    first = local(custody.start).date()
    house = catalogue.authorities[home].house(first)
    owner = catalogue.owner(asset, first)
    if house == owner.house(first):
        return Relation.OWN
    if borrower_kind == "authority" and asset.shares:
        last = custody.last_day
        if any(share.subject == house and share.holds_throughout(first, last) for share in asset.shares):
            return Relation.CO_OWNER
    return Relation.PARTNER if agreement_for(catalogue, asset, house, borrower_kind, first) else Relation.OTHER


def agreement_for(catalogue: Catalogue, asset: AssetCard, house: int, borrower_kind: str, day: date) -> tuple[AgreementCard, date] | None:
    """The agreement that binds both houses on a day for this asset and kind of borrower, with its last day; the longest one wins."""
    found = _binding(catalogue, asset, house, borrower_kind, day)
    if not found:
        return None
    until, agreement = max(found, key=lambda pair: (pair[0], pair[1].id))
    return agreement, until


def term_for(
    catalogue: Catalogue, asset: AssetCard, house: int, borrower_kind: str, day: date
) -> tuple[AgreementCard, TermCard] | None:
    """The preferred tariff of a partner on a day: of all agreements that bind both, the term about the narrowest scope."""
    lender = catalogue.owner(asset, day).id
    found = [
        (agreement, term)
        for _, agreement in _binding(catalogue, asset, house, borrower_kind, day)
        for term in agreement.terms
        if term.is_about(lender, asset.category_id, day)
    ]
    return max(found, key=lambda pair: (("asset", asset.id) in pair[0].covers, pair[1].narrowness)) if found else None


def _binding(catalogue: Catalogue, asset: AssetCard, house: int, borrower_kind: str, day: date) -> list[tuple[date, AgreementCard]]:
    """Every agreement that binds both houses on a day for this asset and kind of borrower, with its last day; found once."""
    key = (asset.id, house, borrower_kind, day)
    found = catalogue.bound.get(key)
    if found is None:
        if len(catalogue.bound) > 20_000:
            catalogue.bound.clear()
        owner = catalogue.owner(asset, day).house(day)
        ends = (
            (agreement.party_until(house, day), agreement.party_until(owner, day), agreement)
            for agreement in catalogue.agreements
            if borrower_kind in agreement.beneficiaries and agreement.in_scope(asset)
        )
        known = [(min(ours, theirs), agreement) for ours, theirs, agreement in ends if ours and theirs]
        found = catalogue.bound[key] = [(_on(catalogue, asset, house, borrower_kind, last), agreement) for last, agreement in known]
    return found


def _on(catalogue: Catalogue, asset: AssetCard, house: int, borrower_kind: str, last: date) -> date:
    """The last day on which both are bound: by this agreement, or by the one (such as its newer version) that goes on where it ends."""
    if last == date.max:
        return last
    following = _binding(catalogue, asset, house, borrower_kind, last + timedelta(days=1))
    return max((until for until, _ in following), default=last)


class Ruling(NamedTuple):
    """What an owner's rules say about one case: for each question the answer of the most specific rule that gives one, with that rule;
    and every rule with a blackout.
    """

    answers: Mapping[str, tuple[Any, RuleCard]] = MappingProxyType({})
    blackouts: tuple[RuleCard, ...] = ()


def ruling(
    catalogue: Catalogue, owner: int, asset: AssetCard, relation: str, borrower_kind: str, recognised: frozenset[str], day: date
) -> Ruling:
    """What the owner's rules of a day say about an asset and a borrower (DESIGN § 9); found once per version of the catalogue."""
    key = (owner, asset.id, relation, borrower_kind, recognised, day)
    found = catalogue.ruled.get(key)
    if found is None:
        if len(catalogue.ruled) > 20_000:
            catalogue.ruled.clear()
        mine = _rules_for(catalogue, owner, relation, borrower_kind, recognised, day)
        found = catalogue.ruled[key] = _ruling([rule for rule in mine if rule.is_about(asset, relation, borrower_kind, recognised)])
    return found


def _rules_for(
    catalogue: Catalogue, owner: int, relation: str, borrower_kind: str, recognised: frozenset[str], day: date
) -> list[RuleCard]:
    """What a kind of borrower can meet at an owner on a day, whatever it borrows, the most general first: sorted once for all assets."""
    key = (owner, None, relation, borrower_kind, recognised, day)
    found: list[RuleCard] | None = catalogue.ruled.get(key)
    if found is None:
        held = (rule for rule in catalogue.rules.get(owner, ()) if rule.holds_on(day) and rule.is_for(relation, borrower_kind, recognised))
        found = catalogue.ruled[key] = sorted(held, key=_precision)
    return found


def _precision(rule: RuleCard) -> tuple[tuple[int, bool, int, bool], int]:
    return rule.narrowness, rule.id


def ruling_of(
    rules: Iterable[RuleCard], asset: AssetCard, relation: str, borrower_kind: str, recognised: Collection[str] = ()
) -> Ruling:
    """The same for these rules, whatever their dates; of two that are as specific the later one."""
    return _ruling(sorted((rule for rule in rules if rule.is_about(asset, relation, borrower_kind, recognised)), key=_precision))


def _ruling(rules: Sequence[RuleCard]) -> Ruling:
    """What these rules say together, where a later one replaces the answers of an earlier one."""
    answers = {question: (answer, rule) for rule in rules for question, answer in rule.answers.items()}
    return Ruling(answers, tuple([rule for rule in rules if rule.blackout]))
