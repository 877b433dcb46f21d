"""May it? All checks of a line, in the order in which a person reads them; every one runs, none hides another (DESIGN § 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from booking.rules.admission import conditions, crew, joint, ledger, options, papers, payment, proofs, windows
from booking.rules.admission.facts import Beneficiary, BorrowerCard, Facts
from booking.rules.admission.finding import Finding, Outcome, Verdict, outcome
from booking.rules.admission.holding import PersonCard, PolicyCard, QualificationCard, VerdictCard

Check = Callable[[Facts], Finding | list[Finding]]
"""Gives one finding, or several when what it judges is made of several things (each kind of cover, each gap in it)."""

CHECKS: tuple[Check, ...] = (
    ledger.free,
    ledger.in_service,
    ledger.handover,
    ledger.within_horizon,
    crew.work,
    joint.contingent,
    joint.fair_share,
    conditions.eligible,
    conditions.purpose,
    conditions.territory,
    conditions.onward,
    windows.notice,
    windows.horizon,
    windows.priority,
    windows.blackout,
    windows.duration,
    options.option,
    conditions.units,
    conditions.quota,
    proofs.agreement,
    proofs.agreed_territory,
    proofs.agreed_use,
    proofs.cover,
    proofs.inspection,
    proofs.operator,
    proofs.driver,
    conditions.membership,
    conditions.tariff,
    payment.payment,
    papers.terms,
    papers.contract,
    conditions.decision,
)

# What the desk of the owner may set aside with a reason that is kept. Never here: what safety or the ledger forbids.
OVERRIDABLE = frozenset(
    {
        "handover_closed", "not_eligible", "purpose_not_allowed", "territory_outside", "notice_too_short", "horizon_too_far",
        "priority_reserved", "blackout", "duration_too_long", "duration_too_short", "units_too_many", "quota_used_up",
        "contingent_reserved", "agreement_missing", "agreement_terminated", "agreed_territory_outside", "agreed_use_for_others",
        "agreed_use_not_passed_on", "own_use_passed_on", "work_does_not_fit", "work_of_another",
    }
)  # fmt: skip

# Missing at hand-over, nobody may hand over (ARAB art. 280-281, Codex art. IV.3-7).
NEVER_AT_HANDOVER = frozenset(
    {
        "inspection_missing", "inspection_expires", "inspection_failed", "operator_missing", "operator_unverified", "operator_expires",
        "operator_rejected", "operator_begins_after",
        "asset_out_of_service",
    }
)  # fmt: skip

# Where the owner wants to be paid first: nothing is confirmed, or handed over, unless the desk sets it aside with a reason.
PAID_BEFORE_CONFIRMATION = frozenset({"payment_before_confirmation"})
PAID_BEFORE_HANDOVER = frozenset({"payment_before_confirmation", "payment_before_handover"})

# What is told of beforehand and must be there when the keys change hands.
DUE_AT_HANDOVER = PAID_BEFORE_HANDOVER | {"contract_to_come"}

# The checks that find any of this; the others were settled when the line was approved.
AT_HANDOVER: tuple[Check, ...] = (
    ledger.in_service, proofs.agreement, proofs.cover, proofs.inspection, proofs.operator, proofs.driver, payment.payment, papers.terms,
    papers.contract,
)  # fmt: skip


def findings(facts: Facts, checks: Iterable[Check] = CHECKS) -> list[Finding]:
    """What every check found, in the order of CHECKS."""
    found: list[Finding] = []
    for check in checks:
        result = check(facts)
        if isinstance(result, list):
            found += result
        else:
            found.append(result)
    return found


def missing_at_handover(found: Iterable[Finding]) -> list[Finding]:
    """Of what was found, what must be there before the keys change hands."""
    wanted = NEVER_AT_HANDOVER | DUE_AT_HANDOVER
    return [finding for finding in found if finding.code in wanted or finding.verdict is Verdict.NEEDS_DOCUMENT]


__all__ = [
    "AT_HANDOVER", "CHECKS", "DUE_AT_HANDOVER", "NEVER_AT_HANDOVER", "OVERRIDABLE", "PAID_BEFORE_CONFIRMATION", "PAID_BEFORE_HANDOVER",
    "Beneficiary", "BorrowerCard", "Check", "Facts", "Finding", "Outcome", "PersonCard", "PolicyCard", "QualificationCard", "Verdict",
    "VerdictCard", "findings", "missing_at_handover", "outcome",
]  # fmt: skip
