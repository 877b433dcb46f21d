"""The dates on which a place does not serve: the national ones as they are given, and those of one municipality."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple


class Yearly(NamedTuple):
    """A local holiday that comes back on the same date each year, such as 2 November or 26 December."""

    month: int
    day: int
    name: str


def merged(
    national: Mapping[date, str], local: Mapping[date, str], yearly: Iterable[Yearly] = (), served: Collection[date] = ()
) -> dict[date, str]:
    """Holidays of one municipality by date, in order: national, yearly in the years that `national` spans, and single local dates.

    A date that is a holiday twice keeps the national name. Dates in `served` are none: the desk works on 11 July.
    """
    years = {day.year for day in national}
    every_year = {day: name for year in years for day, name in _in_year(yearly, year)}
    together = every_year | dict(local) | dict(national)
    return {day: together[day] for day in sorted(together) if day not in served}


def _in_year(yearly: Iterable[Yearly], year: int) -> Iterable[tuple[date, str]]:
    for month, day, name in yearly:
        try:
            yield date(year, month, day), name
        except ValueError:  # 29 February
            continue
