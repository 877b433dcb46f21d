"""Are we in order? What holds until a day, what lapses before a horizon, who must act, and which loans it would stop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

HORIZONS = (30, 90, 365)
"""Days ahead that one may look; 90 unless asked."""

DAY = timedelta(days=1)


class Kind(StrEnum):
    """What may lapse."""

    AGREEMENT = "agreement"
    POLICY = "policy"
    INSPECTION = "inspection"
    QUALIFICATION = "qualification"
    REGULATION = "regulation"
    RECOGNITION = "recognition"
    TERMS = "terms"


class Who(StrEnum):
    """Who must act: this authority, who borrows from it, or another authority."""

    OWNER = "owner"
    BORROWER = "borrower"
    OTHER = "other"


class Cause(StrEnum):
    """What is wrong, or about to be."""

    LAPSES = "lapses"
    MISSING = "missing"
    FAILED = "failed"
    AWAITS = "awaits"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True, order=True)
class Stopped:
    """A coming loan that would be stopped: when it is handed over, and by which reference and number it is known."""

    first: date
    reference: str
    number: int
    asset: str


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to settle: `name` is what it is about, `whom` who must act by name, `last` the last day on which it is still in order
    (None where it is not today). `subject` is the id by which its page is found.
    """

    kind: Kind
    cause: Cause
    name: str
    who: Who
    whom: str
    last: date | None
    subject: int
    stops: tuple[Stopped, ...] = field(default=())

    @property
    def pressing(self) -> tuple[date, date, str, str]:
        """What comes first: the loan that is stopped first, then what ends first."""
        return (self.stops[0].first if self.stops else date.max, self.last or date.min, self.kind, self.name)


def covered_until(spells: Iterable[tuple[date, date | None]], today: date) -> date | None:
    """The last day up to which spells (first and last day, both included) follow one another without a gap from today on; date.max when
    there is no end, None when nothing holds today.
    """
    until: date | None = None
    for first, last in sorted(spells, key=lambda spell: spell[0]):
        ends = last or date.max
        if until is None:
            until = ends if first <= today <= ends else None
        elif first <= until or (until < date.max and first == until + DAY):
            until = max(until, ends)
    return until


def lapses(until: date | None, today: date, days: int) -> bool:
    """True when what is covered until a day is over within so many days, or already."""
    return until is None or until <= today + timedelta(days=days)


def sorted_matters(found: Iterable[Matter]) -> list[Matter]:
    """The most pressing first."""
    return sorted(found, key=lambda matter: matter.pressing)
