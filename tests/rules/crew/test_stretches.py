"""Work is done in the hours of its place: as late as it may be before a loan, as soon as it can after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from booking.rules.calendar import Calendar
from booking.rules.crew import first_stretch, last_stretch
from tests.rules.crew.times import (
    ALWAYS,
    EARLY_FRIDAY,
    HALL,
    HOLIDAY,
    NIGHTS,
    NINE_TO_FIVE,
    SHUT_A_WEEK,
    SHUT_A_YEAR,
    THREE_DAYS,
    TWO_SLOTS,
    at,
    span,
)  # fmt: skip

Row = tuple[str, Calendar, str, int, str, str]

UNTIL: list[Row] = [
    ("within the day", NINE_TO_FIVE, "15 11:00", 60, "15 10:00", "15 11:00"),
    ("exactly from the opening", NINE_TO_FIVE, "15 11:00", 120, "15 09:00", "15 11:00"),
    ("a minute longer: at the end of the day before", NINE_TO_FIVE, "15 11:00", 121, "14 14:59", "14 17:00"),
    ("until the opening itself: the day before", NINE_TO_FIVE, "15 09:00", 30, "14 16:30", "14 17:00"),
    ("in the evening: until the closing", NINE_TO_FIVE, "15 20:00", 30, "15 16:30", "15 17:00"),
    ("on Saturday: on Friday", NINE_TO_FIVE, "19 12:00", 45, "18 16:15", "18 17:00"),
    ("early on Monday: on Friday", NINE_TO_FIVE, "14 09:30", 60, "11 16:00", "11 17:00"),
    ("early on Monday where Friday is short", EARLY_FRIDAY, "14 09:30", 60, "11 11:00", "11 12:00"),
    ("early on Monday, and Friday is too short for it", EARLY_FRIDAY, "14 09:30", 240, "10 13:00", "10 17:00"),
    ("a place that opens three days a week", THREE_DAYS, "16 09:00", 60, "14 16:00", "14 17:00"),
    ("the day before is a holiday", HOLIDAY, "17 09:15", 30, "15 16:30", "15 17:00"),
    ("the week before is shut", SHUT_A_WEEK, "28 09:00", 30, "18 16:30", "18 17:00"),
    ("the last of two slots holds it", TWO_SLOTS, "15 16:00", 210, "15 12:30", "15 16:00"),
    ("only the first of two slots holds it", TWO_SLOTS, "15 16:00", 240, "15 08:00", "15 12:00"),
    ("over both slots, with the pause", TWO_SLOTS, "15 16:00", 300, "15 10:30", "15 16:00"),
    ("over both slots of the day, no minute left", TWO_SLOTS, "15 16:00", 480, "15 07:30", "15 16:00"),
    ("in the pause: the morning counts", TWO_SLOTS, "15 12:15", 60, "15 11:00", "15 12:00"),
    ("the rest of the morning is too short: the afternoon before", TWO_SLOTS, "15 08:00", 60, "14 15:00", "14 16:00"),
    ("longer than any day: until the nearest closing", TWO_SLOTS, "15 16:00", 500, "15 07:40", "15 16:00"),
    ("no open day within months: right before", SHUT_A_YEAR, "12-01 10:00", 60, "12-01 09:00", "12-01 10:00"),
    ("a hall that closes at midnight", HALL, "19 00:30", 60, "18 23:00", "19 00:00"),
    ("a place that never shuts", ALWAYS, "19 00:30", 20, "19 00:10", "19 00:30"),
    ("a place that never shuts, over midnight", ALWAYS, "19 00:30", 60, "18 23:00", "19 00:00"),
    ("the night that is an hour short", NIGHTS, "03-28 04:00", 120, "03-28 01:00", "03-28 04:00"),
    ("the night that is an hour short, too short for it", NIGHTS, "03-28 06:00", 330, "03-27 00:30", "03-27 06:00"),
    ("the night that is an hour long", NIGHTS, "10-31 04:00", 120, "2027-10-31 02:00:00+01:00", "10-31 04:00"),
    ("the night that is an hour long holds more", NIGHTS, "10-31 06:00", 420, "10-31 00:00", "10-31 06:00"),
]

FROM: list[Row] = [
    ("within the day", NINE_TO_FIVE, "15 11:00", 60, "15 11:00", "15 12:00"),
    ("exactly until the closing", NINE_TO_FIVE, "15 16:00", 60, "15 16:00", "15 17:00"),
    ("a minute longer: the next day", NINE_TO_FIVE, "15 16:00", 61, "16 09:00", "16 10:01"),
    ("from the closing itself: the next day", NINE_TO_FIVE, "15 17:00", 30, "16 09:00", "16 09:30"),
    ("before the opening", NINE_TO_FIVE, "15 06:00", 30, "15 09:00", "15 09:30"),
    ("late on Friday: on Monday", NINE_TO_FIVE, "18 16:30", 45, "21 09:00", "21 09:45"),
    ("on Sunday: on Monday", NINE_TO_FIVE, "20 12:00", 45, "21 09:00", "21 09:45"),
    ("a place that opens three days a week", THREE_DAYS, "14 17:00", 30, "16 09:00", "16 09:30"),
    ("before a holiday", HOLIDAY, "15 16:45", 30, "17 09:00", "17 09:30"),
    ("before a holiday and a weekend", HOLIDAY, "17 16:45", 30, "21 09:00", "21 09:30"),
    ("before a week that it is shut", SHUT_A_WEEK, "18 16:45", 30, "28 09:00", "28 09:30"),
    ("the rest of the morning is too short: in the afternoon", TWO_SLOTS, "15 11:30", 60, "15 12:30", "15 13:30"),
    ("only the morning holds it: the next one", TWO_SLOTS, "15 12:30", 240, "16 07:30", "16 11:30"),
    ("over both slots, with the pause", TWO_SLOTS, "15 07:30", 300, "15 07:30", "15 13:00"),
    ("longer than any day: from the next opening", TWO_SLOTS, "15 17:00", 500, "16 07:30", "16 15:50"),
    ("no open day within months: right after", SHUT_A_YEAR, "17 10:00", 60, "17 10:00", "17 11:00"),
    ("a hall that closes at midnight", HALL, "19 23:00", 60, "19 23:00", "20 00:00"),
    ("a hall whose guests leave at midnight", HALL, "20 00:00", 60, "20 08:00", "20 09:00"),
    ("the night that is an hour short", NIGHTS, "03-28 01:00", 120, "03-28 01:00", "03-28 04:00"),
    ("the night that is an hour long", NIGHTS, "10-31 01:00", 120, "10-31 01:00", "2027-10-31 02:00:00+01:00"),
]


@pytest.mark.parametrize(("calendar", "latest", "minutes", "start", "end"), [row[1:] for row in UNTIL], ids=[row[0] for row in UNTIL])
def test_work_is_over_by_a_moment(calendar: Calendar, latest: str, minutes: int, start: str, end: str) -> None:
    assert last_stretch(calendar, at(latest), timedelta(minutes=minutes)) == span(start, end)


@pytest.mark.parametrize(("calendar", "earliest", "minutes", "start", "end"), [row[1:] for row in FROM], ids=[row[0] for row in FROM])
def test_work_begins_from_a_moment_on(calendar: Calendar, earliest: str, minutes: int, start: str, end: str) -> None:
    assert first_stretch(calendar, at(earliest), timedelta(minutes=minutes)) == span(start, end)
