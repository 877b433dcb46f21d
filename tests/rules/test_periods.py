"""Time in Brussels (T-40): lengths, times that do not exist or exist twice, whole days, neighbours, parts of days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booking.rules.periods import InvalidTime, Period, day_period, days_later, end_of, from_local, local, moment_on, shift_days, start_of

pytestmark = pytest.mark.usefixtures("server_zone")

SPRING, AUTUMN = "2027-03-28", "2026-10-25"
HOUR = timedelta(hours=1)
TEN = datetime(2027, 5, 10, 10, tzinfo=UTC)


def at(wall: str, fold: int | None = None) -> datetime:
    return from_local(datetime.fromisoformat(wall), fold)


def span(start: str, end: str) -> Period:
    return Period(at(start), at(end))


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        pytest.param(f"{SPRING} 01:00", f"{SPRING} 04:00", 2, id="one to four on the spring night lasts two hours"),
        pytest.param(f"{AUTUMN} 01:00", f"{AUTUMN} 04:00", 4, id="one to four on the autumn night lasts four hours"),
        pytest.param("2026-03-29 01:00", "2026-03-29 04:00", 2, id="spring 2026 too"),
        pytest.param("2027-10-31 01:00", "2027-10-31 04:00", 4, id="autumn 2027 too"),
        pytest.param("2028-03-26 01:00", "2028-03-26 04:00", 2, id="spring 2028 too"),
        pytest.param("2027-03-27 20:00", f"{SPRING} 06:00", 9, id="a night's party into summer time is an hour short"),
        pytest.param("2026-10-24 20:00", f"{AUTUMN} 06:00", 11, id="a night's party out of summer time is an hour long"),
        pytest.param(f"{SPRING} 01:59", f"{SPRING} 03:01", 2 / 60, id="a minute before the jump to a minute after is two minutes"),
        pytest.param(f"{SPRING} 03:00", f"{SPRING} 04:00", 1, id="the hour after the jump is an hour"),
        pytest.param(f"{AUTUMN} 03:00", f"{AUTUMN} 04:00", 1, id="the hour after the repeat is an hour"),
        pytest.param(f"{AUTUMN} 01:00", f"{AUTUMN} 03:00", 3, id="one to three in autumn holds the double hour"),
        pytest.param("2027-06-12 01:00", "2027-06-12 04:00", 3, id="any other night is as long as it looks"),
        pytest.param("2026-12-31 23:00", "2027-01-01 01:00", 2, id="a year's end changes nothing"),
        pytest.param("2028-02-28 12:00", "2028-03-01 12:00", 48, id="29 February counts"),
        pytest.param("2027-03-22 09:00", "2027-03-29 09:00", 167, id="a week over the spring night is 167 hours"),
        pytest.param("2026-10-19 09:00", "2026-10-26 09:00", 169, id="a week over the autumn night is 169 hours"),
    ],
)
def test_length_is_elapsed_time(start: str, end: str, hours: float) -> None:
    assert span(start, end).length == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("wall", "code"),
    [
        pytest.param(f"{SPRING} 02:00", "time_nonexistent", id="the first minute that the spring clock skips"),
        pytest.param(f"{SPRING} 02:30", "time_nonexistent", id="half past two on the spring night"),
        pytest.param(f"{SPRING} 02:59", "time_nonexistent", id="the last minute that is skipped"),
        pytest.param("2028-03-26 02:30", "time_nonexistent", id="half past two in spring 2028"),
        pytest.param(f"{AUTUMN} 02:00", "time_ambiguous", id="the first minute that the autumn clock shows twice"),
        pytest.param(f"{AUTUMN} 02:30", "time_ambiguous", id="half past two on the autumn night"),
        pytest.param(f"{AUTUMN} 02:59", "time_ambiguous", id="the last minute that is shown twice"),
        pytest.param("2027-10-31 02:30", "time_ambiguous", id="half past two in autumn 2027"),
        pytest.param("0202-05-01 10:00", "time_out_of_range", id="a year typed wrong"),
        pytest.param("0001-01-01 00:00", "time_out_of_range", id="the first year there is"),
        pytest.param("9999-12-31 23:59", "time_out_of_range", id="the last year there is"),
        pytest.param("2027-05-10 10:00+02:00", "time_not_local", id="a wall time that names a zone"),
    ],
)
def test_a_time_that_is_not_one_moment_is_refused(wall: str, code: str) -> None:
    with pytest.raises(InvalidTime) as refused:
        at(wall)
    assert refused.value.code == code


@pytest.mark.parametrize("fold", [0, 1])
def test_a_skipped_time_stays_refused_whichever_showing_is_chosen(fold: int) -> None:
    with pytest.raises(InvalidTime, match="time_nonexistent"):
        at(f"{SPRING} 02:30", fold)


@pytest.mark.parametrize(
    ("wall", "fold", "utc"),
    [
        pytest.param(f"{AUTUMN} 02:30", 0, "2026-10-25 00:30", id="the first half past two is summer time"),
        pytest.param(f"{AUTUMN} 02:30", 1, "2026-10-25 01:30", id="the second half past two is winter time"),
        pytest.param(f"{AUTUMN} 01:59", None, "2026-10-24 23:59", id="the minute before the double hour"),
        pytest.param(f"{AUTUMN} 03:00", None, "2026-10-25 02:00", id="the minute after the double hour"),
        pytest.param(f"{SPRING} 01:59", None, "2027-03-28 00:59", id="the minute before the jump"),
        pytest.param(f"{SPRING} 03:00", None, "2027-03-28 01:00", id="the minute after the jump"),
        pytest.param("2027-07-01 12:00", 1, "2027-07-01 10:00", id="a choice where there is none is no harm"),
        pytest.param("2027-01-01 12:00", 0, "2027-01-01 11:00", id="winter is an hour ahead"),
    ],
)
def test_wall_time_becomes_utc(wall: str, fold: int | None, utc: str) -> None:
    moment = at(wall, fold)
    assert moment == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert local(moment).replace(tzinfo=None, fold=0) == datetime.fromisoformat(wall)


def test_both_showings_of_a_double_time_can_be_used_one_after_the_other() -> None:
    first = Period(at(f"{AUTUMN} 02:00", 0), at(f"{AUTUMN} 02:00", 1))
    second = Period(at(f"{AUTUMN} 02:00", 1), at(f"{AUTUMN} 03:00"))
    assert first.length == second.length == HOUR
    assert not first.overlaps(second)


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [
        pytest.param("2027-03-28", None, 23, id="the spring date has 23 hours"),
        pytest.param("2026-10-25", None, 25, id="the autumn date has 25 hours"),
        pytest.param("2027-06-12", None, 24, id="any other date has 24"),
        pytest.param("2027-03-27", "2027-03-29", 71, id="the Easter weekend of 2027 has 71"),
        pytest.param("2026-10-24", "2026-10-26", 73, id="three dates around the autumn night have 73"),
        pytest.param("2027-01-01", "2027-12-31", 8760, id="a year has as many as ever"),
    ],
)
def test_whole_dates(first: str, last: str | None, hours: int) -> None:
    begin, until = date.fromisoformat(first), date.fromisoformat(last or first)
    period = day_period(begin, until if last else None)
    assert period.length == timedelta(hours=hours)
    assert (period.start, period.end) == (start_of(begin), end_of(until))
    assert (period.days()[0], period.days()[-1]) == (begin, until)


def test_the_days_of_a_period_leave_out_the_day_that_begins_at_its_end() -> None:
    assert span("2027-03-27 20:00", "2027-03-29 00:00").days() == [date(2027, 3, 27), date(2027, 3, 28)]
    assert span("2027-03-27 20:00", "2027-03-29 00:01").days() == [date(2027, 3, 27), date(2027, 3, 28), date(2027, 3, 29)]


@pytest.mark.parametrize(
    ("other", "overlaps", "covered"),
    [
        pytest.param(("2027-05-10 08:00", "2027-05-10 10:00"), False, False, id="back to back before is no overlap"),
        pytest.param(("2027-05-10 12:00", "2027-05-10 14:00"), False, False, id="back to back after is no overlap"),
        pytest.param(("2027-05-10 08:00", "2027-05-10 10:01"), True, False, id="a minute over the start overlaps"),
        pytest.param(("2027-05-10 11:59", "2027-05-10 14:00"), True, False, id="a minute before the end overlaps"),
        pytest.param(("2027-05-10 10:00", "2027-05-10 12:00"), True, True, id="the same period overlaps and is covered"),
        pytest.param(("2027-05-10 10:30", "2027-05-10 11:00"), True, True, id="one inside is covered"),
        pytest.param(("2027-05-10 09:00", "2027-05-10 13:00"), True, False, id="one around it overlaps and is not covered"),
        pytest.param(("2027-05-11 10:00", "2027-05-11 12:00"), False, False, id="another day is apart"),
    ],
)
def test_neighbours(other: tuple[str, str], overlaps: bool, covered: bool) -> None:
    period, beside = span("2027-05-10 10:00", "2027-05-10 12:00"), span(*other)
    assert period.overlaps(beside) == beside.overlaps(period) == overlaps
    assert period.covers(beside) == covered


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        pytest.param(TEN.replace(tzinfo=None), TEN + HOUR, "time_naive", id="a start without a zone"),
        pytest.param(TEN, (TEN + HOUR).replace(tzinfo=None), "time_naive", id="an end without a zone"),
        pytest.param(TEN, TEN - HOUR, "period_reversed", id="an end before the start"),
        pytest.param(TEN, TEN, "period_reversed", id="no time at all"),
        pytest.param(TEN, TEN.replace(microsecond=9), "period_reversed", id="less than a second"),
        pytest.param(datetime.min.replace(tzinfo=UTC), TEN, "time_out_of_range", id="a start before time"),
        pytest.param(TEN, datetime.max.replace(tzinfo=timezone(-HOUR)), "time_out_of_range", id="an end after time"),
    ],
)
def test_a_period_that_cannot_be_is_refused(start: datetime, end: datetime, code: str) -> None:
    with pytest.raises(InvalidTime) as refused:
        Period(start, end)
    assert refused.value.code == code


def test_a_moment_without_a_zone_is_not_taken_for_the_servers() -> None:
    with pytest.raises(InvalidTime, match="time_naive"):
        local(TEN.replace(tzinfo=None))


@pytest.mark.parametrize("last_day", [date(9999, 12, 31), date(9999, 12, 30), date(1, 1, 1)])
def test_whole_dates_at_the_ends_of_time_are_refused(last_day: date) -> None:
    with pytest.raises(InvalidTime, match="time_out_of_range"):
        day_period(last_day)


@pytest.mark.parametrize(
    ("day", "minute", "last", "utc"),
    [
        pytest.param(date(2027, 3, 28), 150, False, "2027-03-28 01:00", id="a skipped minute gives the jump"),
        pytest.param(date(2027, 3, 28), 150, True, "2027-03-28 01:00", id="and the jump again for its last showing"),
        pytest.param(date(2027, 3, 28), 180, False, "2027-03-28 01:00", id="three in the morning is the jump itself"),
        pytest.param(date(2026, 10, 25), 150, False, "2026-10-25 00:30", id="a double minute gives its first showing"),
        pytest.param(date(2026, 10, 25), 150, True, "2026-10-25 01:30", id="or its last"),
        pytest.param(date(2026, 10, 25), 1440, True, "2026-10-25 23:00", id="minute 1440 is the midnight that ends the date"),
        pytest.param(date(2027, 7, 1), 480, False, "2027-07-01 06:00", id="eight o'clock in summer"),
    ],
)
def test_a_minute_of_a_date_always_has_a_moment(day: date, minute: int, last: bool, utc: str) -> None:
    assert moment_on(day, minute, last=last) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end", "days", "expected"),
    [
        pytest.param("2027-03-22 19:00", "2027-03-22 22:00", 7, ("2027-03-29 19:00", "2027-03-29 22:00"), id="19:00 stays over spring"),
        pytest.param("2026-10-19 19:00", "2026-10-19 22:00", 7, ("2026-10-26 19:00", "2026-10-26 22:00"), id="19:00 stays over autumn"),
        pytest.param("2027-03-27 22:00", "2027-03-28 04:00", 7, ("2027-04-03 22:00", "2027-04-04 04:00"), id="the short night grows back"),
        pytest.param("2027-03-29 19:00", "2027-03-29 22:00", -7, ("2027-03-22 19:00", "2027-03-22 22:00"), id="backwards as well"),
    ],
)
def test_a_series_keeps_its_wall_time(start: str, end: str, days: int, expected: tuple[str, str]) -> None:
    assert shift_days(span(start, end), days) == span(*expected)


def test_a_series_that_meets_a_skipped_time_is_refused_there_and_not_moved() -> None:
    with pytest.raises(InvalidTime, match="time_nonexistent"):
        shift_days(span("2027-03-21 02:30", "2027-03-21 05:00"), 7)


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(lambda wall: wall.replace(microsecond=0, tzinfo=UTC))  # noqa: DTZ001


@settings(deadline=None)
@given(st.tuples(MOMENTS, MOMENTS).filter(lambda ends: ends[0] != ends[1]), st.integers(1, 400))
def test_pieces_of_a_period_are_the_period(ends: tuple[datetime, datetime], hours: int) -> None:
    period = Period(min(ends), max(ends))
    pieces = list(period.pieces(timedelta(hours=hours)))
    assert sum((piece.length for piece in pieces), timedelta()) == period.length
    assert (pieces[0].start, pieces[-1].end) == (period.start, period.end)
    assert all(before.end == after.start for before, after in pairwise(pieces))


@pytest.mark.parametrize(("moment", "days", "later"), [
    ("2027-03-01 09:30", 7, "2027-03-08T08:30:00"),
    ("2027-03-30 09:00", -3, "2027-03-27T08:00:00"),  # the day in between has 23 hours
    ("2027-10-30 09:00", 2, "2027-11-01T08:00:00"),  # and that one 25
    ("2027-03-27 02:30", 1, "2027-03-28T01:00:00"),  # skipped: the instant of the jump
    ("2027-10-30 02:30", 1, "2027-10-31T00:30:00"),  # shown twice: the first time
])  # fmt: skip
def test_so_many_days_later_the_clock_shows_the_same(moment: str, days: int, later: str) -> None:
    assert days_later(from_local(datetime.fromisoformat(moment)), days) == datetime.fromisoformat(later).replace(tzinfo=UTC)


@settings(deadline=None)
@given(MOMENTS)
def test_every_moment_comes_back_from_the_wall_clock(moment: datetime) -> None:
    shown = local(moment)
    assert from_local(shown.replace(tzinfo=None), shown.fold) == moment


def test_a_piece_of_no_length_is_refused() -> None:
    with pytest.raises(ValueError, match="at least a second"):
        list(day_period(date(2027, 5, 10)).pieces(timedelta(0)))
