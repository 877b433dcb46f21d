"""Where things stand on a planning board: columns of time, bars in lanes, and what stays free between them.

Everything here is a sum with seconds since 1970, so that a board of thousands of bars makes no dates. Stretches are half-open: what ends
at the moment another begins touches it and never overlaps it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from booking.rules.periods import moment_on, start_of

PARTS = 24
"""Parts of a column, the finest that a bar can show: hours of a day, or two and a half minutes of an hour."""


class Span(NamedTuple):
    """A place on the board: the column it starts in and at which part, and how long it is in whole columns and parts."""

    column: int
    offset: int
    columns: int
    parts: int


class Held(NamedTuple):
    """Units of an asset held in `[start, end)` by a holder of the ledger, as one kind of occupancy."""

    start: int
    end: int
    units: int
    kind: str
    holder: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Columns of time that touch: the moments at which each begins, and last the one at which the last ends."""

    bounds: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where the first column begins."""
        return self.bounds[0]

    @property
    def end(self) -> int:
        """Where the last column ends."""
        return self.bounds[-1]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.bounds) - 1

    def part(self, moment: int) -> int:
        """The nearest part to a moment, counted from the left edge; what lies outside is at the edge.

        A day of 23 or 25 hours has as many parts as any other: places follow elapsed time, so none ever lies before an earlier one.
        """
        if moment <= self.start:
            return 0
        if moment >= self.end:
            return self.columns * PARTS
        column = bisect_right(self.bounds, moment) - 1
        begun, length = moment - self.bounds[column], self.bounds[column + 1] - self.bounds[column]
        return column * PARTS + (2 * begun * PARTS + length) // (2 * length)

    def span(self, start: int, end: int) -> Span | None:
        """Where a stretch stands, at least one part wide; None when nothing of it lies on the board."""
        if end <= self.start or self.end <= start:
            return None
        first = min(self.part(start), self.columns * PARTS - 1)
        column, offset = divmod(first, PARTS)
        return Span(column, offset, *divmod(max(self.part(end) - first, 1), PARTS))

    def touched(self, start: int, end: int) -> range:
        """The columns of which some moment lies in a stretch."""
        if end <= self.start or self.end <= start:
            return range(0)
        first = max(bisect_right(self.bounds, start) - 1, 0)
        return range(first, min(bisect_right(self.bounds, end - 1), self.columns))


def days(first: date, count: int) -> Scale:
    """A column for each of `count` Brussels dates, 23 to 25 hours long."""
    return Scale(tuple(_seconds(start_of(first + timedelta(days=n))) for n in range(count + 1)))


def hours(day: date, first: int, last: int) -> Scale:
    """A column for each hour of a Brussels date from `first` to `last` o'clock (24 is midnight at its end)."""
    return Scale(tuple(_seconds(moment_on(day, 60 * hour)) for hour in range(first, last + 1)))


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def joined(rows: Iterable[Held]) -> list[Held]:
    """The rows in order of start, with what one holder holds without a break as one: pieces of a long stay, parts of a whole hall."""
    found: list[Held] = []
    latest: dict[tuple[str, str, int], int] = {}
    for row in sorted(rows):
        key = (row.holder, row.kind, row.units)
        place = latest.get(key)
        if place is not None and row.start <= found[place].end:
            found[place] = found[place]._replace(end=max(found[place].end, row.end))
        else:
            latest[key] = len(found)
            found.append(row)
    return found


def lanes(rows: Iterable[Held]) -> list[int]:
    """For each of the rows, which are in order of start, the first lane in which it overlaps nothing."""
    ends: list[int] = []
    found = []
    for row in rows:
        lane = next((lane for lane, end in enumerate(ends) if end <= row.start), len(ends))
        ends[lane : lane + 1] = [row.end]
        found.append(lane)
    return found


def rooms(scale: Scale, rows: Sequence[Held], placed: Sequence[int], most: int = 40) -> list[int]:
    """For each row the room for its label, in quarters of a column: until the next bar in its lane, or the right edge; at most `most`."""
    following: dict[int, int] = {}
    found = []
    for row, lane in zip(reversed(rows), reversed(placed), strict=True):
        until = following.get(lane, scale.columns * PARTS)
        found.append(min((until - scale.part(row.start)) * 4 // PARTS, most))
        following[lane] = scale.part(row.start)
    return found[::-1]


def union(rows: Iterable[Held]) -> list[tuple[int, int]]:
    """The stretches in which anything is held, in order and apart from one another; back-to-back ones are one."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows, key=attrgetter("start")):
        if found and row.start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], row.end))
        else:
            found.append((row.start, row.end))
    return found


def gaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stays free of `[start, end)` between stretches as `union` gives them."""
    edges = [start, *(moment for stretch in taken if stretch[0] < end and start < stretch[1] for moment in stretch), end]
    for free_from, free_until in list(pairwise(edges))[::2]:
        if free_from < free_until:
            yield free_from, free_until
