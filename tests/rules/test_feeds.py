"""What one may ask of a calendar, for how long it is read, and how much of it somebody sees."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from booking.rules.feeds import (
    ALARMS,
    DETAILS,
    MOST_FETCHES,
    Detail,
    Scope,
    alarms_of,
    before_start,
    check_detail,
    known_alarms,
    last_day,
    rests,
    shown_of,
)
from booking.rules.refusals import Refused

TODAY = date(2027, 3, 1)
NINE = datetime(2027, 3, 1, 8, tzinfo=UTC)
FULL, NAMELESS, BUSY = Detail


@pytest.mark.parametrize(
    ("wanted", "last"),
    [(None, date(2028, 2, 29)), (TODAY, TODAY), (date(2027, 6, 1), date(2027, 6, 1)), (date(2028, 2, 29), date(2028, 2, 29))],
)
def test_an_address_lasts_a_year_unless_asked_shorter(wanted: date | None, last: date) -> None:
    assert last_day(wanted, TODAY) == last


@pytest.mark.parametrize("wanted", [date(2027, 2, 28), date(2028, 3, 1)])
def test_it_ends_neither_before_today_nor_after_a_year(wanted: date) -> None:
    with pytest.raises(Refused, match="feed_until_out_of_range"):
        last_day(wanted, TODAY)


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("detail", Detail)
def test_who_may_know_little_cannot_ask_for_more(scope: Scope, detail: Detail) -> None:
    if detail in DETAILS[scope]:
        check_detail(scope, detail)
    else:
        with pytest.raises(Refused, match="choice_unknown"):
            check_detail(scope, detail)


def test_when_a_hall_is_taken_tells_nobodys_name() -> None:
    assert DETAILS[Scope.OCCUPANCY] == (BUSY,)


# (chosen, whose work it is, whose people the reader may see, what is seen)
SHOWN = [
    (FULL, {1}, None, FULL),
    (NAMELESS, {1}, None, NAMELESS),
    (FULL, {1, 2}, {2}, FULL),
    (NAMELESS, {1}, {1}, NAMELESS),
    (FULL, {1}, {2}, BUSY),
    (FULL, {1}, set(), BUSY),
    (BUSY, {1}, {1}, BUSY),
]


@pytest.mark.parametrize(("chosen", "authorities", "seen", "shown"), SHOWN)
def test_of_others_work_one_sees_that_there_is_some(chosen, authorities, seen, shown) -> None:
    assert shown_of(chosen, authorities, seen) is shown


def test_reminders_are_kept_once_each_and_read_back() -> None:
    assert known_alarms([1440, 15, 1440]) == (15, 1440)
    assert alarms_of("15,1440") == (15, 1440)
    assert alarms_of("") == known_alarms([]) == ()
    with pytest.raises(Refused, match="choice_unknown"):
        known_alarms([15, 20])
    assert len(",".join(map(str, ALARMS))) <= 60


def test_of_a_whole_day_one_is_reminded_at_nine() -> None:
    assert before_start((15, 1440), whole_day=False) == (15, 1440)
    assert before_start((60, 1440), whole_day=True) == (-480, 900)  # at eight that morning, and at nine the day before


# (fetches in an hour that began so many minutes ago, minutes to wait)
PACE = [
    (0, 0, 0), (MOST_FETCHES - 1, 59, 0), (MOST_FETCHES, 0, 60), (MOST_FETCHES, 59, 1), (MOST_FETCHES + 7, 30, 30), (MOST_FETCHES, 60, 0),
]  # fmt: skip


@pytest.mark.parametrize(("fetches", "minutes", "wait"), PACE)
def test_an_address_that_was_read_sixty_times_rests_until_its_hour_is_over(fetches: int, minutes: int, wait: int) -> None:
    assert rests(NINE - timedelta(minutes=minutes), fetches, NINE) == wait
    assert rests(None, fetches, NINE) == 0
