"""Who operates and who drives: a person with what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.admission.holding import PersonCard, QualificationCard, VerdictCard, verdict_for
from booking.rules.admission.proofs.due import due
from booking.rules.catalogue import RequirementCard
from booking.rules.kinds import RequirementKind
from booking.rules.towing import enough_for, licence_for

_MASS = {True: "assumed_kg", False: "vehicle_kg"}

# How far a proof is from serving, the best first.
_FROM_BEST = ("qualified", "unverified", "rejected", "expires", "begins_after", "missing")


def operator(facts: Facts) -> Finding:
    """Where an asset needs an operator, one is named who holds the attest on every day of custody (Codex art. IV.3-7)."""
    required = facts.required(RequirementKind.OPERATOR)
    if required is None:
        return Finding("operator_not_required", Verdict.OK, facts.asset.code)
    return _person(facts, required, facts.operator, {"qualification": required.qualification})


def driver(facts: Facts) -> Finding:
    """Where a trailer is fetched by the borrower, a driver is named whose licence suits its mass, or is the one that the owner names."""
    required = facts.required(RequirementKind.DRIVER) if facts.self_driven else None
    if required is None:
        return Finding("driver_not_required", Verdict.OK, facts.asset.code)
    if required.qualification:
        return _person(facts, required, facts.driver, {"qualification": required.qualification})
    towing = licence_for(facts.asset.mass_kg, facts.towing_kg)
    masses = {"qualification": towing.licence, "trailer_kg": towing.trailer_kg, _MASS[towing.assumed]: towing.vehicle_kg}
    if towing.licence == "licence_b" and facts.driver is None:
        return Finding("driver_not_required", Verdict.OK, facts.asset.code, masses)
    return _person(facts, required, facts.driver, masses)


def _person(facts: Facts, required: RequirementCard, person: PersonCard | None, asked: Mapping[str, object]) -> Finding:
    if person is None:
        missing = due(facts, required, **asked, rule=required.source)
        return Finding(f"{required.kind}_missing", Verdict.NEEDS_DOCUMENT, facts.asset.code, missing)
    code, best, verdict = _held(facts, required, person, enough_for(str(asked["qualification"])))
    evidence = {
        "person": person.name, "person_id": person.id, **asked,
        "valid_until": best.last.isoformat() if best and best.last else None,
        **({"verified_by": verdict.by, "verified_on": verdict.on.isoformat()} if verdict else {}),
    }  # fmt: skip
    if code == "qualified":
        return Finding(f"{required.kind}_qualified", Verdict.OK, person.name, evidence)
    more = {"valid_from": best.first.isoformat() if best else None, "reason": verdict.reason if verdict else "", "rule": required.source}
    return Finding(f"{required.kind}_{code}", Verdict.NEEDS_DOCUMENT, person.name, due(facts, required, **{**evidence, **more}))


def _held(
    facts: Facts, required: RequirementCard, person: PersonCard, enough: frozenset[str]
) -> tuple[str, QualificationCard | None, VerdictCard | None]:
    """How well a person's best proof serves, that proof, and the verdict about it that counts."""
    tried = []
    for card in person.qualifications:
        if card.serves_as in enough:
            verdict = verdict_for(card.verdicts, facts.owner.id, own_only=required.own_verification)
            tried.append((_short(facts, card, verdict), card, verdict))
    return min(tried, key=_badness, default=("missing", None, None))


def _badness(tried: tuple[str, QualificationCard, VerdictCard | None]) -> tuple[int, int]:
    short, card, _ = tried
    return _FROM_BEST.index(short), -(card.last or date.max).toordinal()


def _short(facts: Facts, card: QualificationCard, verdict: VerdictCard | None) -> str:
    """In what a proof falls short."""
    if card.last is not None and card.last < facts.last_day:
        return "expires"
    if card.first > facts.first_day:
        return "begins_after"
    if verdict is None:
        return "unverified"
    return "qualified" if verdict.accepted else "rejected"
