"""Times of a feed mean the same moment to every reader, also in the nights when the clock changes."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil import tz

from booking.formats.ical.zone import brussels_timezone
from booking.rules.periods import BRUSSELS, InvalidTime, day_period

HALF_HOUR = timedelta(minutes=30)

# (start in UTC, how DTSTART reads in the feed)
STARTS = [
    (datetime(2027, 1, 15, 13, tzinfo=UTC), "DTSTART;TZID=Europe/Brussels:20270115T140000"),
    (datetime(2027, 6, 12, 12, tzinfo=UTC), "DTSTART;TZID=Europe/Brussels:20270612T140000"),
    # 28 March 2027: after 01:59 comes 03:00
    (datetime(2027, 3, 28, 0, tzinfo=UTC), "DTSTART;TZID=Europe/Brussels:20270328T010000"),
    (datetime(2027, 3, 28, 1, tzinfo=UTC), "DTSTART;TZID=Europe/Brussels:20270328T030000"),
    # 25 October 2026 and 31 October 2027: what starts or ends between two and three, which is shown twice, is told in UTC
    (datetime(2026, 10, 24, 22, 59, tzinfo=UTC), "DTSTART;TZID=Europe/Brussels:20261025T005900"),
    (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "DTSTART:20261024T233000Z"),
    (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "DTSTART:20261025T003000Z"),
    (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "DTSTART:20261025T013000Z"),
    (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), "DTSTART;TZID=Europe/Brussels:20261025T033000"),
    (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "DTSTART:20271031T003000Z"),
    (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), "DTSTART:20271031T013000Z"),
]


@pytest.mark.parametrize(("start", "line"), STARTS, ids=str)
def test_two_readers_find_the_same_moments(start, line, make_event, feed, read_by_icalendar, read_by_vobject):
    data = feed(make_event(starts_at=start, ends_at=start + timedelta(hours=1)))

    assert line in data.decode().split("\r\n")
    for moments in (
        [(event["DTSTART"].dt, event["DTEND"].dt) for event in read_by_icalendar(data)],
        [(event.dtstart.value, event.dtend.value) for event in read_by_vobject(data)],
    ):
        assert [(a.astimezone(UTC), b.astimezone(UTC)) for a, b in moments] == [(start, start + timedelta(hours=1))]


def test_a_loan_over_the_night_is_as_long_as_it_lasts(make_event, feed, read_by_icalendar):
    for day, hours in ((date(2026, 10, 25), 25), (date(2027, 3, 28), 23), (date(2027, 10, 31), 25), (date(2027, 6, 12), 24)):
        whole_day = day_period(day)
        event = read_by_icalendar(feed(make_event(starts_at=whole_day.start, ends_at=whole_day.end)))[0]
        assert event["DTEND"].dt.astimezone(UTC) - event["DTSTART"].dt.astimezone(UTC) == timedelta(hours=hours)


def test_whole_days_are_dates_with_an_exclusive_end(make_event, feed, read_by_icalendar, read_by_vobject):
    data = feed(make_event(starts_at=date(2027, 3, 28), ends_at=date(2027, 3, 30)))

    assert b"DTSTART;VALUE=DATE:20270328\r\n" in data
    assert b"DTEND;VALUE=DATE:20270330\r\n" in data
    assert read_by_icalendar(data)[0]["DTEND"].dt == date(2027, 3, 30)
    assert read_by_vobject(data)[0].dtend.value == date(2027, 3, 30)


@pytest.mark.parametrize("year", [1996, 2026, 2027, 2028, 2037, 2038, 2055])
def test_the_clock_told_to_others_is_the_clock_of_brussels(year):
    told = tz.tzical(_file(brussels_timezone())).get("Europe/Brussels")
    # dateutil leaves the hour before the first change it was told of without an answer, so 1996 starts after that night
    moment = datetime(year, 4, 1, tzinfo=UTC) if year == 1996 else datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        assert moment.astimezone(told).utcoffset() == moment.astimezone(BRUSSELS).utcoffset(), moment
        moment += HALF_HOUR


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ends_at": datetime(2027, 6, 12, 7, tzinfo=UTC)}, "period_reversed"),
        ({"ends_at": datetime(2027, 6, 11, 7, tzinfo=UTC)}, "period_reversed"),
        ({"starts_at": date(2027, 6, 12), "ends_at": date(2027, 6, 12)}, "period_reversed"),
        ({"starts_at": datetime(2027, 6, 12, 7)}, "time_naive"),  # noqa: DTZ001 - the wrong input itself
        ({"changed_at": datetime(2027, 6, 12, 7)}, "time_naive"),  # noqa: DTZ001
    ],
)
def test_an_event_that_cannot_be_is_refused(changes, code, make_event):
    with pytest.raises(InvalidTime) as refused:
        make_event(**changes)
    assert refused.value.code == code


def _file(data: bytes):
    """dateutil reads a clock from an open file only."""
    return io.StringIO(data.decode())
