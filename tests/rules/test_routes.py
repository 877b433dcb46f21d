"""The order of a drive: the nearest first, never before its hour, and honest about what nobody knows the place of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from booking.rules.periods import Period
from booking.rules.places import Point
from booking.rules.routes import Leg, Stop, route

DEPOT = Point(51.19, 4.55)
NEAR, FAR, FARTHER = Point(51.20, 4.55), Point(51.25, 4.55), Point(51.30, 4.55)
ALL_DAY = (8, 16)


def stop(key: int, point: Point | None, hours: tuple[int, int] = ALL_DAY) -> Stop:
    start, end = (datetime(2027, 6, 12, hour, tzinfo=UTC) for hour in hours)
    return Stop(key, Period(start, end), point)


@pytest.mark.parametrize(
    ("why", "stops", "order"),
    [
        ("nothing to drive", [], []),
        ("the nearest of what may be visited all day comes first", [stop(1, FARTHER), stop(2, NEAR), stop(3, FAR)], [2, 3, 1]),
        ("from each place on it is the nearest to that place", [stop(1, FAR), stop(2, FARTHER), stop(3, Point(51.0, 4.55))], [1, 2, 3]),
        ("what opens after another is over waits for it", [stop(1, NEAR, (14, 16)), stop(2, FARTHER, (8, 10))], [2, 1]),
        ("windows that overlap leave the choice to the road", [stop(1, NEAR, (9, 12)), stop(2, FARTHER, (8, 10))], [1, 2]),
        ("at the same place the earliest comes first", [stop(2, NEAR, (9, 16)), stop(1, NEAR, (10, 16))], [2, 1]),
        ("what nobody can place comes at its hour", [stop(1, None, (8, 9)), stop(2, NEAR, (9, 10)), stop(3, None, (10, 11))], [1, 2, 3]),
        ("and after what is known within the same hours", [stop(1, None), stop(2, FAR)], [2, 1]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_order_of_a_drive(why: str, stops: list[Stop], order: list[int]) -> None:
    assert [leg.key for leg in route(DEPOT, stops)] == order


def test_each_leg_tells_how_far_it_is_from_the_one_before_and_nothing_that_is_not_known() -> None:
    legs = route(DEPOT, [stop(1, NEAR), stop(2, NEAR), stop(3, FAR), stop(4, None)])
    assert [(leg.key, None if leg.km is None else round(leg.km, 1)) for leg in legs] == [(1, 1.1), (2, 0.0), (3, 5.6), (4, None)]


def test_a_depot_that_is_not_on_the_map_begins_at_the_earliest() -> None:
    assert route(None, [stop(1, FAR, (9, 12)), stop(2, NEAR, (8, 12))]) == [Leg(2, None), Leg(1, pytest.approx(5.56, abs=0.01))]


def test_every_stop_is_driven_once() -> None:
    stops = [stop(key, [NEAR, FAR, None][key % 3], (8 + key % 4, 12 + key % 6)) for key in range(60)]
    assert sorted(leg.key for leg in route(DEPOT, stops)) == list(range(60))
