"""Units taken at once, compared with counting minute by minute; nearest free dates; parts of halls and kits."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booking.rules import availability as av
from booking.rules.periods import Period, day_period, from_local

Rows = list[tuple[int, int, int, str]]


class Minutes(NamedTuple):
    """A stretch of whole minutes."""

    start: int
    end: int


@pytest.mark.parametrize(
    ("rows", "taken"),
    [
        pytest.param([], 0, id="nothing is taken of nothing"),
        pytest.param([(0, 10, 9, "before"), (20, 30, 9, "after")], 0, id="rows that touch the period take nothing"),
        pytest.param([(0, 11, 3, "a")], 3, id="a minute of overlap counts"),
        pytest.param([(10, 15, 3, "a"), (15, 20, 4, "b")], 4, id="back to back does not add up"),
        pytest.param([(10, 16, 3, "a"), (15, 20, 4, "b")], 7, id="a shared minute adds up"),
        pytest.param([(0, 40, 3, "a"), (12, 13, 4, "b"), (14, 15, 5, "c")], 8, id="the highest instant counts, not the sum of all"),
        pytest.param([(10, 20, 3, "a"), (10, 20, 5, "a")], 5, id="an amendment beside its promise counts with the larger"),
        pytest.param([(10, 14, 3, "a"), (16, 20, 5, "a"), (12, 18, 1, "b")], 6, id="a holder takes at each instant what it has then"),
        pytest.param([(10, 20, 5, "a"), (12, 14, 3, "a"), (12, 14, 2, "b")], 7, id="the smaller of one holder hides in the larger"),
        pytest.param([(10, 12, 5, "a"), (11, 20, 3, "a"), (12, 20, 4, "b")], 7, id="when the larger ends the smaller remains"),
        pytest.param([(0, 15, 2, "a"), (15, 30, 2, "a")], 2, id="equal pieces of one closure are one"),
        pytest.param([(10, 20, 0, "a"), (10, 20, 2, "b")], 2, id="a row of no units takes nothing"),
    ],
)
def test_peak(rows: Rows, taken: int) -> None:
    assert av.peak(rows, Minutes(10, 20)) == taken
    assert av.peak(reversed(rows), Minutes(10, 20)) == taken


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 30), st.integers(0, 5), st.sampled_from("abc")), max_size=9),
    st.sets(st.integers(0, 60), min_size=2, max_size=8).map(sorted),
)
def test_the_peaks_of_stretches_in_a_row_are_the_peak_of_each(pieces: list[tuple[int, int, int, str]], bounds: list[int]) -> None:
    rows = [(start, start + length, units, holder) for start, length, units, holder in pieces]
    assert av.peaks(rows, bounds) == [av.peak(rows, Minutes(*stretch)) for stretch in pairwise(bounds)]


def test_the_rows_of_the_holder_itself_can_be_left_out() -> None:
    rows = [(0, 30, 4, "own"), (12, 14, 3, "other")]
    assert av.peak(rows, Minutes(10, 20), ignoring="own") == 3
    assert av.free_units(5, rows, Minutes(10, 20), ignoring="own") == 2


def test_nothing_is_free_where_facts_took_more_than_there_is() -> None:
    assert av.free_units(5, [(0, 30, 4, "promise"), (0, 30, 2, "lost")], Minutes(10, 20)) == 0


@st.composite
def ledgers(draw: st.DrawFn) -> Rows:
    """Rows of at most five holders within a hundred minutes."""
    row = st.tuples(st.integers(0, 99), st.integers(1, 40), st.integers(0, 6), st.sampled_from("abcde"))
    return [(start, start + length, units, holder) for start, length, units, holder in draw(st.lists(row, max_size=14))]


WINDOWS = st.tuples(st.integers(0, 100), st.integers(1, 60)).map(lambda ends: Minutes(ends[0], ends[0] + ends[1]))
HOLDERS = st.sampled_from([None, "a", "b"])


def counted(rows: Rows, minute: int, ignoring: str | None) -> int:
    """Units taken in a minute, by the definition."""
    largest: dict[str, int] = {}
    for start, end, units, holder in rows:
        if start <= minute < end and holder != ignoring:
            largest[holder] = max(units, largest.get(holder, 0))
    return sum(largest.values())


@settings(deadline=None, max_examples=500)
@given(ledgers(), WINDOWS, HOLDERS)
def test_peak_is_what_counting_each_minute_gives(rows: Rows, window: Minutes, ignoring: str | None) -> None:
    assert av.peak(rows, window, ignoring) == max(counted(rows, minute, ignoring) for minute in range(*window))


@settings(deadline=None, max_examples=500)
@given(ledgers(), WINDOWS, HOLDERS, st.integers(0, 12), st.integers(1, 6))
def test_free_stretches_are_the_minutes_with_room(rows: Rows, window: Minutes, ignoring: str | None, capacity: int, units: int) -> None:
    stretches = list(av.free_stretches(capacity, rows, window, units, ignoring))
    roomy = [minute for minute in range(*window) if counted(rows, minute, ignoring) + units <= capacity]
    assert [minute for stretch in stretches for minute in range(*stretch)] == roomy
    assert all(before[1] < after[0] for before, after in pairwise(stretches))


@settings(deadline=None)
@given(ledgers(), WINDOWS, st.integers(0, 20))
def test_moments_may_be_datetimes(rows: Rows, window: Minutes, capacity: int) -> None:
    midnight = day_period(date(2027, 3, 28)).start

    def moment(minute: int) -> datetime:
        return midnight + timedelta(minutes=minute)

    period = Period(moment(window.start), moment(window.end))
    dated = [(moment(start), moment(end), units, holder) for start, end, units, holder in rows]
    assert av.peak(dated, period) == av.peak(rows, window)
    assert av.free_periods(capacity, dated, period, 1) == [
        Period(moment(start), moment(end)) for start, end in av.free_stretches(capacity, rows, window, 1)
    ]


def span(start: str, end: str) -> Period:
    return Period(from_local(datetime.fromisoformat(start)), from_local(datetime.fromisoformat(end)))


def test_the_nearest_dates_are_the_first_that_are_free() -> None:
    wanted = span("2027-05-15 14:00", "2027-05-15 23:00")
    taken = [(start, end, 1, "a") for start, end in [(wanted.start, wanted.end + timedelta(days=1))]]
    found = av.nearest_dates(av.candidates_near(wanted, 7), lambda period: av.free_units(1, taken, period) == 1)
    assert [period.start.date() for period in found] == [date(2027, 5, 14), date(2027, 5, 17), date(2027, 5, 13)]


def test_candidates_keep_the_time_of_day_and_start_no_earlier_than_allowed() -> None:
    wanted = span("2027-03-27 19:00", "2027-03-27 22:00")
    assert list(av.candidates_near(wanted, 2, earliest=wanted.start - timedelta(days=1))) == [
        span("2027-03-28 19:00", "2027-03-28 22:00"),
        span("2027-03-26 19:00", "2027-03-26 22:00"),
        span("2027-03-29 19:00", "2027-03-29 22:00"),
    ]


def test_a_night_that_skips_the_time_is_no_candidate() -> None:
    wanted = span("2027-03-27 02:30", "2027-03-27 05:00")
    assert [period.start.day for period in av.candidates_near(wanted, 1)] == [26]


def test_no_more_candidates_are_looked_at_than_needed() -> None:
    looked_at = []

    def is_free(period: Period) -> bool:
        looked_at.append(period)
        return True

    assert len(av.nearest_dates(av.candidates_near(span("2027-05-15 14:00", "2027-05-15 23:00"), 30), is_free, limit=2)) == 2
    assert len(looked_at) == 2


THIRDS = {
    "hall": [("left two thirds", 1), ("right two thirds", 1)],
    "left two thirds": [("A", 1), ("B", 1)],
    "right two thirds": [("B", 1), ("C", 1)],
}
KITS = {
    "festival": [("stage", 2), ("ramp", 1), ("generator", 1)],
    "stage": [("deck", 8), ("leg", 32)],
    "ramp": [("deck", 2)],
}


@pytest.mark.parametrize(
    ("graph", "asset", "units", "needed"),
    [
        pytest.param({}, "trailer", 1, {"trailer": 1}, id="an asset without parts is its own leaf"),
        pytest.param({}, "deck", 12, {"deck": 12}, id="so is bulk"),
        pytest.param(THIRDS, "right two thirds", 1, {"B": 1, "C": 1}, id="two thirds are two of the three"),
        pytest.param(THIRDS, "hall", 1, {"A": 1, "B": 1, "C": 1}, id="a whole needs a shared third once"),
        pytest.param(KITS, "festival", 1, {"deck": 18, "leg": 64, "generator": 1}, id="quantities of a kit add up over its parts"),
        pytest.param(KITS, "festival", 3, {"deck": 54, "leg": 192, "generator": 3}, id="and go times the kits asked for"),
        pytest.param({"empty": []}, "empty", 2, {"empty": 2}, id="no parts listed is no parts"),
    ],
)
def test_leaves(graph: dict[str, list[tuple[str, int]]], asset: str, units: int, needed: dict[str, int]) -> None:
    assert av.leaves(graph, asset, units, halls={"hall", "left two thirds", "right two thirds"}) == needed


@pytest.mark.parametrize(
    ("graph", "code"),
    [
        pytest.param({"a": [("a", 1)]}, "parts_cycle", id="an asset within itself"),
        pytest.param({"a": [("b", 1)], "b": [("c", 1)], "c": [("a", 1)]}, "parts_cycle", id="a long way round"),
        pytest.param({"a": [("b", 0)]}, "parts_units", id="a part of no units"),
        pytest.param({"a": [("b", 1)], "b": [("c", -1)]}, "parts_units", id="a part of less than none"),
    ],
)
def test_parts_that_cannot_be_are_refused(graph: dict[str, list[tuple[str, int]]], code: str) -> None:
    with pytest.raises(av.InvalidParts) as refused:
        av.leaves(graph, "a")
    assert refused.value.code == code


@pytest.mark.parametrize("units", [0, -1])
def test_fewer_than_one_cannot_be_asked_for(units: int) -> None:
    with pytest.raises(av.InvalidParts, match="parts_units"):
        av.leaves(KITS, "festival", units)


def test_a_deep_graph_with_many_ways_to_a_leaf_is_walked_once() -> None:
    graph = {level: [(level + 1, 1), (level + 1, 1)] for level in range(60)}
    assert av.leaves(graph, 0) == {60: 2**60}


@pytest.mark.parametrize(
    ("free", "sets"),
    [
        pytest.param({"deck": 40, "leg": 64, "generator": 1}, 1, id="the scarcest leaf decides"),
        pytest.param({"deck": 35, "leg": 640, "generator": 9}, 1, id="what is left over makes no kit"),
        pytest.param({"deck": 36, "leg": 128, "generator": 2}, 2, id="exactly two of everything are two"),
        pytest.param({"deck": 17, "leg": 640, "generator": 9}, 0, id="one deck short is none"),
    ],
)
def test_free_kits(free: dict[str, int], sets: int) -> None:
    assert av.free_of_composite(av.leaves(KITS, "festival"), free) == sets
