"""How long an inspection is good for, and how an asset stands by its inspections on a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from booking.rules.catalogue import InspectionCard


class Condition(StrEnum):
    """How an asset stands by its newest inspection."""

    VALID = "valid"
    LAPSED = "lapsed"
    FAILED = "failed"
    MISSING = "missing"


def newest(inspections: Sequence[InspectionCard], day: date) -> InspectionCard | None:
    """The last inspection up to and including a day, from all in the order in which they were recorded; of two on one day the later one."""
    known = [(card.on, place, card) for place, card in enumerate(inspections) if card.on <= day]
    return max(known)[2] if known else None


def condition_on(inspections: Sequence[InspectionCard], day: date) -> Condition:
    """How an asset stands on a day, by what is known then: valid up to and including the last day of its newest inspection."""
    last = newest(inspections, day)
    if last is None:
        return Condition.MISSING
    if not last.passed:
        return Condition.FAILED
    return Condition.VALID if day <= last.until else Condition.LAPSED


def longest_until(on: date, months: int) -> date:
    """The last day on which an inspection of a day is good: the same day so many months later, or the last of a shorter month.

    What was inspected on 12 March and is to be inspected every three months is good up to and including 12 June (ARAB art. 280-281).
    """
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))
