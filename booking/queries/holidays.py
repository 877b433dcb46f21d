"""Belgian and Flemish holidays, from the `holidays` library; what a municipality adds is in `booking/rules/holidays.py`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from holidays import country_holidays

FLEMISH_COMMUNITY_DAY = "Feest van de Vlaamse Gemeenschap"


def legal(year_from: int, year_to: int) -> dict[date, str]:
    """Legal holidays in Dutch, both years included: dates that are no working day for a term (KB 18 April 1974, art. 1)."""
    return dict(_of_library("public", year_from, year_to))


def national(year_from: int, year_to: int) -> dict[date, str]:
    """Dates on which a Flemish local authority keeps closed: the legal holidays and 11 July (decree of 7 November 1990)."""
    days = legal(year_from, year_to)
    for year in range(year_from, year_to + 1):
        days.setdefault(date(year, 7, 11), FLEMISH_COMMUNITY_DAY)
    return dict(sorted(days.items()))


def school(year_from: int, year_to: int) -> dict[date, str]:
    """Each date, weekends within a holiday included, on which Flemish schools are closed (BVR 17 April 1991)."""
    return dict(_of_library("school", year_from, year_to))


@lru_cache(maxsize=64)
def school_days(year_from: int, year_to: int) -> frozenset[date]:
    """The same days, to look one up."""
    return frozenset(school(year_from, year_to))


@lru_cache(maxsize=64)
def _of_library(category: str, year_from: int, year_to: int) -> tuple[tuple[date, str], ...]:
    found = country_holidays(
        "BE", subdiv="Flemish", years=range(year_from, year_to + 1), categories=(category,), language="nl", expand=False
    )
    return tuple(sorted(found.items()))
