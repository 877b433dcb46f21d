"""When the parties are reminded that an agreement ends, and from when notice can take effect."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or the last day of a shorter month; a negative number goes ahead."""
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


LADDER: tuple[tuple[str, Callable[[date], date]], ...] = (
    ("six_months", lambda last: months_before(last, 6)),
    ("three_months", lambda last: months_before(last, 3)),
    ("one_month", lambda last: months_before(last, 1)),
    ("one_week", lambda last: last - timedelta(days=7)),
)
"""The steps before an end, the earliest first: a council meets ten times a year and needs a draft weeks before."""


def announced_from(last: date) -> date:
    """The day from which an agreement that ends on `last` counts as ending: its first reminder."""
    return LADDER[0][1](last)


def step_due(last: date, today: date) -> str | None:
    """The step of the ladder that stands on a day, the latest that was reached; None before the first and after the end."""
    if today > last:
        return None
    reached = [name for name, day in LADDER if day(last) <= today]
    return reached[-1] if reached else None


def notice_ends(given_on: date, months: int | None) -> date:
    """The first last day that notice given on a day can have: as many months later as the agreement says, at once when it says none."""
    return months_before(given_on, -(months or 0))
