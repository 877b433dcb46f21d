"""Use, custody and blocked time (T-40): weekends, holidays, closures and both nights of the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booking.rules.calendar import Calendar, Closure, OpeningHours, is_open_at
from booking.rules.custody import NO_BUFFER, Buffer, Periods, crew_windows, periods
from booking.rules.periods import InvalidTime, Period, day_period, from_local

pytestmark = pytest.mark.usefixtures("server_zone")

HOLIDAYS = frozenset({date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 17)})
CLOSURES = (Closure(date(2026, 12, 24), date(2027, 1, 3), "kerstsluiting"),)
WEEKDAYS = Calendar(OpeningHours.of((weekday, 480, 960) for weekday in range(5)), HOLIDAYS, CLOSURES)
"""A depot open on weekdays from 8 to 16, shut at Easter, Ascension and Whitsun 2027 and over the turn of the year."""

TWO_HALVES = Calendar(OpeningHours.of((weekday, *slot) for weekday in range(5) for slot in ((480, 720), (780, 960))))
KEY_BOX = Calendar(holidays=HOLIDAYS)


def span(start: str, end: str) -> Period:
    return Period(from_local(datetime.fromisoformat(start)), from_local(datetime.fromisoformat(end)))


@pytest.mark.parametrize(
    ("depot", "use", "custody"),
    [
        pytest.param(
            WEEKDAYS,
            ("2027-05-22 14:00", "2027-05-22 23:00"),
            ("2027-05-21 16:00", "2027-05-24 08:00"),
            id="Saturday's use is kept from Friday to Monday",
        ),
        pytest.param(
            WEEKDAYS,
            ("2027-05-19 09:00", "2027-05-19 15:00"),
            ("2027-05-19 09:00", "2027-05-19 15:00"),
            id="use within one opening is its own custody",
        ),
        pytest.param(
            WEEKDAYS,
            ("2027-05-19 08:00", "2027-05-19 16:00"),
            ("2027-05-19 08:00", "2027-05-19 16:00"),
            id="use from opening to closing is its own custody",
        ),
        pytest.param(
            WEEKDAYS,
            ("2027-05-19 19:00", "2027-05-20 01:00"),
            ("2027-05-19 16:00", "2027-05-20 08:00"),
            id="an evening is kept from the afternoon to the next morning",
        ),
        pytest.param(
            TWO_HALVES,
            ("2027-05-19 12:30", "2027-05-19 12:45"),
            ("2027-05-19 12:00", "2027-05-19 13:00"),
            id="a lunch hour is kept from noon to one",
        ),
        pytest.param(
            WEEKDAYS,
            ("2027-03-27 14:00", "2027-03-28 03:30"),
            ("2027-03-26 16:00", "2027-03-30 08:00"),
            id="Easter 2027, the spring night, is kept from Friday to Tuesday",
        ),
        pytest.param(
            WEEKDAYS,
            ("2027-03-29 10:00", "2027-03-29 18:00"),
            ("2027-03-26 16:00", "2027-03-30 08:00"),
            id="Easter Monday is kept from Friday to Tuesday",
        ),
        pytest.param(
            WEEKDAYS,
            ("2026-10-24 20:00", "2026-10-25 04:00"),
            ("2026-10-23 16:00", "2026-10-26 08:00"),
            id="the autumn night is kept from Friday to Monday",
        ),
        pytest.param(
            WEEKDAYS,
            ("2027-05-06 10:00", "2027-05-06 20:00"),
            ("2027-05-05 16:00", "2027-05-07 08:00"),
            id="Ascension is kept from Wednesday to Friday",
        ),
        pytest.param(
            WEEKDAYS,
            ("2027-05-15 10:00", "2027-05-15 20:00"),
            ("2027-05-14 16:00", "2027-05-18 08:00"),
            id="Whitsun is kept from Friday to Tuesday",
        ),
        pytest.param(
            WEEKDAYS,
            ("2026-12-31 20:00", "2027-01-01 04:00"),
            ("2026-12-23 16:00", "2027-01-04 08:00"),
            id="New Year's Eve is kept over the whole closure",
        ),
        pytest.param(
            KEY_BOX,
            ("2027-03-27 14:00", "2027-03-28 03:30"),
            ("2027-03-27 14:00", "2027-03-28 03:30"),
            id="a key box needs nobody, whatever the date",
        ),
    ],
)
def test_custody_snaps_outward_to_open_moments(depot: Calendar, use: tuple[str, str], custody: tuple[str, str]) -> None:
    asked = span(*use)
    assert periods(asked, depot) == Periods(asked, span(*custody), span(*custody))


def test_custody_over_easter_2027_lasts_an_hour_less_than_the_clock_shows() -> None:
    assert periods(span("2027-03-27 14:00", "2027-03-28 03:30"), WEEKDAYS).custody.length == timedelta(hours=87)


def test_a_hall_is_used_where_it_stands() -> None:
    use = span("2027-05-22 14:00", "2027-05-22 23:00")
    assert periods(use, WEEKDAYS, in_place=True) == Periods(use, use, use)


@pytest.mark.parametrize(
    ("use", "before", "after", "blocked"),
    [
        pytest.param(
            ("2027-05-21 09:00", "2027-05-21 16:00"),
            NO_BUFFER,
            Buffer(open_days=1),
            ("2027-05-21 09:00", "2027-05-24 16:00"),
            id="back on Friday at four with one open day is free from Monday at four",
        ),
        pytest.param(
            ("2027-05-22 14:00", "2027-05-22 23:00"),
            NO_BUFFER,
            Buffer(open_days=1),
            ("2027-05-21 16:00", "2027-05-25 16:00"),
            id="back on Monday morning with one open day is free from Tuesday evening",
        ),
        pytest.param(
            ("2027-05-24 09:00", "2027-05-24 15:00"),
            Buffer(open_days=1),
            NO_BUFFER,
            ("2027-05-21 08:00", "2027-05-24 15:00"),
            id="one open day before a Monday is the whole Friday",
        ),
        pytest.param(
            ("2027-05-18 09:00", "2027-05-18 15:00"),
            Buffer(open_days=2),
            Buffer(open_days=2),
            ("2027-05-13 08:00", "2027-05-20 16:00"),
            id="two open days on both sides step over Whitsun",
        ),
        pytest.param(
            ("2026-12-23 09:00", "2026-12-23 15:00"),
            NO_BUFFER,
            Buffer(open_days=1),
            ("2026-12-23 09:00", "2027-01-04 16:00"),
            id="an open day after 23 December comes after the Christmas closure",
        ),
        pytest.param(
            ("2027-01-04 09:00", "2027-01-04 15:00"),
            Buffer(open_days=1),
            NO_BUFFER,
            ("2026-12-23 08:00", "2027-01-04 15:00"),
            id="an open day before 4 January comes before the Christmas closure",
        ),
        pytest.param(
            ("2027-05-19 09:00", "2027-05-19 15:00"),
            Buffer(hours=2),
            Buffer(hours=3),
            ("2027-05-19 07:00", "2027-05-19 18:00"),
            id="hours run on whether the depot is open or not",
        ),
        pytest.param(
            ("2027-03-26 09:00", "2027-03-26 16:00"),
            NO_BUFFER,
            Buffer(hours=48),
            ("2027-03-26 09:00", "2027-03-28 17:00"),
            id="48 hours over the spring night end an hour later by the clock",
        ),
        pytest.param(
            ("2026-10-26 09:00", "2026-10-26 16:00"),
            Buffer(hours=48),
            NO_BUFFER,
            ("2026-10-24 10:00", "2026-10-26 16:00"),
            id="48 hours back over the autumn night begin an hour later by the clock",
        ),
        pytest.param(
            ("2027-05-19 09:00", "2027-05-19 15:00"),
            Buffer(hours=2, open_days=1),
            Buffer(hours=2, open_days=1),
            ("2027-05-18 08:00", "2027-05-20 16:00"),
            id="open days are counted from the date that the hours reach",
        ),
        pytest.param(
            ("2027-05-19 09:00", "2027-05-19 15:00"),
            NO_BUFFER,
            Buffer(hours=9, open_days=1),
            ("2027-05-19 09:00", "2027-05-20 16:00"),
            id="hours up to midnight reach no new date",
        ),
        pytest.param(
            ("2027-05-19 09:00", "2027-05-19 15:00"),
            NO_BUFFER,
            Buffer(hours=10, open_days=1),
            ("2027-05-19 09:00", "2027-05-21 16:00"),
            id="hours past midnight reach the next",
        ),
    ],
)
def test_what_the_ledger_holds(use: tuple[str, str], before: Buffer, after: Buffer, blocked: tuple[str, str]) -> None:
    assert periods(span(*use), WEEKDAYS, before, after).blocked == span(*blocked)


def test_a_hall_with_a_key_box_is_blocked_by_whole_dates() -> None:
    hall = periods(span("2027-03-27 20:00", "2027-03-28 00:00"), KEY_BOX, after=Buffer(open_days=1), in_place=True)
    assert hall.blocked == Period(hall.use.start, day_period(date(2027, 3, 28)).end)
    assert hall.blocked.length == timedelta(hours=27)


def test_a_depot_that_stays_shut_says_so() -> None:
    shut = Calendar(OpeningHours())
    with pytest.raises(InvalidTime, match="calendar_no_open_day"):
        periods(span("2027-05-19 09:00", "2027-05-19 15:00"), shut)
    with pytest.raises(InvalidTime, match="calendar_no_open_day"):
        periods(span("2027-05-19 09:00", "2027-05-19 15:00"), shut, after=Buffer(open_days=1), in_place=True)


@pytest.mark.parametrize(
    ("depot", "in_place", "held", "out", "back"),
    [
        pytest.param(
            WEEKDAYS,
            False,
            ("2027-05-19 09:00", "2027-05-20 15:00"),
            ("2027-05-19 09:00", "2027-05-19 09:30"),
            ("2027-05-20 14:30", "2027-05-20 15:00"),
            id="within the opening hours: right after the start and right before the end",
        ),
        pytest.param(
            WEEKDAYS,
            False,
            ("2027-05-21 16:00", "2027-05-24 08:00"),
            ("2027-05-21 15:30", "2027-05-21 16:00"),
            ("2027-05-24 08:00", "2027-05-24 08:30"),
            id="from a closing to an opening: before the one and after the other",
        ),
        pytest.param(
            TWO_HALVES,
            False,
            ("2027-05-19 12:00", "2027-05-19 13:00"),
            ("2027-05-19 11:30", "2027-05-19 12:00"),
            ("2027-05-19 13:00", "2027-05-19 13:30"),
            id="over noon: nobody works through it",
        ),
        pytest.param(
            WEEKDAYS,
            True,
            ("2027-05-22 19:00", "2027-05-22 23:00"),
            ("2027-05-22 19:00", "2027-05-22 19:30"),
            ("2027-05-22 22:30", "2027-05-22 23:00"),
            id="a hall is opened and closed at its own hours",
        ),
    ],
)
def test_when_the_crew_hands_over_and_takes_back(
    depot: Calendar, in_place: bool, held: tuple[str, str], out: tuple[str, str], back: tuple[str, str]
) -> None:
    assert crew_windows(span(*held), depot, timedelta(minutes=30), in_place=in_place) == (span(*out), span(*back))


@pytest.mark.parametrize("wrong", [{"hours": -1}, {"open_days": -1}])
def test_a_negative_buffer_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(InvalidTime, match="buffer_negative"):
        Buffer(**wrong)


MINUTES = st.integers(0, 3 * 365 * 24 * 60)
BUFFERS = st.builds(Buffer, st.integers(0, 72), st.integers(0, 3))


@settings(deadline=None)
@given(MINUTES, st.integers(1, 20_000), BUFFERS, BUFFERS, st.sampled_from([WEEKDAYS, TWO_HALVES, KEY_BOX]), st.booleans())
def test_use_lies_within_custody_and_custody_within_what_is_blocked(
    begin: int, length: int, before: Buffer, after: Buffer, depot: Calendar, in_place: bool
) -> None:
    start = day_period(date(2026, 1, 1)).start + timedelta(minutes=begin)
    line = periods(Period(start, start + timedelta(minutes=length)), depot, before, after, in_place=in_place)
    assert line.custody.covers(line.use)
    assert line.blocked.covers(line.custody)
    assert in_place or (is_open_at(depot, line.custody.start) and is_open_at(depot, line.custody.end))
    assert periods(line.custody, depot).custody == line.custody or in_place
