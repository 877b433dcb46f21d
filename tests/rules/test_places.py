"""How far apart things are, and the cells of a map: each point of a cell is nearest to its own municipality."""

from __future__ import annotations

import pytest

from booking.rules.places import Point, Spot, cells, distance_km, frame, middle

RANST, BRECHT = Point(51.1929, 4.5909), Point(51.3359, 4.6286)
SPOTS = [Spot(20, 20), Spot(80, 20), Spot(50, 80), Spot(52, 40)]


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [(RANST, RANST, 0.0), (RANST, BRECHT, 16.1), (Point(0, 0), Point(0, 1), 111.2), (Point(0, 179.5), Point(0, -179.5), 111.2)],
)
def test_distances_are_as_the_crow_flies(one: Point, other: Point, km: float) -> None:
    assert distance_km(one, other) == pytest.approx(km, abs=0.05)
    assert distance_km(other, one) == pytest.approx(distance_km(one, other))


def test_north_is_up_and_all_points_lie_within_the_margin() -> None:
    shown = frame([RANST, BRECHT], 400, 300, 20)
    spots = [shown.spot(RANST), shown.spot(BRECHT)]
    assert spots[1].y < spots[0].y
    assert spots[0].x < spots[1].x
    assert all(20 <= round(spot.x, 6) <= 380 and 20 <= round(spot.y, 6) <= 280 for spot in spots)


def test_one_point_stands_in_the_middle() -> None:
    assert frame([RANST], 400, 300, 20).spot(RANST) == pytest.approx((200, 150))


def test_cells_fill_the_map() -> None:
    assert sum(_surface(cell) for cell in cells(SPOTS, 100, 100)) == pytest.approx(100 * 100)


@pytest.mark.parametrize("place", range(len(SPOTS)))
def test_every_corner_of_a_cell_is_nowhere_nearer_to_another(place: int) -> None:
    for corner in cells(SPOTS, 100, 100)[place]:
        away = [(corner.x - spot.x) ** 2 + (corner.y - spot.y) ** 2 for spot in SPOTS]
        assert away[place] == pytest.approx(min(away))


def test_two_on_one_place_share_a_cell_and_one_alone_has_the_whole_map() -> None:
    assert cells([Spot(1, 1), Spot(1, 1)], 10, 10)[0] == [Spot(0, 0), Spot(10, 0), Spot(10, 10), Spot(0, 10)]


def test_a_name_stands_in_the_centre_of_its_cell() -> None:
    assert middle([Spot(0, 0), Spot(10, 0), Spot(10, 4), Spot(0, 4)]) == pytest.approx((5, 2))
    assert middle([Spot(3, 3)]) == Spot(3, 3)


def _surface(corners: list[Spot]) -> float:
    return abs(sum(corners[n - 1].x * corner.y - corner.x * corners[n - 1].y for n, corner in enumerate(corners))) / 2
