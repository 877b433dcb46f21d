"""Who operates and who drives: a person with what they hold."""

from __future__ import annotations

from datetime import date

from booking.rules.admission.facts import Facts, PersonCard
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.admission.proofs.due import due
from booking.rules.catalogue import RequirementCard
from booking.rules.kinds import RequirementKind

# Who may drive the heavier combination may drive the lighter one (KB 23 March 1998, art. 20).
LICENCES = {"licence_b": {"licence_b", "licence_b96", "licence_be"}, "licence_b96": {"licence_b96", "licence_be"}}


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
            due(facts, qualification=required.qualification, rule=required.source),
        )
    code, until = _held(facts, required, person)
    evidence = {"person": person.name, "qualification": required.qualification, "valid_until": until.isoformat() if until else None}
    if code == "qualified":
        return Finding(f"{kind}_qualified", Verdict.OK, person.name, evidence)
    return Finding(f"{kind}_{code}", Verdict.NEEDS_DOCUMENT, person.name, due(facts, **evidence))


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
