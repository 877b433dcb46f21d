"""What is guaranteed to somebody: what of it others may not have, and until when."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from booking.rules.contingents import ContingentCard, Row, Use, free_beside, last_chances, too_many
from booking.rules.periods import Period, day_period, moment_on

MALLE, RANST, SCHOTEN = 1, 2, 3
NOW = moment_on(date(2027, 3, 1), 9 * 60)
BARRIERS = ContingentCard(1, MALLE, None, None, "units", 20, None, 4, date(2027, 1, 1), None, "art. 3", "Malle")
SCHOOLS = ContingentCard(2, None, None, "school", "units", 30, None, 2, date(2027, 1, 1), date(2027, 6, 30))
WEEKEND = ContingentCard(3, MALLE, None, None, "weekends", 1, "month", 4, date(2027, 1, 1), None, "art. 4", "Malle")
DAYS = ContingentCard(4, MALLE, None, None, "days", 3, "quarter", 0, date(2027, 1, 1), None, "", "Malle")
JUNE = day_period(date(2027, 6, 5), date(2027, 6, 6))  # a weekend: released on 8 May


def on(first: date, last: date, units: int, holder: str) -> Row:
    period = day_period(first, last)
    return period.start, period.end, units, holder


def at(day: date, hour: int = 0) -> datetime:
    return moment_on(day, hour * 60)


BESIDE: list[tuple[str, list[Row], list[tuple[ContingentCard, set[str]]], datetime, int, int]] = [
    # what it shows, rows, contingents of others with who holds for them, now, free for you, contingents in the way
    ("nobody has anything: all but what is guaranteed", [], [(BARRIERS, set())], NOW, 80, 1),
    ("what its holder has already is not kept twice", [on(date(2027, 6, 5), date(2027, 6, 6), 15, "line:1")],
     [(BARRIERS, {"line:1"})], NOW, 80, 1),
    ("whose contingent is used up keeps nothing more", [on(date(2027, 6, 5), date(2027, 6, 6), 20, "line:1")],
     [(BARRIERS, {"line:1"})], NOW, 80, 0),
    ("who has more than its contingent has it like anybody else", [on(date(2027, 6, 5), date(2027, 6, 6), 35, "line:1")],
     [(BARRIERS, {"line:1"})], NOW, 65, 0),
    ("what strangers have comes off what is left", [on(date(2027, 6, 5), date(2027, 6, 6), 50, "line:2")], [(BARRIERS, set())], NOW, 30, 1),
    ("broken units come off too, and what is guaranteed stays", [on(date(2027, 6, 1), date(2027, 6, 30), 85, "fact:1")],
     [(BARRIERS, set())], NOW, 0, 1),
    ("used on one day only, it is kept on the other", [on(date(2027, 6, 5), date(2027, 6, 5), 20, "line:1")],
     [(BARRIERS, {"line:1"})], NOW, 80, 1),
    ("the moment before its release", [], [(BARRIERS, set())], at(date(2027, 5, 9)) - timedelta(seconds=1), 80, 1),
    ("its last day is released at midnight, four weeks ahead", [], [(BARRIERS, set())], at(date(2027, 5, 9)), 100, 0),
    ("of two days the first is released and the second is not", [on(date(2027, 6, 5), date(2027, 6, 5), 30, "line:2")],
     [(BARRIERS, set())], at(date(2027, 5, 8)), 70, 1),
    ("two contingents add up", [], [(BARRIERS, set()), (SCHOOLS, set())], NOW, 50, 2),
    ("one that ended keeps nothing", [], [(SCHOOLS, set())], NOW, 70, 1),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "others", "now", "free", "kept"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE])
def test_what_is_free_beside_the_contingents_of_others(
    rows: list[Row], others: list[tuple[ContingentCard, set[str]]], now: datetime, free: int, kept: int
) -> None:
    found, ways = free_beside(100, rows, [(card, Use(frozenset(mine))) for card, mine in others], JUNE, now)
    assert (found, len(ways)) == (free, kept)


def test_a_contingent_holds_from_its_first_to_its_last_day() -> None:
    def free(period: Period) -> int:
        return free_beside(100, [], [(SCHOOLS, Use())], period, NOW)[0]

    assert free(day_period(date(2027, 6, 30))) == 70
    assert free(day_period(date(2027, 7, 1))) == 100
    assert free(day_period(date(2027, 6, 30), date(2027, 7, 1))) == 70


def test_the_night_the_clock_goes_back_releases_by_the_date_and_not_by_the_hour() -> None:
    day = day_period(date(2027, 11, 28))  # released on 31 October 2027, when that night had 25 hours
    released = at(date(2027, 10, 31))
    assert free_beside(100, [], [(BARRIERS, Use())], day, released)[0] == 100
    assert free_beside(100, [], [(BARRIERS, Use())], day, released - timedelta(seconds=1))[0] == 80


def test_it_is_said_until_when_the_last_of_it_is_kept() -> None:
    _, (kept,) = free_beside(100, [], [(BARRIERS, Use())], JUNE, NOW)
    assert (kept.units, kept.until) == (20, at(date(2027, 5, 9)))


WEEKENDS = [(date(2027, 6, 5), "first"), (date(2027, 6, 12), "second"), (date(2027, 6, 19), "third"), (date(2027, 6, 26), "fourth")]


def taken(*weekends: int) -> list[Row]:
    days = [WEEKENDS[number - 1][0] for number in weekends]
    return [on(day, day + timedelta(days=1), 1, f"line:{number}") for number, day in enumerate(days, 10)]


LAST: list[tuple[str, list[Row], set[date], Period, datetime, int]] = [
    ("three other weekends are left", [], set(), JUNE, NOW, 0),
    ("one other weekend is left", taken(2, 3), set(), JUNE, NOW, 0),
    ("it is the last weekend", taken(2, 3, 4), set(), JUNE, NOW, 1),
    ("it is the last one and was had already", taken(2, 3, 4), {date(2027, 6, 12)}, JUNE, NOW, 0),
    ("a Sunday alone takes a weekend too", taken(2, 3, 4), set(), day_period(date(2027, 6, 6)), NOW, 1),
    ("a weekday takes no weekend", taken(2, 3, 4), set(), day_period(date(2027, 6, 7)), NOW, 0),
    ("two weekends of the two that are left", taken(1, 2), set(), day_period(date(2027, 6, 19), date(2027, 6, 27)), NOW, 1),
    ("it is released", taken(2, 3, 4), set(), JUNE, at(date(2027, 5, 8)), 0),
    ("the moment before it is released", taken(2, 3, 4), set(), JUNE, at(date(2027, 5, 8)) - timedelta(seconds=1), 1),
    ("another month has weekends of its own", taken(2, 3, 4), set(), day_period(date(2027, 7, 3), date(2027, 7, 4)), NOW, 0),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "days", "wanted", "now", "kept"), [row[1:] for row in LAST], ids=[row[0] for row in LAST])
def test_of_the_weekends_of_a_month_one_stays_for_who_it_is_guaranteed_to(
    rows: list[Row], days: set[date], wanted: Period, now: datetime, kept: int
) -> None:
    assert len(last_chances(rows, [(WEEKEND, Use(frozenset(), frozenset(days)))], wanted, now)) == kept


def test_days_of_a_quarter_are_counted_from_january_april_july_and_october() -> None:
    all_but_three = [on(date(2027, 4, 1), date(2027, 6, 27), 1, "line:9")]
    last = day_period(date(2027, 6, 30))
    assert [kept.units for kept in last_chances(all_but_three, [(DAYS, Use())], last, NOW)] == [3]
    assert last_chances(all_but_three, [(DAYS, Use(frozenset(), frozenset({date(2027, 4, 2)})))], last, NOW) == []


def test_it_is_for_those_that_all_its_words_name() -> None:
    assert BARRIERS.is_for(MALLE, "partner", "association")
    assert not BARRIERS.is_for(RANST, "partner", "association")
    assert SCHOOLS.is_for(RANST, "other", "school")
    assert not SCHOOLS.is_for(RANST, "other", "authority")
    co_owners = ContingentCard(5, None, "co-owner", None, "units", 5, None, 4, date(2027, 1, 1))
    assert co_owners.is_for(RANST, "co-owner", "authority")
    assert not co_owners.is_for(RANST, "partner", "authority")


def test_nobody_guarantees_more_than_there_is() -> None:
    assert too_many(50, [BARRIERS, SCHOOLS]) is None
    assert too_many(49, [BARRIERS, SCHOOLS]) == (date(2027, 1, 1), 50)
    later = ContingentCard(6, SCHOTEN, None, None, "units", 30, None, 4, date(2027, 7, 1))
    assert too_many(50, [BARRIERS, SCHOOLS, later]) is None


def test_who_asks_centuries_is_told_as_quickly_as_who_asks_a_year() -> None:
    centuries = day_period(date(2027, 6, 1), date(2999, 1, 1))
    assert last_chances([], [(WEEKEND, Use())], centuries, NOW)
