"""When a place is open (T-40): both nights of the clock, holidays, closures, seasons, searches, working days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booking.rules import calendar as cal
from booking.rules.calendar import ALWAYS, Calendar, Closed, Closure, OpeningHours
from booking.rules.periods import InvalidTime, Period, day_period, from_local, local

pytestmark = pytest.mark.usefixtures("server_zone")

DEPOT_HOURS = OpeningHours.of((weekday, 480, 960) for weekday in range(5))
EASTER_MONDAY = {date(2027, 3, 29): "Paasmaandag"}
CHRISTMAS = Closure(date(2026, 12, 24), date(2027, 1, 3), "kerstsluiting")
DEPOT = Calendar(DEPOT_HOURS, EASTER_MONDAY | {date(2027, 5, 6): "Hemelvaart"}, (CHRISTMAS,))
"""Weekdays 8 to 16, shut on Easter Monday and Ascension 2027 and from Christmas Eve 2026 to 3 January."""

DAY_AND_NIGHT = Calendar(OpeningHours.of([(weekday, 0, 1440) for weekday in range(7)]))
LUNCH_BREAK = Calendar(OpeningHours.of([(0, 780, 1020), (0, 480, 720)]))
KEY_BOX = Calendar(ALWAYS, EASTER_MONDAY, (Closure(date(2027, 7, 1), date(2027, 7, 31), "dakwerken"),))


def at(wall: str, fold: int | None = None) -> datetime:
    return from_local(datetime.fromisoformat(wall), fold)


def on(*rows: tuple[int, int]) -> Calendar:
    """A place with the same slots on every weekday."""
    return Calendar(OpeningHours.of((weekday, opens, closes) for weekday in range(7) for opens, closes in rows))


@pytest.mark.parametrize(
    ("place", "day", "slots"),
    [
        pytest.param(DEPOT, "2027-05-10", [("06:00", "14:00")], id="eight to four in summer is six to two in UTC"),
        pytest.param(DEPOT, "2027-02-15", [("07:00", "15:00")], id="and an hour later in winter"),
        pytest.param(DEPOT, "2027-05-08", [], id="no slot on a Saturday"),
        pytest.param(DEPOT, "2027-03-29", [], id="no slot on Easter Monday"),
        pytest.param(DEPOT, "2026-12-31", [], id="no slot in the Christmas closure"),
        pytest.param(LUNCH_BREAK, "2027-05-10", [("06:00", "10:00"), ("11:00", "15:00")], id="two slots, in order whatever the rows"),
        pytest.param(on((120, 180)), "2027-03-28", [], id="two to three vanishes on the spring night"),
        pytest.param(on((120, 180)), "2026-10-25", [("00:00", "02:00")], id="two to three lasts two hours on the autumn night"),
        pytest.param(on((120, 180)), "2027-03-27", [("01:00", "02:00")], id="two to three is an hour the night before"),
        pytest.param(on((150, 300)), "2027-03-28", [("01:00", "03:00")], id="an opening that is skipped is the jump"),
        pytest.param(on((60, 150)), "2027-03-28", [("00:00", "01:00")], id="a closing that is skipped is the jump"),
        pytest.param(on((130, 170)), "2027-03-28", [], id="a slot within the skipped hour vanishes"),
        pytest.param(on((60, 300)), "2027-03-28", [("00:00", "03:00")], id="a slot around the skipped hour is shorter"),
        pytest.param(on((60, 150)), "2026-10-25", [("23:00", "01:30")], id="a closing shown twice is the second"),
        pytest.param(on((150, 300)), "2026-10-25", [("00:30", "04:00")], id="an opening shown twice is the first"),
        pytest.param(on((0, 150), (150, 360)), "2026-10-25", [("22:00", "05:00")], id="slots that touch in the double hour become one"),
        pytest.param(on((0, 135), (165, 360)), "2026-10-25", [("22:00", "05:00")], id="a pause within the double hour is none"),
        pytest.param(on((480, 720), (720, 960)), "2027-05-10", [("06:00", "14:00")], id="slots that touch are one"),
        pytest.param(on((480, 840), (720, 960)), "2027-05-10", [("06:00", "14:00")], id="slots that overlap are one"),
        pytest.param(on((480, 960)), "2027-03-28", [("06:00", "14:00")], id="a working day on the spring date keeps its hours"),
        pytest.param(DAY_AND_NIGHT, "2027-03-28", [("23:00", "22:00")], id="day and night on the spring date is 23 hours"),
        pytest.param(DAY_AND_NIGHT, "2026-10-25", [("22:00", "23:00")], id="day and night on the autumn date is 25 hours"),
        pytest.param(KEY_BOX, "2027-03-28", [("23:00", "22:00")], id="a key box on the spring date is 23 hours"),
        pytest.param(KEY_BOX, "2027-03-29", [("22:00", "22:00")], id="a key box knows no holiday"),
        pytest.param(KEY_BOX, "2027-07-15", [], id="a key box is shut for works"),
    ],
)
def test_slots_of_a_date(place: Calendar, day: str, slots: list[tuple[str, str]]) -> None:
    shown = [(f"{slot.start:%H:%M}", f"{slot.end:%H:%M}") for slot in cal.slots_on(place, date.fromisoformat(day))]
    assert shown == slots


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2026, 10, 25), date(2027, 6, 12)])
def test_a_place_that_is_always_open_is_open_the_whole_date(day: date) -> None:
    assert cal.slots_on(Calendar(), day) == (day_period(day),)


def test_summer_and_winter_hours_follow_their_dates() -> None:
    summer = [(0, 420, 900, date(2027, 4, 1), date(2027, 9, 30))]
    winter = [(0, 480, 960, None, date(2027, 3, 31)), (0, 480, 960, date(2027, 10, 1), None)]
    place = Calendar(OpeningHours.of(summer + winter))
    opening = {day: local(cal.slots_on(place, day)[0].start).hour for day in (date(2027, 3, 29), date(2027, 4, 5), date(2027, 10, 4))}
    assert list(opening.values()) == [8, 7, 8]


@pytest.mark.parametrize(
    ("place", "day", "why"),
    [
        pytest.param(DEPOT, date(2027, 5, 8), Closed("no_hours"), id="a Saturday has no hours"),
        pytest.param(DEPOT, date(2027, 5, 6), Closed("holiday", "Hemelvaart"), id="Ascension by its name"),
        pytest.param(DEPOT, date(2026, 12, 28), Closed("closure", "kerstsluiting"), id="a closure by its reason"),
        pytest.param(DEPOT, date(2027, 5, 10), None, id="an open date has no reason"),
        pytest.param(KEY_BOX, date(2027, 3, 29), None, id="a key box is open on Easter Monday"),
        pytest.param(Calendar(DEPOT_HOURS, frozenset(EASTER_MONDAY)), date(2027, 3, 29), Closed("holiday"), id="a holiday without a name"),
        pytest.param(on((120, 180)), date(2027, 3, 28), Closed("no_hours"), id="hours that the clock skipped"),
    ],
)
def test_why_a_place_is_shut(place: Calendar, day: date, why: Closed | None) -> None:
    assert cal.why_closed(place, day) == why


@pytest.mark.parametrize(
    ("place", "wall", "is_open"),
    [
        pytest.param(DEPOT, "2027-05-10 08:00", True, id="open at the opening instant"),
        pytest.param(DEPOT, "2027-05-10 16:00", True, id="open at the closing instant"),
        pytest.param(DEPOT, "2027-05-10 07:59", False, id="shut a minute before"),
        pytest.param(DEPOT, "2027-05-10 16:01", False, id="shut a minute after"),
        pytest.param(DEPOT, "2027-05-08 10:00", False, id="shut on Saturday"),
        pytest.param(LUNCH_BREAK, "2027-05-10 12:30", False, id="shut over lunch"),
        pytest.param(Calendar(OpeningHours.of([(4, 1080, 1440)])), "2027-05-15 00:00", True, id="a slot up to midnight closes at midnight"),
        pytest.param(Calendar(OpeningHours.of([(4, 1080, 1440)])), "2027-05-15 00:01", False, id="and is shut a minute later"),
        pytest.param(KEY_BOX, "2027-05-15 03:00", True, id="a key box at night"),
    ],
)
def test_open_at_a_moment(place: Calendar, wall: str, is_open: bool) -> None:
    assert cal.is_open_at(place, at(wall)) is is_open


PARTY = Calendar(OpeningHours.of([(4, 1080, 1440), (5, 0, 120), (5, 600, 1440)]))
"""A hall from Friday 18:00 to Saturday 2:00, and on Saturday from 10:00 to midnight."""


@pytest.mark.parametrize(
    ("place", "start", "end", "throughout"),
    [
        pytest.param(PARTY, "2027-05-14 18:00", "2027-05-15 02:00", True, id="a party over midnight fits two slots that touch"),
        pytest.param(PARTY, "2027-05-14 18:00", "2027-05-15 02:01", False, id="a minute too late does not"),
        pytest.param(PARTY, "2027-05-14 17:59", "2027-05-14 23:00", False, id="a minute too early does not"),
        pytest.param(PARTY, "2027-05-14 20:00", "2027-05-15 12:00", False, id="the night between is shut"),
        pytest.param(PARTY, "2027-05-15 20:00", "2027-05-16 00:00", True, id="an end at midnight asks nothing of Sunday"),
        pytest.param(DAY_AND_NIGHT, "2027-03-27 12:00", "2027-03-29 12:00", True, id="day and night holds over the spring night"),
        pytest.param(Calendar(), "2026-10-24 12:00", "2026-10-26 12:00", True, id="a key box holds over the autumn night"),
        pytest.param(KEY_BOX, "2027-06-30 20:00", "2027-07-01 01:00", False, id="works begin at midnight"),
    ],
)
def test_open_throughout_a_period(place: Calendar, start: str, end: str, throughout: bool) -> None:
    assert cal.is_open_throughout(place, Period(at(start), at(end))) is throughout


SEARCHES: list[tuple[str, Callable[[Calendar, datetime], datetime], str, str]] = [
    ("hand-over within a slot is the moment itself", cal.latest_open, "2027-05-12 10:00", "2027-05-12 10:00"),
    ("hand-over for a Saturday is Friday's closing", cal.latest_open, "2027-05-15 10:00", "2027-05-14 16:00"),
    ("hand-over before opening is the day before", cal.latest_open, "2027-05-12 07:00", "2027-05-11 16:00"),
    ("hand-over at the opening is the opening", cal.latest_open, "2027-05-12 08:00", "2027-05-12 08:00"),
    ("hand-over at the closing is the closing", cal.latest_open, "2027-05-12 16:00", "2027-05-12 16:00"),
    ("hand-over before a Monday's opening is Friday", cal.latest_open, "2027-05-10 06:00", "2027-05-07 16:00"),
    ("hand-over after Ascension, on Ascension, is Wednesday", cal.latest_open, "2027-05-06 10:00", "2027-05-05 16:00"),
    ("return within a slot is the moment itself", cal.earliest_open, "2027-05-12 10:00", "2027-05-12 10:00"),
    ("return from a Saturday is Monday's opening", cal.earliest_open, "2027-05-15 23:00", "2027-05-17 08:00"),
    ("return at the closing is the closing", cal.earliest_open, "2027-05-12 16:00", "2027-05-12 16:00"),
    ("return a minute late is the next morning", cal.earliest_open, "2027-05-12 16:01", "2027-05-13 08:00"),
    ("return over Easter 2027 is Tuesday", cal.earliest_open, "2027-03-28 03:00", "2027-03-30 08:00"),
    ("return in the Christmas closure is 4 January", cal.earliest_open, "2026-12-24 02:00", "2027-01-04 08:00"),
]


@pytest.mark.parametrize(("search", "wall", "found"), [pytest.param(*row[1:], id=row[0]) for row in SEARCHES])
def test_searches_for_an_open_moment(search: Callable[[Calendar, datetime], datetime], wall: str, found: str) -> None:
    assert search(DEPOT, at(wall)) == at(found)


def test_midnight_between_two_nights_counts_as_open_for_both() -> None:
    place = Calendar(OpeningHours.of([(4, 1080, 1440)]))
    assert cal.earliest_open(place, at("2027-05-15 00:00")) == at("2027-05-15 00:00")
    assert cal.slot_at_or_before(place, at("2027-05-15 00:00")).end == at("2027-05-15 00:00")


@pytest.mark.parametrize("search", [cal.latest_open, cal.earliest_open, cal.slot_at_or_before, cal.slot_at_or_after])
@pytest.mark.parametrize(
    "place",
    [
        pytest.param(Calendar(OpeningHours()), id="a place without any slot"),
        pytest.param(Calendar(DEPOT_HOURS, closures=(Closure(date(2027, 1, 1), date(2027, 12, 31), "verbouwing"),)), id="shut for a year"),
    ],
)
def test_a_search_gives_up_after_sixty_days(search: Callable[[Calendar, datetime], object], place: Calendar) -> None:
    with pytest.raises(InvalidTime) as given_up:
        search(place, at("2027-06-12 10:00"))
    assert (given_up.value.code, given_up.value.details) == ("calendar_no_open_day", {"day": "2027-06-12", "days": 60})


@pytest.mark.parametrize(("days", "reached"), [(60, True), (61, False)])
def test_a_closure_of_sixty_dates_can_be_crossed_and_one_of_more_cannot(days: int, reached: bool) -> None:
    last = date(2027, 6, 1) + timedelta(days=days - 2)
    place = Calendar(on((480, 960)).hours, closures=(Closure(date(2027, 6, 1), last, "verbouwing"),))
    if reached:
        assert cal.open_days_after(place, date(2027, 5, 31), 1) == last + timedelta(days=1)
        assert cal.open_days_before(place, last + timedelta(days=1), 1) == date(2027, 5, 31)
    else:
        with pytest.raises(InvalidTime, match="calendar_no_open_day"):
            cal.open_days_after(place, date(2027, 5, 31), 1)
        with pytest.raises(InvalidTime, match="calendar_no_open_day"):
            cal.open_days_before(place, last + timedelta(days=1), 1)


@pytest.mark.parametrize(
    ("day", "count", "after", "before"),
    [
        pytest.param("2027-05-12", 0, "2027-05-12", "2027-05-12", id="none is the date itself"),
        pytest.param("2027-05-12", 1, "2027-05-13", "2027-05-11", id="one within the week"),
        pytest.param("2027-05-14", 1, "2027-05-17", "2027-05-13", id="one after a Friday is Monday"),
        pytest.param("2027-05-15", 1, "2027-05-17", "2027-05-14", id="one from a shut Saturday"),
        pytest.param("2027-05-05", 1, "2027-05-07", "2027-05-04", id="one over Ascension"),
        pytest.param("2027-03-26", 2, "2027-03-31", "2027-03-24", id="two over Easter"),
        pytest.param("2026-12-23", 1, "2027-01-04", "2026-12-22", id="one over the Christmas closure"),
        pytest.param("2027-01-04", 3, "2027-01-07", "2026-12-21", id="three back over the Christmas closure"),
    ],
)
def test_open_days(day: str, count: int, after: str, before: str) -> None:
    assert cal.open_days_after(DEPOT, date.fromisoformat(day), count) == date.fromisoformat(after)
    assert cal.open_days_before(DEPOT, date.fromisoformat(day), count) == date.fromisoformat(before)


@pytest.mark.parametrize(
    ("notice", "use", "days"),
    [
        pytest.param("2027-06-14", "2027-06-18", 3, id="Monday to Friday leaves three between"),
        pytest.param("2027-06-18", "2027-06-21", 0, id="Friday to Monday leaves none"),
        pytest.param("2027-06-17", "2027-06-21", 1, id="Thursday to Monday leaves Friday"),
        pytest.param("2027-06-14", "2027-06-15", 0, id="the next day leaves none"),
        pytest.param("2027-06-14", "2027-06-14", 0, id="the same day leaves none"),
        pytest.param("2027-06-18", "2027-06-14", 0, id="notice after use leaves none"),
        pytest.param("2027-03-25", "2027-03-31", 2, id="over Easter: Good Friday and Tuesday"),
        pytest.param("2027-05-05", "2027-05-10", 1, id="over Ascension: Friday alone"),
        pytest.param("2027-06-12", "2027-06-20", 5, id="Saturday to Sunday week holds a working week"),
        pytest.param("2027-06-14", "2028-06-14", 261, id="a year without known holidays"),
    ],
)
def test_working_days_lie_strictly_between(notice: str, use: str, days: int) -> None:
    holidays = {date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 1)}
    assert cal.working_days_between(date.fromisoformat(notice), date.fromisoformat(use), holidays) == days


DATES = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@settings(deadline=None)
@given(DATES, DATES, st.frozensets(DATES, max_size=20))
def test_working_days_are_those_one_would_count_by_hand(notice: date, use: date, holidays: frozenset[date]) -> None:
    between = (notice + timedelta(days=n) for n in range(1, (use - notice).days))
    counted = [day for day in between if day.weekday() < 5 and day not in holidays]
    assert cal.working_days_between(notice, use, holidays) == len(counted)


WEEKS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 1439), st.integers(1, 1440)).filter(lambda row: row[1] < row[2]), max_size=8)


@settings(deadline=None)
@given(WEEKS, st.sampled_from([date(2026, 10, 24), date(2026, 10, 25), date(2027, 3, 27), date(2027, 3, 28), date(2027, 6, 12)]))
def test_slots_never_touch_and_stay_within_their_date(rows: list[tuple[int, int, int]], day: date) -> None:
    slots = cal.slots_on(Calendar(OpeningHours(tuple(cal.Slot(*row) for row in rows))), day)
    assert all(day_period(day).covers(slot) for slot in slots)
    assert all(before.end < after.start for before, after in pairwise(slots))


@pytest.mark.parametrize("row", [(7, 480, 960), (-1, 480, 960), (0, 960, 480), (0, 480, 480), (0, -1, 480), (0, 480, 1441)])
def test_hours_that_cannot_be_are_refused(row: tuple[int, int, int]) -> None:
    with pytest.raises(InvalidTime, match="hours_invalid"):
        OpeningHours.of([row])


def test_no_rows_means_always_and_no_slots_means_never() -> None:
    assert OpeningHours.of([]) is ALWAYS
    assert not cal.slots_on(Calendar(OpeningHours()), date(2027, 5, 10))
