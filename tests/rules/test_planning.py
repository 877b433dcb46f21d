"""The sums behind the planning board."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.rules.periods import from_local
from booking.rules.planning import PARTS, Held, Scale, Span, days, gaps, hours, joined, lanes, rooms, union

WEEK = days(date(2027, 6, 7), 7)
SPRING, AUTUMN = days(date(2027, 3, 22), 14), days(date(2027, 10, 25), 14)


def at(*wall: int, fold: int = 0) -> int:
    """Seconds of a Brussels wall time: `at(2027, 6, 12, 14)`."""
    return int(from_local(datetime(*wall), fold=fold).timestamp())  # noqa: DTZ001 - a wall time has no zone yet


def held(start: int, end: int, holder: str = "line:1", units: int = 1) -> Held:
    return Held(start, end, units, "firm", holder)


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (at(2027, 6, 7, 0), at(2027, 6, 8, 0), Span(0, 0, 1, 0)),
        (at(2027, 6, 8, 18), at(2027, 6, 9, 6), Span(1, 18, 0, 12)),
        (at(2027, 6, 1, 8), at(2027, 6, 7, 12), Span(0, 0, 0, 12)),
        (at(2027, 6, 13, 12), at(2027, 7, 1, 0), Span(6, 12, 0, 12)),
        (at(2027, 6, 1, 0), at(2027, 8, 1, 0), Span(0, 0, 7, 0)),
        (at(2027, 6, 9, 12), at(2027, 6, 9, 12, 10), Span(2, 12, 0, 1)),
        (at(2027, 6, 13, 23, 50), at(2027, 6, 15, 0), Span(6, 23, 0, 1)),
    ],
    ids=["a day", "over midnight", "begun before", "ends after", "all along", "ten minutes still show", "the last minutes"],
)
def test_a_stretch_stands_where_its_hours_are(start: int, end: int, span: Span) -> None:
    assert WEEK.span(start, end) == span


@pytest.mark.parametrize(("start", "end"), [(at(2027, 6, 1, 0), at(2027, 6, 7, 0)), (at(2027, 6, 14, 0), at(2027, 6, 15, 0))])
def test_what_only_touches_the_board_is_not_on_it(start: int, end: int) -> None:
    assert WEEK.span(start, end) is None
    assert list(WEEK.touched(start, end)) == []


@pytest.mark.parametrize(
    ("scale", "column", "length"), [(SPRING, 6, 23), (SPRING, 7, 24), (AUTUMN, 6, 25), (AUTUMN, 7, 24)],
    ids=["28 March 2027", "29 March 2027", "31 October 2027", "1 November 2027"],
)  # fmt: skip
def test_a_change_of_the_clock_makes_a_day_longer_and_its_column_not(scale: Scale, column: int, length: int) -> None:
    first, last = scale.bounds[column : column + 2]
    assert last - first == length * 3600
    assert scale.span(first, last) == Span(column, 0, 1, 0)
    assert list(scale.touched(first, last)) == [column]


def test_the_days_after_a_change_of_the_clock_stand_at_their_own_midnight() -> None:
    for scale, day in ((SPRING, date(2027, 3, 29)), (AUTUMN, date(2027, 11, 1))):
        assert scale.bounds[7] == at(day.year, day.month, day.day)
        assert scale.span(at(day.year, day.month, day.day, 6), at(day.year, day.month, day.day, 18)) == Span(7, 6, 0, 12)


def test_the_hour_that_is_shown_twice_has_room_for_two_loans_back_to_back() -> None:
    first = AUTUMN.span(at(2027, 10, 31, 0), at(2027, 10, 31, 2, 30))
    second = AUTUMN.span(at(2027, 10, 31, 2, 30), at(2027, 10, 31, 2, 30, fold=1))
    assert first
    assert second
    assert (second.column, second.offset) == (first.column, first.offset + first.parts)


def test_hours_have_a_column_each() -> None:
    scale = hours(date(2027, 6, 12), 7, 24)
    assert scale.columns == 17
    assert scale.span(at(2027, 6, 12, 19, 30), at(2027, 6, 12, 22)) == Span(12, 12, 2, 12)
    assert hours(date(2027, 10, 31), 7, 24).columns == hours(date(2027, 3, 28), 7, 24).columns == 17


@given(st.lists(st.integers(AUTUMN.start - 9999, AUTUMN.end + 9999), min_size=2, max_size=2, unique=True).map(sorted))
def test_no_moment_stands_before_an_earlier_one(moments: list[int]) -> None:
    first, second = (AUTUMN.part(moment) for moment in moments)
    assert 0 <= first <= second <= AUTUMN.columns * PARTS


def test_a_column_is_touched_by_what_lies_in_it_alone() -> None:
    assert list(WEEK.touched(at(2027, 6, 8, 0), at(2027, 6, 9, 0))) == [1]
    assert list(WEEK.touched(at(2027, 6, 8, 23), at(2027, 6, 9, 1))) == [1, 2]
    assert list(WEEK.touched(at(2027, 5, 1), at(2027, 8, 1))) == list(range(7))


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([held(0, 7), held(7, 9)], [held(0, 9)]),
        ([held(0, 7), held(8, 9)], [held(0, 7), held(8, 9)]),
        ([held(0, 7), held(0, 7)], [held(0, 7)]),
        ([held(0, 7), held(7, 9, "line:2")], [held(0, 7), held(7, 9, "line:2")]),
        ([held(7, 9), held(0, 7)], [held(0, 9)]),
        ([held(0, 7, units=2), held(7, 9, units=3)], [held(0, 7, units=2), held(7, 9, units=3)]),
    ],
    ids=["pieces of a long stay", "two stays", "two parts of a hall", "two holders back to back", "in any order", "other units"],
)
def test_what_one_holds_without_a_break_is_one_bar(rows: list[Held], wanted: list[Held]) -> None:
    assert joined(rows) == wanted


@pytest.mark.parametrize(
    ("stretches", "wanted"),
    [
        ([(0, 5), (5, 9), (9, 12)], [0, 0, 0]),
        ([(0, 5), (4, 9), (5, 7)], [0, 1, 0]),
        ([(0, 9), (1, 9), (2, 9)], [0, 1, 2]),
        ([(0, 3), (1, 9), (3, 4), (4, 6)], [0, 1, 0, 0]),
        ([], []),
    ],
    ids=["back to back needs one lane", "an overlap two", "three at once", "a lane is used again", "nothing"],
)
def test_only_what_overlaps_takes_a_lane_of_its_own(stretches: list[tuple[int, int]], wanted: list[int]) -> None:
    assert lanes([held(*each) for each in stretches]) == wanted


def test_a_label_has_the_room_until_the_next_bar_of_its_lane() -> None:
    rows = [
        held(at(2027, 6, 7, 0), at(2027, 6, 7, 12)),
        held(at(2027, 6, 8, 0), at(2027, 6, 12)),
        held(at(2027, 6, 9, 12), at(2027, 6, 10)),
    ]
    assert rooms(WEEK, rows, lanes(rows)) == [4, 24, 18]
    assert rooms(WEEK, rows, lanes(rows), most=10) == [4, 10, 10]


def test_free_time_lies_between_what_is_held() -> None:
    taken = union([held(8, 10), held(0, 3), held(2, 5, "line:2"), held(5, 6)])
    assert taken == [(0, 6), (8, 10)]
    assert list(gaps(taken, 0, 12)) == [(6, 8), (10, 12)]
    assert list(gaps(taken, 5, 9)) == [(6, 8)]
    assert list(gaps(taken, 1, 4)) == []
    assert list(gaps([], 1, 4)) == [(1, 4)]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12))
def test_every_moment_is_held_or_free(pairs: list[tuple[int, int]]) -> None:
    rows = [held(start, start + length) for start, length in pairs]
    free = list(gaps(union(rows), 10, 50))
    for moment in range(10, 50):
        assert any(row.start <= moment < row.end for row in rows) != any(start <= moment < end for start, end in free)


def test_moments_are_seconds_in_utc() -> None:
    assert days(date(2027, 6, 7), 1).start == int(datetime(2027, 6, 6, 22, tzinfo=UTC).timestamp())
