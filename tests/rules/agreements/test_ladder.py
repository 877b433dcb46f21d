"""When the parties are reminded of an end, and from when notice takes effect."""

from __future__ import annotations

from datetime import date

import pytest

from booking.rules.agreements import months_before, notice_ends, step_due

LAST = date(2027, 12, 31)

STEPS = [
    ("the day before the first", date(2027, 6, 29), None),
    ("six months before, in a shorter month", date(2027, 6, 30), "six_months"),
    ("the day before three months", date(2027, 9, 29), "six_months"),
    ("three months before", date(2027, 9, 30), "three_months"),
    ("a month before", date(2027, 11, 30), "one_month"),
    ("eight days before", date(2027, 12, 23), "one_month"),
    ("a week before", date(2027, 12, 24), "one_week"),
    ("the last day", LAST, "one_week"),
    ("the day after", date(2028, 1, 1), None),
]


@pytest.mark.parametrize(("sentence", "today", "step"), STEPS, ids=[row[0] for row in STEPS])
def test_the_step_of_a_day_is_the_latest_that_was_reached(sentence: str, today: date, step: str | None) -> None:
    assert step_due(LAST, today) == step, sentence


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2027, 3, 31), 1, date(2027, 2, 28)),
        (date(2027, 1, 15), 1, date(2026, 12, 15)),
        (date(2027, 1, 15), 13, date(2025, 12, 15)),
        (date(2027, 8, 31), -6, date(2028, 2, 29)),
        (date(2027, 12, 31), -1, date(2028, 1, 31)),
    ],
)
def test_a_month_that_lacks_the_day_gives_its_last(day: date, months: int, found: date) -> None:
    assert months_before(day, months) == found


def test_notice_ends_so_many_months_later_and_at_once_where_nothing_is_said() -> None:
    assert notice_ends(date(2027, 3, 1), 6) == date(2027, 9, 1)
    assert notice_ends(date(2027, 3, 1), None) == date(2027, 3, 1)
