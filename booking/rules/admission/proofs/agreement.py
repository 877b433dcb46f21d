"""The agreement between two houses that an owner requires."""

from __future__ import annotations

from datetime import date

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.admission.proofs.due import due
from booking.rules.kinds import Relation


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
        return Finding("agreement_ends_before", Verdict.NEEDS_DOCUMENT, subject, due(facts, **evidence))
    return Finding("agreement_in_force", Verdict.OK, subject, evidence)
