"""The questions that a rule of an owner may answer, and how its columns are read as answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from booking.rules.lending.units import Duration, Lead, Quota

QUESTIONS = (
    "may_borrow", "onward", "needs_agreement", "needs_contract", "purposes", "territory", "notice", "horizon", "priority", "shortest",
    "longest", "most_units", "quota", "decides", "decision_days", "collect_days_before", "option_days", "option_days_before",
    "free_cancellation_days", "hire_before", "deposit_before", "payment_days",
)  # fmt: skip
"""In the order in which a person reads them. A blackout is not among them: of several every one counts."""

UNITS: Mapping[str, Callable[[int, str], Any]] = {
    "notice": Lead, "horizon": Lead, "priority": Lead, "shortest": Duration, "longest": Duration, "quota": Quota,
}  # fmt: skip
"""Those that are answered by an amount with its unit, in the column beside it."""


def answers_of(columns: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that the columns of a rule give, by question."""
    given = ((question, columns[question]) for question in QUESTIONS)
    return {
        question: UNITS[question](value, columns[f"{question}_unit"]) if question in UNITS else value
        for question, value in given
        if value is not None
    }
