"""Whether the work of a crew or a vehicle fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.rules.workload import Piece, clashes, is_over, load, room

H = 3600


def at(first: int, last: int, people: int = 1) -> Piece:
    """Work from one hour to another."""
    return Piece(first * H, last * H, (last - first) * 60, people)


@pytest.mark.parametrize(
    ("work", "people", "found"),
    [
        ([], 1, []),
        ([at(8, 10)], 1, []),
        ([at(8, 10), at(10, 12)], 1, []),
        ([at(8, 10), at(9, 11)], 1, [(9 * H, 10 * H)]),
        ([at(8, 10), at(9, 11)], 2, []),
        ([at(8, 12, 2), at(9, 10)], 2, [(9 * H, 10 * H)]),
        ([at(8, 10, 3)], 2, [(8 * H, 10 * H)]),
        ([at(8, 10), at(9, 11), at(10, 12)], 1, [(9 * H, 11 * H)]),
        ([at(8, 10), at(9, 10), at(14, 16), at(15, 16)], 1, [(9 * H, 10 * H), (15 * H, 16 * H)]),
    ],
    ids=["none", "one", "one after another", "two at once", "two at once for two", "a third hand", "too many at once", "in a row", "twice"],
)
def test_more_people_than_there_are_at_once_is_a_clash(work: list[Piece], people: int, found: list[tuple[int, int]]) -> None:
    assert clashes(work, people) == found


def test_a_day_holds_as_many_minutes_as_its_hours_times_the_people() -> None:
    assert room([(8 * H, 12 * H), (13 * H, 15 * H)], 2) == 720
    assert room([(7 * H, 19 * H)], 2) == 912, "nobody works longer than a working day, however long the place is open"
    assert room([], 3) == 0
    assert load([at(8, 10, 2), at(10, 11)]) == 300
    assert not is_over([at(8, 12)], 240)
    assert is_over([at(8, 12), at(13, 14)], 240)


@given(st.lists(st.builds(lambda start, hours, people: at(start, start + hours, people), st.integers(0, 20), st.integers(1, 6),
                          st.integers(1, 3)), max_size=8), st.integers(1, 5))  # fmt: skip
def test_a_clash_is_where_counting_finds_one(work: list[Piece], people: int) -> None:
    busy = [sum(piece.people for piece in work if piece.start <= hour * H < piece.end) for hour in range(30)]
    found = clashes(work, people)
    assert [any(start <= hour * H < end for start, end in found) for hour in range(30)] == [each > people for each in busy]
