"""The agreement between two houses: whether it binds them during the whole custody, and how what is lent by it may be used."""

from __future__ import annotations

from datetime import date
from typing import Any

from booking.rules.admission.facts import Beneficiary, Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.admission.proofs.due import due
from booking.rules.agreements import Beyond, Cause, Place
from booking.rules.catalogue import AgreementCard, Gap
from booking.rules.kinds import BorrowerKind, Purpose, Relation
from booking.rules.periods import local

FOR_OTHERS = frozenset({Purpose.PRIVATE, Purpose.COMMERCIAL})  # no service of a municipality needs it for this itself


def agreement(facts: Facts) -> Finding:
    """Where the owner requires one, an agreement between both houses covers every day of custody.

    One that awaits an approval, or whose term ends, can still come in time; one that a party gave up cannot.
    """
    subject = facts.asset.code
    if facts.choice is not None:
        card, chosen = facts.choice
        code = "agreement_kept" if chosen is Beyond.KEPT else "agreement_outside"
        return Finding(code, Verdict.OK, subject, {**_named(card), "valid_until": _day(card.last)})
    if not facts.answer("needs_agreement") or facts.relation in (Relation.OWN, Relation.CO_OWNER):
        return Finding("agreement_not_required", Verdict.OK, subject)
    if facts.agreement is not None:
        return _covering(facts, *facts.agreement)
    if facts.gap is not None and (found := _wanting(facts, facts.gap)):
        return found
    return Finding("agreement_missing", Verdict.REFUSED, subject, {"owner": facts.owner.name, "rule": facts.source("needs_agreement")})


def _covering(facts: Facts, card: AgreementCard, until: date) -> Finding:
    evidence = {**_named(card), "valid_until": _day(until if until < date.max else None)}
    if until >= facts.last_day:
        return Finding("agreement_in_force", Verdict.OK, facts.asset.code, evidence)
    left = until != card.last and any(spell.last == until for spell in card.parties)
    return _ending(facts, evidence, Cause.EXIT if left else card.cause)


def _wanting(facts: Facts, gap: Gap) -> Finding | None:
    """What is said of an agreement that names both but does not bind them; nothing of one whose term is over since before today."""
    evidence = _named(gap.agreement)
    if gap.awaiting:
        missing = {"missing": ", ".join(gap.awaiting)}
        return Finding("agreement_awaits", Verdict.NEEDS_DOCUMENT, facts.asset.code, due(facts, **evidence, **missing))
    if gap.cause is not Cause.EXIT and gap.last is not None and gap.last < local(facts.now).date():
        return None
    return _ending(facts, {**evidence, "valid_until": _day(gap.last)}, gap.cause)


def _ending(facts: Facts, evidence: dict[str, Any], cause: Cause) -> Finding:
    if cause is Cause.EXIT:
        return Finding("agreement_terminated", Verdict.REFUSED, facts.asset.code, {**evidence, "owner": facts.owner.name})
    return Finding("agreement_ends_before", Verdict.NEEDS_DOCUMENT, facts.asset.code, due(facts, **evidence))


def agreed_territory(facts: Facts) -> Finding:
    """What a partner borrows is used where the agreement says, whatever the owner's own rules allow. A hall stands where it stands."""
    card = _partners_card(facts)
    if card is None or facts.asset.in_place or card.territory in (None, Place.ANYWHERE):
        return Finding("agreed_territory_allowed", Verdict.OK, facts.asset.code)
    evidence = {**_named(card), "territory": str(card.territory)}
    if facts.territory is None:
        return Finding("agreed_territory_unknown", Verdict.NEEDS_APPROVAL, facts.asset.code, evidence)
    allowed = {facts.owner.house(facts.first_day)} if card.territory is Place.OWNER else card.named
    if facts.territory in allowed:
        return Finding("agreed_territory_allowed", Verdict.OK, facts.asset.code, evidence)
    return Finding("agreed_territory_outside", Verdict.REFUSED, facts.asset.code, evidence)


def agreed_use(facts: Facts) -> Finding:
    """What a partner borrows for its own use ("voor eigen gebruik") is not passed on: told beforehand, refused for what is for others."""
    card = _partners_card(facts)
    if card is not None and facts.passed_on_to is not None:
        return _passed_on(facts, card, facts.passed_on_to)
    if card is None or card.onward is not False:
        return Finding("agreed_use_free", Verdict.OK, facts.asset.code)
    evidence = {**_named(card), "purpose": facts.purpose}
    if facts.borrower.kind == "authority" and facts.purpose in FOR_OTHERS:
        return Finding("agreed_use_for_others", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("agreed_use_own", Verdict.OK, facts.asset.code, _named(card))


def _passed_on(facts: Facts, card: AgreementCard, other: Beneficiary) -> Finding:
    """Whether an agreement lets a partner pass it on: to anybody, to those that it serves itself, or to nobody. Of somebody who is only
    named nobody knows whether an agreement that serves others serves them: the owner's desk looks.
    """
    evidence = {**_named(card), "beneficiary": other.name}
    if card.onward is not False:
        return Finding("agreed_use_passed_on", Verdict.OK, facts.asset.code, evidence)
    if other.kind in card.beneficiaries:
        return Finding("agreed_use_serves", Verdict.OK, facts.asset.code, evidence)
    if other.kind is None and card.beneficiaries - {BorrowerKind.AUTHORITY}:
        return Finding("agreed_use_unknown", Verdict.NEEDS_APPROVAL, facts.asset.code, evidence)
    return Finding("agreed_use_not_passed_on", Verdict.REFUSED, facts.asset.code, evidence)


def _partners_card(facts: Facts) -> AgreementCard | None:
    """The agreement by which a partner borrows, or under which its loan is kept."""
    if facts.relation is not Relation.PARTNER:
        return None
    found = facts.choice or facts.agreement
    return found[0] if found else None


def _named(card: AgreementCard) -> dict[str, Any]:
    """An agreement as people look it up, and as a page finds it."""
    return {"agreement": card.reference, "agreement_id": card.id}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
