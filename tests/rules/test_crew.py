"""The crew's work around a loan falls in the hours of its place, before it goes out and after it came back."""

from __future__ import annotations

import pytest

from booking.rules.calendar import Calendar, OpeningHours
from booking.rules.crew import work_windows
from booking.rules.kinds import TaskKind
from booking.rules.periods import Period
from tests.services.world import moment

NINE_TO_FIVE = Calendar(OpeningHours.of((weekday, 540, 1020) for weekday in range(5)))
PREPARE, OUT, BACK, CLEAN, INSPECT = TaskKind.PREPARE, TaskKind.HAND_OUT, TaskKind.TAKE_BACK, TaskKind.CLEAN, TaskKind.INSPECT


def span(start: str, end: str) -> Period:
    """A period of the week of Monday 14 June 2027: `span("14 09:00", "14 10:00")`."""
    return Period(moment(f"2027-06-{start}"), moment(f"2027-06-{end}"))


@pytest.mark.parametrize(
    ("minutes", "held", "expected"),
    [
        pytest.param(
            {},
            span("15 10:00", "16 12:00"),
            {OUT: span("15 10:00", "15 10:30"), BACK: span("16 11:30", "16 12:00")},
            id="without a plan: half an hour out and half an hour back",
        ),
        pytest.param(
            {OUT: 90, BACK: 15},
            span("15 10:00", "16 12:00"),
            {OUT: span("15 10:00", "15 11:30"), BACK: span("16 11:45", "16 12:00")},
            id="as long as the plan says",
        ),
        pytest.param(
            {PREPARE: 60, CLEAN: 45, INSPECT: 30},
            span("15 11:00", "16 12:00"),
            {
                OUT: span("15 11:00", "15 11:30"),
                BACK: span("16 11:30", "16 12:00"),
                PREPARE: span("15 10:00", "15 11:00"),
                CLEAN: span("16 12:00", "16 12:45"),
                INSPECT: span("16 12:45", "16 13:15"),
            },
            id="ready before it goes, cleaned and then inspected after it came",
        ),
        pytest.param(
            {PREPARE: 60, CLEAN: 60},
            span("14 09:00", "18 17:00"),
            {
                OUT: span("14 09:00", "14 09:30"),
                BACK: span("18 16:30", "18 17:00"),
                PREPARE: span("11 16:00", "11 17:00"),
                CLEAN: span("21 09:00", "21 10:00"),
            },
            id="from the opening on Monday until the closing on Friday: ready on the Friday before, clean on the Monday after",
        ),
    ],
)
def test_when_the_crew_works(minutes: dict[str, int], held: Period, expected: dict[TaskKind, Period]) -> None:
    assert work_windows(held, NINE_TO_FIVE, minutes, OUT, BACK) == expected


def test_work_in_a_hall_is_done_at_its_own_hours() -> None:
    found = work_windows(span("19 19:00", "19 23:00"), NINE_TO_FIVE, {CLEAN: 60}, TaskKind.OPEN_HALL, TaskKind.CLOSE_HALL, in_place=True)
    assert found[CLEAN] == span("19 23:00", "20 00:00")
