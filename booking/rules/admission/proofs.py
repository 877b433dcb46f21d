"""What must be in order before the keys change hands: agreement, cover, inspection, operator and driver (DESIGN § 8).

A proof that can still be renewed gives `needs_document` with the moment it is due; only a failed inspection refuses.
"""

from __future__ import annotations

from datetime import date

from booking.rules.admission.facts import Facts, PersonCard, PolicyCard
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.catalogue import AssetCard, RequirementCard
from booking.rules.kinds import Relation, RequirementKind
from booking.rules.periods import local

# Who may drive the heavier combination may drive the lighter one (KB 23 March 1998, art. 20).
LICENCES = {"licence_b": {"licence_b", "licence_b96", "licence_be"}, "licence_b96": {"licence_b96", "licence_be"}}


def _due(facts: Facts, **more: object) -> dict[str, object]:
    """Evidence every missing proof carries: when custody runs, so by when the proof is due."""
    return {"deadline": facts.periods.custody.start.isoformat(), "custody_end": facts.last_day.isoformat(), **more}


def agreement(facts: Facts) -> Finding:
    """Where the owner requires one, an agreement between both houses covers every day of custody."""
    subject = facts.asset.code
    if not facts.answer("needs_agreement") or facts.relation in (Relation.OWN, Relation.CO_OWNER):
        return Finding("agreement_not_required", Verdict.OK, subject)
    if facts.agreement is None:
        return Finding("agreement_missing", Verdict.REFUSED, subject, {"owner": facts.owner.name, "rule": facts.source("needs_agreement")})
    found, until = facts.agreement
    evidence = {"agreement": found.reference, "valid_until": until.isoformat() if until < date.max else None}
    if until < facts.last_day:
        return Finding("agreement_ends_before", Verdict.NEEDS_DOCUMENT, subject, _due(facts, **evidence))
    return Finding("agreement_in_force", Verdict.OK, subject, evidence)


def liability(facts: Facts) -> Finding:
    """A verified liability policy of the borrower covers every day of custody for a sufficient sum."""
    required = facts.required(RequirementKind.LIABILITY)
    if required is None:
        return Finding("liability_not_required", Verdict.OK, facts.borrower.name)
    sum_needed = (facts.asset.value_cents or 0) * facts.units if required.whole_value else required.amount_cents or 0
    tried = [
        (_liability_gap(facts, policy, sum_needed), policy)
        for policy in facts.borrower.policies
        if policy.kind == RequirementKind.LIABILITY
    ]
    if not tried:
        return Finding(
            "liability_missing", Verdict.NEEDS_DOCUMENT, facts.borrower.name, _due(facts, required_cents=sum_needed, rule=required.source)
        )
    gap, best = min(tried, key=lambda pair: (_GAPS.index(pair[0]), -pair[1].amount_cents))
    evidence = {
        "insured_cents": best.amount_cents,
        "required_cents": sum_needed,
        "valid_until": best.last.isoformat() if best.last else None,
        "policy": f"{best.insurer} {best.number}",
    }
    if gap == "liability_covered":
        return Finding(gap, Verdict.OK, facts.borrower.name, evidence)
    return Finding(gap, Verdict.NEEDS_DOCUMENT, facts.borrower.name, _due(facts, **evidence))


_GAPS = ("liability_covered", "liability_unverified", "liability_ends_before", "liability_too_small")


def _liability_gap(facts: Facts, policy: PolicyCard, sum_needed: int) -> str:
    if policy.amount_cents < sum_needed:
        return "liability_too_small"
    if policy.first > facts.first_day or (policy.last is not None and policy.last < facts.last_day):
        return "liability_ends_before"
    return "liability_covered" if policy.verified else "liability_unverified"


def inspection(facts: Facts) -> Finding:
    """The newest inspection of the asset, and of each of its parts that needs one, passed and is valid on every day of custody.

    Of several the gravest is told; its evidence names the part.
    """
    found = [_inspected(facts, card, required) for card, required in facts.required_of_each(RequirementKind.INSPECTION)]
    if not found:
        return Finding("inspection_not_required", Verdict.OK, facts.asset.code)
    return min(found, key=lambda each: _GRAVEST_FIRST.index(each.verdict))


_GRAVEST_FIRST = (Verdict.REFUSED, Verdict.NEEDS_DOCUMENT, Verdict.OK)


def _inspected(facts: Facts, asset: AssetCard, required: RequirementCard) -> Finding:
    known = [card for card in asset.inspections if card.on <= local(facts.now).date()]
    if not known:
        return Finding("inspection_missing", Verdict.NEEDS_DOCUMENT, asset.code, _due(facts, asset=asset.name, rule=required.source))
    newest = max(known, key=lambda card: (card.on, card.until))
    evidence = {"asset": asset.name, "valid_until": newest.until.isoformat(), "body": newest.body}
    if not newest.passed:
        return Finding("inspection_failed", Verdict.REFUSED, asset.code, {**evidence, "from_": newest.on.isoformat()})
    if newest.until < facts.last_day:
        return Finding("inspection_expires", Verdict.NEEDS_DOCUMENT, asset.code, _due(facts, **evidence))
    return Finding("inspection_valid", Verdict.OK, asset.code, evidence)


def operator(facts: Facts) -> Finding:
    """Where an asset needs an operator, one is named who holds the attest on every day of custody (Codex art. IV.3-7)."""
    return _person(facts, RequirementKind.OPERATOR, facts.operator)


def driver(facts: Facts) -> Finding:
    """Where a trailer is fetched by the borrower, a driver is named whose licence suits its mass."""
    if not facts.self_driven:
        return Finding("driver_not_required", Verdict.OK, facts.asset.code)
    return _person(facts, RequirementKind.DRIVER, facts.driver)


def _person(facts: Facts, kind: RequirementKind, person: PersonCard | None) -> Finding:
    required = facts.required(kind)
    if required is None:
        return Finding(f"{kind}_not_required", Verdict.OK, facts.asset.code)
    if person is None:
        return Finding(
            f"{kind}_missing",
            Verdict.NEEDS_DOCUMENT,
            facts.asset.code,
            _due(facts, qualification=required.qualification, rule=required.source),
        )
    code, until = _held(facts, required, person)
    evidence = {"person": person.name, "qualification": required.qualification, "valid_until": until.isoformat() if until else None}
    if code == "qualified":
        return Finding(f"{kind}_qualified", Verdict.OK, person.name, evidence)
    return Finding(f"{kind}_{code}", Verdict.NEEDS_DOCUMENT, person.name, _due(facts, **evidence))


def _held(facts: Facts, required: RequirementCard, person: PersonCard) -> tuple[str, date | None]:
    """How well a person's best qualification of the required kind serves: qualified, unverified, expires or missing."""
    enough = LICENCES.get(required.qualification or "", {required.qualification})
    held = [card for card in person.qualifications if card.kind in enough]
    lasting = [card for card in held if card.first <= facts.first_day and (card.last is None or facts.last_day <= card.last)]
    for verified, code in ((True, "qualified"), (False, "unverified")):
        fitting = [card for card in lasting if card.verified is verified]
        if fitting:
            return code, max(fitting, key=lambda card: card.last or date.max).last
    if held:
        return "expires", max(card.last or date.min for card in held)
    return "missing", None
