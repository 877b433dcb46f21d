"""The cover of a borrower: its insurance policies."""

from __future__ import annotations

from booking.rules.admission.facts import Facts, PolicyCard
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.admission.proofs.due import due
from booking.rules.kinds import RequirementKind


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
            "liability_missing", Verdict.NEEDS_DOCUMENT, facts.borrower.name, due(facts, required_cents=sum_needed, rule=required.source)
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
    return Finding(gap, Verdict.NEEDS_DOCUMENT, facts.borrower.name, due(facts, **evidence))


_GAPS = ("liability_covered", "liability_unverified", "liability_ends_before", "liability_too_small")


def _liability_gap(facts: Facts, policy: PolicyCard, sum_needed: int) -> str:
    if policy.amount_cents < sum_needed:
        return "liability_too_small"
    if policy.first > facts.first_day or (policy.last is not None and policy.last < facts.last_day):
        return "liability_ends_before"
    return "liability_covered" if policy.verified else "liability_unverified"
