"""Where things are: how far apart, and the cells of a schematic map of a region."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

EARTH_KM = 6371.0


class Point(NamedTuple):
    """A place on earth, in degrees."""

    lat: float
    lon: float


class Spot(NamedTuple):
    """A place on a map: x grows to the east and y to the south, as on a screen."""

    x: float
    y: float


def distance_km(one: Point, other: Point) -> float:
    """Great-circle distance in kilometres, as the crow flies (haversine)."""
    lat1, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


class Frame(NamedTuple):
    """A map of `width` by `height` units on which `scale` units are a degree of latitude; north is up."""

    width: float
    height: float
    west: float
    north: float
    shrink: float  # a degree of longitude in degrees of latitude, here
    scale: float

    def spot(self, point: Point) -> Spot:
        """Where a place stands on the map."""
        return Spot((point.lon - self.west) * self.shrink * self.scale, (self.north - point.lat) * self.scale)


def frame(points: Sequence[Point], width: float, height: float, margin: float) -> Frame:
    """A map of this size that shows all points, at least one, as large as fits in it with a margin in units around the outermost."""
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    shrink = cos(radians((min(lats) + max(lats)) / 2))
    across, down = max((max(lons) - min(lons)) * shrink, 1e-6), max(max(lats) - min(lats), 1e-6)
    scale = min((width - 2 * margin) / across, (height - 2 * margin) / down)
    west = (min(lons) + max(lons)) / 2 - width / 2 / scale / shrink
    return Frame(width, height, west, (min(lats) + max(lats)) / 2 + height / 2 / scale, shrink, scale)


def cells(spots: Sequence[Spot], width: float, height: float) -> list[list[Spot]]:
    """For each spot the part of the map that is nearer to it than to any other, as the corners of a convex polygon.

    The map is cut along the line halfway to each other spot in turn; two spots on one place get the same cell.
    """
    return [_cell(spot, [other for other in spots if other != spot], width, height) for spot in spots]


def _cell(spot: Spot, others: Sequence[Spot], width: float, height: float) -> list[Spot]:
    corners = [Spot(0, 0), Spot(width, 0), Spot(width, height), Spot(0, height)]
    for other in others:
        corners = _nearer(corners, spot, other)
    return corners


def _nearer(corners: list[Spot], spot: Spot, other: Spot) -> list[Spot]:
    """The part of a convex polygon that is nearer to `spot` than to `other` (Sutherland and Hodgman, 1974, for one edge)."""
    along = Spot(other.x - spot.x, other.y - spot.y)
    halfway = Spot((spot.x + other.x) / 2, (spot.y + other.y) / 2)
    beyond = [(corner.x - halfway.x) * along.x + (corner.y - halfway.y) * along.y for corner in corners]
    kept: list[Spot] = []
    for place, corner in enumerate(corners):
        before, far, far_before = corners[place - 1], beyond[place], beyond[place - 1]
        if (far > 0) != (far_before > 0):
            part = far_before / (far_before - far)
            kept.append(Spot(before.x + part * (corner.x - before.x), before.y + part * (corner.y - before.y)))
        if far <= 0:
            kept.append(corner)
    return kept


def middle(corners: Sequence[Spot]) -> Spot:
    """The centre of gravity of a polygon: a good place for a name. Of fewer than three corners or no surface, the first."""
    area = x = y = 0.0
    for place, corner in enumerate(corners):
        before = corners[place - 1]
        part = before.x * corner.y - corner.x * before.y
        area, x, y = area + part, x + (before.x + corner.x) * part, y + (before.y + corner.y) * part
    return Spot(x / 3 / area, y / 3 / area) if area else corners[0]
