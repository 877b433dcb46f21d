"""In which order a crew drives: from the depot to the nearest of what may be visited now, and on from there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from booking.rules.periods import Period
from booking.rules.places import Point, distance_km


@dataclass(frozen=True, slots=True)
class Stop:
    """Something to do at an address within a window; `point` is None where nobody knows where that is."""

    key: int
    window: Period
    point: Point | None


class Leg(NamedTuple):
    """The stop that comes next, and how far it is from the place before it, as the crow flies; None where that is not known."""

    key: int
    km: float | None


def route(start: Point | None, stops: Iterable[Stop]) -> list[Leg]:
    """The stops in the order in which they are driven.

    What opens only after something else must be over waits for that; of the rest the nearest comes first. It is a nearest neighbour, not
    the shortest way: a crew that knows the roads may do better. What lies nobody knows where comes at its own hour, and of what is
    equally far the first in the order given comes first.
    """
    left, here, legs = sorted(stops, key=lambda stop: stop.window.start), start, list[Leg]()
    away = _distances(here, left)
    while left:
        first_over = min(stop.window.end for stop in left)
        chosen = min((stop for stop in left if stop.window.start < first_over), key=lambda stop: away[stop.point])
        left.remove(chosen)
        km = away[chosen.point]
        legs.append(Leg(chosen.key, None if km == inf else km))
        if chosen.point and chosen.point != here:
            here = chosen.point
            away = _distances(here, left)
    return legs


def _distances(here: Point | None, stops: Iterable[Stop]) -> dict[Point | None, float]:
    """How far each place is from here; infinitely far where one of the two is not known."""
    points = {stop.point for stop in stops}
    return {point: distance_km(here, point) if here and point else inf for point in points}
