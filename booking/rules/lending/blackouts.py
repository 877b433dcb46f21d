"""Periods in which an owner does not lend: once, or each year again."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Blackout(NamedTuple):
    """Dates, `last` included, on which nothing is lent, and why; `yearly` on the same days of each year, over New Year too."""

    first: date
    last: date
    yearly: bool = False
    reason: str = ""

    def hit(self, first: date, last: date) -> tuple[date, date] | None:
        """The dates of the blackout that a stretch of dates touches (the earliest, when it is touched in several years), or None."""
        if not self.yearly:
            return (self.first, self.last) if self.first <= last and first <= self.last else None
        for year in range(first.year - 1, last.year + 1):
            begins, ends = _in_year(self.first, year), _in_year(self.last, year + self.last.year - self.first.year)
            if begins <= last and first <= ends:
                return begins, ends
        return None


def _in_year(day: date, year: int) -> date:
    """The same day of another year; 29 February is the last of that month where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)
