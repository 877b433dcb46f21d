"""What does not fit between a loan and the ones beside it, and how many minutes it lacks."""

from __future__ import annotations

import pytest

from booking.rules.crew import Room, Step, loan_work, too_early, too_late
from booking.rules.custody import periods
from booking.rules.kinds import TaskKind as K
from tests.rules.crew.times import NINE_TO_FIVE, at, span

STEPS = {kind: Step(kind, 60) for kind in (K.PREPARE, K.LOAD, K.DELIVER, K.COLLECT, K.CHECK, K.CLEAN)}
WORK = loan_work(periods(span("15 12:00", "16 12:00"), NINE_TO_FIVE), NINE_TO_FIVE, STEPS, "delivery")  # needed from 9:00 until 15:00

BEFORE = [
    ("15 09:00", None),
    ("15 09:01", (K.PREPARE, 1)),
    ("15 10:00", (K.PREPARE, 60)),
    ("15 10:30", (K.LOAD, 90)),
    ("15 12:00", (K.DELIVER, 180)),
]
AFTER = [
    ("16 15:00", None),
    ("16 14:59", (K.CLEAN, 1)),
    ("16 13:30", (K.CHECK, 90)),
    ("16 12:00", (K.COLLECT, 180)),
]


@pytest.mark.parametrize(("free_from", "expected"), BEFORE)
def test_what_cannot_be_ready_in_time(free_from: str, expected: tuple[K, int] | None) -> None:
    found = too_early(WORK, Room(span(free_from, "16 15:00")))
    assert (found[:2] if found else None) == expected
    assert found is None or found.moment == at(free_from)


@pytest.mark.parametrize(("free_until", "expected"), AFTER)
def test_what_cannot_be_done_before_the_next_loan(free_until: str, expected: tuple[K, int] | None) -> None:
    found = too_late(WORK, Room(span("15 09:00", free_until)))
    assert (found[:2] if found else None) == expected
    assert found is None or found.moment == at(free_until)


def test_a_weekend_between_two_loans_lacks_no_more_than_the_work() -> None:
    work = loan_work(periods(span("18 10:00", "18 17:00"), NINE_TO_FIVE), NINE_TO_FIVE, STEPS, "pickup")
    found = too_late(work, Room(span("18 09:00", "18 17:00")))
    assert found is not None
    assert found[:2] == (K.CHECK, 120)
