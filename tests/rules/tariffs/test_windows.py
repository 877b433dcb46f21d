"""Hours and days at another price: over midnight, in a season, in the nights in which the clock jumps, and under a minimum."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from booking.rules.tariffs import lints
from tests.rules.tariffs.shorthand import line, priced, regulation


def one(kind: str, price: int = 1000, /, **terms: Any) -> dict[str, Any]:
    columns = terms.pop("columns", {})
    return {"kind": kind, "prices": {"all": {"price": price, **columns}}, **terms}


PARTY = {"windows": [{"days": ["fr", "sa"], "from": "20:00", "until": "02:00", "percent": "200"}]}
EVE = {"windows": [{"days": ["holiday"], "from": "20:00", "until": "02:00", "percent": "200"}]}
SUMMER = {"season_from": "07-01", "season_until": "08-31"}
NARROW = {"windows": [{"from": "22:00", "until": "02:30", "percent": "200"}]}
HOURS = {"windows": [{"from": "08:00", "until": "16:30", "price": "off_peak"}], "columns": {"off_peak": 600}}

ROWS: list[tuple[str, dict[str, Any], str, int]] = [
    ("a Friday evening goes on until two", one("time", **PARTY), "2027-03-12 19:00 - 2027-03-13 03:00", 1000 + 6 * 2000 + 1000),
    ("so does a Saturday evening, on Sunday", one("time", **PARTY), "2027-03-14 00:00 - 2027-03-14 03:00", 2 * 2000 + 1000),
    ("the night before Friday is Thursday's", one("time", **PARTY), "2027-03-12 00:00 - 2027-03-12 02:00", 2000),
    ("started hours after midnight as well", one("time", started=True, **PARTY), "2027-03-14 01:00 - 2027-03-14 02:30", 2000 + 1000),
    ("the night of a holiday ends on the day after it", one("time", **EVE), "2027-03-09 20:00 - 2027-03-10 02:00", 12000),
    ("the night before a holiday is an ordinary one", one("time", **EVE), "2027-03-09 00:00 - 2027-03-09 02:00", 2000),
    ("a season has its days", one("day", windows=[{**SUMMER, "percent": "200"}]), "2027-06-30 08:00 - 2027-07-01 17:00", 3000),
    ("an autumn without an end lasts until New Year", one("day", windows=[{"season_from": "10-01", "percent": "200"}]),
     "2027-03-09 08:00 - 2027-03-09 17:00", 1000),
    ("a mark that the clock skips is the jump", one("time", **NARROW), "2027-03-28 01:00 - 2027-03-28 04:00", 2000 + 1000),
    ("a mark that it shows twice counts twice", one("time", **NARROW), "2027-10-31 01:00 - 2027-10-31 04:00", 2 * 2000 + 1000 + 1000),
    ("two hours at the least, each at its own price", one("time", 1600, at_least=2, **HOURS), "2027-03-09 16:20 - 2027-03-09 18:00",
     100 + 2933),
    ("three hours at the least, the later ones at half", one("time", at_least=3, tiers=[{"from": 2, "percent": "50"}]),
     "2027-03-09 08:00 - 2027-03-09 10:00", 2000),
]  # fmt: skip


@pytest.mark.parametrize(("article", "use", "cents"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_window(article: dict[str, Any], use: str, cents: int) -> None:
    assert priced(article, line(use), holidays=frozenset({date(2027, 3, 9)})).total == cents


def test_hours_after_midnight_are_looked_for_on_the_day_after() -> None:
    """Friday evening and the whole of Saturday hold the small hours of Saturday both."""
    windows = [{"days": ["fr"], "from": "20:00", "until": "02:00", "percent": "200"}, {"days": ["sa"], "percent": "150"}]
    found = lints(regulation(one("time", windows=windows)))
    assert [(each.code, each.at) for each in found] == [("windows_overlap", "sa 00:00-02:00")]
