"""When there is room for an inspection: while the place is open and nothing stands in the ledger."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from booking.rules.calendar import ALWAYS, Calendar, Closure, OpeningHours
from booking.rules.maintenance import windows
from booking.rules.periods import Period, from_local, local

# A depot: Monday to Friday 8-12 and 13-16, Saturday 9-12.
WEEK = [(day, 8 * 60, 12 * 60) for day in range(5)] + [(day, 13 * 60, 16 * 60) for day in range(5)] + [(5, 9 * 60, 12 * 60)]
DEPOT = Calendar(OpeningHours.of(WEEK))
HOUR = timedelta(hours=1)


def at(text: str, fold: int | None = None) -> datetime:
    return from_local(datetime.fromisoformat(text), fold)


def during(start: str, end: str) -> Period:
    return Period(at(start), at(end))


def shown(found) -> list[str]:
    return [f"{local(window.time.start):%a %d %H:%M}-{local(window.time.end):%H:%M}" for window in found]


MONDAY_TO_FRIDAY = during("2027-06-07 00:00", "2027-06-12 00:00")


def test_the_latest_comes_first_because_what_is_inspected_later_is_valid_longer():
    found = windows(DEPOT, [MONDAY_TO_FRIDAY], 2 * HOUR, MONDAY_TO_FRIDAY, most=3)
    assert shown(found) == ["Fri 11 13:00-15:00", "Fri 11 08:00-10:00", "Thu 10 13:00-15:00"]


def test_what_is_late_already_is_done_as_soon_as_there_is_room():
    found = windows(DEPOT, [MONDAY_TO_FRIDAY], 2 * HOUR, MONDAY_TO_FRIDAY, soonest=True, most=2)
    assert shown(found) == ["Mon 07 08:00-10:00", "Mon 07 13:00-15:00"]


@pytest.mark.parametrize(
    ("free", "hours", "expected"),
    [
        # between two loans: one comes back on Tuesday at 10:00, the next leaves on Wednesday at 9:30
        (during("2027-06-08 10:00", "2027-06-09 09:30"), 2, ["Tue 08 13:00-15:00", "Tue 08 10:00-12:00"]),
        (during("2027-06-08 10:00", "2027-06-09 10:00"), 2, ["Wed 09 08:00-10:00", "Tue 08 13:00-15:00", "Tue 08 10:00-12:00"]),
        (during("2027-06-08 10:01", "2027-06-08 12:00"), 2, []),  # one minute too little
        (during("2027-06-08 10:00", "2027-06-08 12:00"), 2, ["Tue 08 10:00-12:00"]),  # exactly enough
        (during("2027-06-08 10:01", "2027-06-08 12:30"), 1, ["Tue 08 10:15-11:15"]),  # at a quarter, and not over the noon closing
        (during("2027-06-08 16:00", "2027-06-09 08:00"), 1, []),  # nobody is there at night
        (during("2027-06-12 00:00", "2027-06-14 00:00"), 3, ["Sat 12 09:00-12:00"]),
        (during("2027-06-12 00:00", "2027-06-14 00:00"), 4, ["Sat 12 09:00-13:00"]),  # longer than any opening: it runs on
    ],
)
def test_there_is_room_where_it_is_open_and_free(free, hours, expected):
    span = during("2027-06-07 00:00", "2027-06-14 00:00") if hours < 4 else free
    assert shown(windows(DEPOT, [free], hours * HOUR, span)) == expected


def test_work_longer_than_a_morning_waits_for_nothing_when_no_opening_is_long_enough():
    found = windows(DEPOT, [MONDAY_TO_FRIDAY], 7 * HOUR, MONDAY_TO_FRIDAY, most=1)
    assert shown(found) == ["Fri 11 13:00-20:00"]


def test_nothing_is_proposed_after_the_span_nor_before_it():
    span = during("2027-06-09 09:10", "2027-06-09 15:00")
    assert shown(windows(DEPOT, [MONDAY_TO_FRIDAY], 2 * HOUR, span)) == ["Wed 09 13:00-15:00", "Wed 09 09:15-11:15"]


def test_a_closed_day_is_left_out():
    closed = Calendar(OpeningHours.of(WEEK), closures=(Closure(date(2027, 6, 11), date(2027, 6, 11), "inventaris"),))
    assert shown(windows(closed, [MONDAY_TO_FRIDAY], HOUR, MONDAY_TO_FRIDAY, most=1)) == ["Thu 10 13:00-14:00"]


def test_where_it_is_always_open_nobody_comes_at_night_or_at_the_weekend():
    span = during("2027-06-11 00:00", "2027-06-14 00:00")
    assert shown(windows(Calendar(ALWAYS), [span], HOUR, span)) == ["Fri 11 08:00-09:00"]


@pytest.mark.parametrize(
    ("free", "room"),
    [
        (during("2026-10-25 00:00", "2026-10-25 12:00"), 5),  # the clock shows 02:00-03:00 twice: from 1:00 to 5:00 lasts five hours
        (during("2027-03-28 00:00", "2027-03-28 12:00"), 3),  # and skips it
    ],
)
def test_a_night_in_which_the_clock_changes_has_the_hours_it_has(free, room):
    night = Calendar(OpeningHours.of([(6, 60, 5 * 60)]))
    [found] = windows(night, [free], room * HOUR, free)
    assert found.time.length == room * HOUR
    assert found.room.length == room * HOUR
    assert windows(night, [free], room * HOUR + timedelta(minutes=15), free)[0].time.end > at(f"{local(free.start).date()} 05:00")


def test_the_room_around_a_window_is_where_it_may_be_moved():
    [found] = windows(DEPOT, [during("2027-06-08 09:00", "2027-06-08 11:30")], HOUR, MONDAY_TO_FRIDAY)
    assert found.room == during("2027-06-08 09:00", "2027-06-08 11:30")
