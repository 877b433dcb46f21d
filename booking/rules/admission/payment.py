"""What an owner wants to have received first: before it confirms, or before it hands over (Dessel: final only once paid)."""

from __future__ import annotations

from collections.abc import Mapping

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.charges import Stage

QUESTIONS = ("hire_before", "deposit_before")


def payment(facts: Facts) -> Finding:
    """Hire and deposit are received before what the owner's rule says. What must be there before confirmation never confirms by itself;
    what must be there at hand-over is told beforehand and stops nothing until then.
    """
    wanted = {question: Stage(stage) for question in QUESTIONS if (stage := facts.answer(question))}
    if not wanted:
        return Finding("payment_not_required", Verdict.OK, facts.asset.code)
    due = {question: cents for question, cents in _owed(facts).items() if question in wanted and cents != 0}
    evidence = {"owner": facts.owner.name, "rule": next(facts.source(question) for question in wanted)}
    if not due:
        return Finding("payment_received", Verdict.OK, facts.asset.code, evidence)
    evidence["deadline"] = facts.periods.custody.start.isoformat()
    first = {question: cents for question, cents in due.items() if wanted[question] is Stage.CONFIRMATION}
    if first:
        return Finding("payment_before_confirmation", Verdict.NEEDS_DOCUMENT, facts.asset.code, {**evidence, **_amounts(first)})
    return Finding("payment_before_handover", Verdict.NOTICE, facts.asset.code, {**evidence, **_amounts(due)})


def _owed(facts: Facts) -> dict[str, int | None]:
    """What is still to come in; None where no price was computed, as in a search."""
    return dict(zip(QUESTIONS, (facts.owed.hire, facts.owed.deposit) if facts.owed else (None, None), strict=True))


def _amounts(due: Mapping[str, int | None]) -> dict[str, int | None]:
    """The amounts under the names that the sentences know."""
    return {question.replace("before", "cents"): cents for question, cents in due.items()}
