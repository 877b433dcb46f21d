"""By what a borrower and an owner are bound for one loan: an agreement, what its owner chose instead, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from booking.rules.agreements import Beyond, Cause
from booking.rules.catalogue.book import Catalogue
from booking.rules.catalogue.cards import AssetCard
from booking.rules.catalogue.relations import agreement_for, term_for
from booking.rules.catalogue.terms import AgreementCard, Gap, TermCard
from booking.rules.kinds import Relation

Choice = tuple[int, Beyond]


@dataclass(frozen=True, slots=True)
class Bound:
    """What a borrower is to an asset by all that binds it: the agreement with its last day, and the term that it gives.

    Where none binds, `gap` says why one that names both does not. `choice` is what the owner chose for a loan that outlasts an agreement.
    """

    relation: Relation
    agreement: tuple[AgreementCard, date] | None = None
    term: tuple[AgreementCard, TermCard] | None = None
    gap: Gap | None = None
    choice: tuple[AgreementCard, Beyond] | None = None


def bound_for(
    catalogue: Catalogue, asset: AssetCard, house: int, borrower_kind: str, day: date, tie: Relation, choice: Choice | None = None
) -> Bound:
    """What binds a borrower of `house` that is `tie` to an asset on the first day of custody."""
    if choice and tie in (Relation.PARTNER, Relation.OTHER):
        card = next(card for card in catalogue.agreements if card.id == choice[0])
        if choice[1] is Beyond.OUTSIDE:
            return Bound(Relation.OTHER, choice=(card, choice[1]))
        term = _term_beyond(card, catalogue.owner(asset, day).id, asset, day)
        return Bound(Relation.PARTNER, term=(card, term) if term else None, choice=(card, choice[1]))
    found = agreement_for(catalogue, asset, house, borrower_kind, day)
    if found is None:
        return Bound(tie, gap=gap_for(catalogue, asset, house, borrower_kind, day) if tie is Relation.OTHER else None)
    return Bound(tie, found, term_for(catalogue, asset, house, borrower_kind, day) if tie is Relation.PARTNER else None)


def gap_for(catalogue: Catalogue, asset: AssetCard, house: int, borrower_kind: str, day: date) -> Gap | None:
    """Why no agreement binds both houses on a day, of those that could have: one that awaits an approval, else the one that ended last."""
    key = (asset.id, house, borrower_kind, day)
    if key not in catalogue.gaps:
        if len(catalogue.gaps) > 20_000:
            catalogue.gaps.clear()
        owner = catalogue.owner(asset, day).house(day)
        named = [
            gap
            for agreement in catalogue.agreements
            if borrower_kind in agreement.beneficiaries and agreement.names(house, owner) and agreement.in_scope(asset)
            if (gap := _gap(catalogue, agreement, house, owner, day))
        ]
        catalogue.gaps[key] = max(named, key=lambda gap: (bool(gap.awaiting), gap.last or date.max, gap.agreement.id), default=None)
    return catalogue.gaps[key]


def _gap(catalogue: Catalogue, agreement: AgreementCard, house: int, owner: int, day: date) -> Gap | None:
    """What stands between an agreement and both houses on a day, None when that is before its first."""
    exits = [spell.last for spell in agreement.parties if spell.subject in (house, owner) and spell.last]
    last = min([*exits, *([agreement.last] if agreement.last else [])], default=None)
    if day < agreement.first:
        return None
    if last is not None and last < day:
        return Gap(agreement, last=last, cause=agreement.cause if last == agreement.last else Cause.EXIT)
    missing = agreement.awaiting & {house, owner} if agreement.parties else agreement.awaiting
    return Gap(agreement, tuple(sorted(catalogue.authorities[each].name for each in missing))) if missing else None


def _term_beyond(agreement: AgreementCard, lender: int, asset: AssetCard, day: date) -> TermCard | None:
    """The preferred tariff of a loan that is kept under an agreement: on a day beyond its end that of its last day."""
    found = [term for term in agreement.terms if term.is_about(lender, asset.category_id, min(day, agreement.last or day))]
    return max(found, key=lambda term: term.narrowness, default=None)
