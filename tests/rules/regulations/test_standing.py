"""Where a regulation stands follows from what was done with it and from the day."""

from __future__ import annotations

from datetime import date

import pytest

from booking.rules.regulations import Standing, in_force_from, standing

FIRST, LAST = date(2026, 1, 1), date(2031, 12, 31)


@pytest.mark.parametrize(
    ("state", "first", "last", "today", "expected"),
    [
        ("draft", None, None, date(2026, 1, 1), Standing.DRAFT),
        ("proven", None, None, date(2026, 1, 1), Standing.PROVEN),
        ("published", FIRST, None, date(2025, 12, 31), Standing.ANNOUNCED),
        ("published", FIRST, LAST, date(2026, 1, 1), Standing.IN_FORCE),
        ("published", FIRST, LAST, LAST, Standing.IN_FORCE),
        ("published", FIRST, LAST, date(2032, 1, 1), Standing.EXPIRED),
        ("succeeded", FIRST, LAST, date(2031, 12, 31), Standing.IN_FORCE),
        ("succeeded", FIRST, LAST, date(2032, 1, 1), Standing.SUCCEEDED),
    ],
)  # fmt: skip
def test_a_regulation_stands_where_its_dates_put_it(state: str, first: date, last: date, today: date, expected: Standing) -> None:
    assert standing(state, first, last, today) is expected


def test_it_is_in_force_on_the_fifth_day_after_its_publication() -> None:
    assert in_force_from(date(2026, 11, 24)) == date(2026, 11, 29)
    assert in_force_from(date(2026, 12, 29)) == date(2027, 1, 3)
    assert in_force_from(date.max) == date.max, "a slip of the keys breaks nothing off"
