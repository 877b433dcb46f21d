"""How many units are taken at once: the one sum behind services, searches, refusals in words and `verify`.

A row is (starts at, ends at, units, holder), half-open. Rows of one holder count with their maximum at an instant and not with
their sum: an amendment waits beside the promise that it will replace. Moments may be datetimes or numbers, as long as they compare.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from heapq import heappop, heappush
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from booking.rules.periods import InvalidTime, Period, shift_days


class Moment(Protocol):
    """Anything with an order."""

    def __lt__(self, other: Any, /) -> bool: ...


M = TypeVar("M", bound=Moment)
M_co = TypeVar("M_co", bound=Moment, covariant=True)
P = TypeVar("P", bound=Hashable)
Row = tuple[M, M, int, Hashable]


class Stretch(Protocol[M_co]):
    """Anything with a start and an end, such as a Period."""

    @property
    def start(self) -> M_co: ...

    @property
    def end(self) -> M_co: ...


class _Window(NamedTuple, Generic[M]):
    start: M
    end: M


def peak(rows: Iterable[Row[M]], period: Stretch[M], ignoring: Hashable | None = None) -> int:
    """The largest number of units taken at any instant of the period, rows of the holder `ignoring` left out."""
    within = _within(rows, period, ignoring)
    if len(within) < 2:
        return within[0][2] if within else 0
    level = highest = 0
    for _, change in _changes(within):  # at one instant falls come before rises: half-open, so back-to-back never adds up
        level += change
        highest = max(highest, level)
    return highest


def peaks(rows: Iterable[Row[M]], bounds: Sequence[M]) -> list[int]:
    """`peak` of each stretch between one bound and the next, for bounds in order: all of them in one pass over the rows."""
    found = [0] * (len(bounds) - 1)
    level, since, column = 0, bounds[0], 0
    for moment, change in _changes(_within(rows, _Window(bounds[0], bounds[-1]), None)):
        if level and since < moment:
            while not since < bounds[column + 1]:
                column += 1
            for later in range(column, len(found)):
                if not bounds[later] < moment:
                    break
                found[later] = max(found[later], level)
        level, since = level + change, moment
    return found


def free_units(capacity: int, rows: Iterable[Row[M]], period: Stretch[M], ignoring: Hashable | None = None) -> int:
    """Units that stay free over the whole period; 0 too when facts took more than there are."""
    return max(0, capacity - peak(rows, period, ignoring))


def free_periods(
    capacity: int, rows: Iterable[Row[datetime]], window: Period, units: int, ignoring: Hashable | None = None
) -> list[Period]:
    """The longest stretches of the window in which `units` are free, in order, none touching the next."""
    return [Period(start, end) for start, end in free_stretches(capacity, rows, window, units, ignoring)]


def free_stretches(
    capacity: int, rows: Iterable[Row[M]], window: Stretch[M], units: int, ignoring: Hashable | None = None
) -> Iterator[tuple[M, M]]:
    """`free_periods` for any kind of moment, as (start, end)."""
    if units > capacity:
        return
    level, begun = 0, True
    since = window.start
    for moment, changes in groupby(_changes(_within(rows, window, ignoring)), key=itemgetter(0)):
        level += sum(change for _, change in changes)
        fits = level + units <= capacity
        if begun and not fits and since < moment:
            yield since, moment
        if fits and not begun:
            since = moment
        begun = fits
    if begun and since < window.end:
        yield since, window.end


def _within(rows: Iterable[Row[M]], window: Stretch[M], ignoring: Hashable | None) -> list[Row[M]]:
    """The parts of rows that lie in the window."""
    first, last = window.start, window.end
    return [
        (max(start, first), min(end, last), units, holder)
        for start, end, units, holder in rows
        if start < last and first < end and (ignoring is None or holder != ignoring)
    ]


def _changes(rows: list[Row[M]]) -> list[tuple[M, int]]:
    """The moments at which the number of units taken changes, and by how much, in order and falls first."""
    by_holder: dict[Hashable, list[Row[M]]] = {}
    for row in rows:
        by_holder.setdefault(row[3], []).append(row)
    changes: list[tuple[M, int]] = []
    for own in by_holder.values():
        if len(own) == 1:
            start, end, units, _ = own[0]
            changes += (start, units), (end, -units)
        else:
            changes += _changes_of_largest(own)
    changes.sort()
    return changes


def _changes_of_largest(rows: list[Row[M]]) -> Iterator[tuple[M, int]]:
    """The changes of the largest row under way at each moment."""
    coming = sorted(((start, end, units) for start, end, units, _ in rows), reverse=True)
    under_way: list[tuple[int, M]] = []  # a heap with the largest on top; an ended row leaves once it comes up
    level = 0
    for moment in sorted({moment for row in rows for moment in row[:2]}):
        while coming and not moment < coming[-1][0]:
            _, end, units = coming.pop()
            heappush(under_way, (-units, end))
        while under_way and not moment < under_way[0][1]:
            heappop(under_way)
        largest = -under_way[0][0] if under_way else 0
        if largest != level:
            yield moment, largest - level
            level = largest


def candidates_near(wanted: Period, days: int, earliest: datetime | None = None) -> Iterator[Period]:
    """The wanted period moved by 1, then 2, up to `days` Brussels dates, later before sooner, at the same wall times.

    None starts before `earliest`; one whose start or end the clock skips that night is left out.
    """
    for distance in range(1, days + 1):
        for shift in (distance, -distance):
            try:
                moved = shift_days(wanted, shift)
            except InvalidTime:
                continue
            if earliest is None or earliest <= moved.start:
                yield moved


def nearest_dates(candidates: Iterable[Period], is_free: Callable[[Period], bool], limit: int = 3) -> list[Period]:
    """The first `limit` candidates that are free, in their order; candidates after those are not looked at."""
    return list(islice(filter(is_free, candidates), limit))


class InvalidParts(ValueError):
    """A graph of parts that cannot be; `code` names the sentence in `booking/words`: `parts_cycle` or `parts_units`."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def leaves(graph: Mapping[P, Iterable[tuple[P, int]]], asset: P, units: int = 1, halls: Container[P] = ()) -> dict[P, int]:
    """What an asset occupies in the end: units of each leaf, for `units` of it; an asset without parts is its own leaf.

    Quantities of a kit add up: two stages of eight decks and a ramp of two need eighteen. A divisible hall named in `halls` is a
    place and not a pile: where two of its parts share a leaf (two thirds A+B and B+C) the whole needs that leaf as often as the
    part that needs it most. Raises InvalidParts `parts_cycle` for an asset within itself and `parts_units` for less than one unit.
    """
    if units < 1:
        raise InvalidParts("parts_units", asset=asset, units=units)
    return {leaf: needed * units for leaf, needed in _leaves(graph, asset, halls, (), {}).items()}


def _leaves(
    graph: Mapping[P, Iterable[tuple[P, int]]], asset: P, halls: Container[P], path: tuple[P, ...], known: dict[P, dict[P, int]]
) -> dict[P, int]:
    if asset in path:
        raise InvalidParts("parts_cycle", path=[*path, asset])
    if asset not in known:
        needed: dict[P, int] = {}
        for part, units in graph.get(asset, ()):
            if units < 1:
                raise InvalidParts("parts_units", asset=part, units=units)
            for leaf, each in _leaves(graph, part, halls, (*path, asset), known).items():
                before = needed.get(leaf, 0)
                needed[leaf] = max(before, each * units) if asset in halls else before + each * units
        known[asset] = needed or {asset: 1}
    return known[asset]


def free_of_composite(parts: Mapping[P, int], free_by_leaf: Mapping[P, int]) -> int:
    """How many of a hall or kit are free when each needs `parts` (see `leaves`) and so much of every leaf is free."""
    return min(free_by_leaf[leaf] // needed for leaf, needed in parts.items())
