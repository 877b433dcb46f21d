"""Is there too much work? A crew has so many minutes of people in a day and so many people at once; a vehicle is in one place at a time.

Moments are whole seconds since 1970, as on the planning board; stretches are half-open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import NamedTuple

WORKING_DAY = 456
"""Minutes that one person works in a day where no place says otherwise: 7 hours 36, a fifth of a week of 38 hours."""


LONGEST = timedelta(days=60)
"""No upkeep lasts longer, and no other work nearly as long: a bounded range on its beginning finds all that is under way."""


class Piece(NamedTuple):
    """Work planned in `[start, end)`: so many minutes of it, by so many people."""

    start: int
    end: int
    minutes: int
    people: int

    @property
    def load(self) -> int:
        """Minutes of people."""
        return self.minutes * self.people


def load(work: Iterable[Piece]) -> int:
    """Minutes of people that work takes altogether."""
    return sum(piece.load for piece in work)


def room(slots: Iterable[tuple[int, int]], people: int) -> int:
    """Minutes of people that a crew has while its place is open; the usual working day at the most, and when nothing is known of its hours
    none: who works on a day on which the place is shut has no minutes there.
    """
    return min(sum(end - start for start, end in slots) // 60, WORKING_DAY) * people


def clashes(work: Iterable[Piece], people: int) -> list[tuple[int, int]]:
    """The stretches in which more people are needed at once than there are, back-to-back ones as one. Of a vehicle each piece needs one."""
    pieces = list(work)
    steps = sorted([(piece.start, piece.people) for piece in pieces] + [(piece.end, -piece.people) for piece in pieces])
    found: list[tuple[int, int]] = []
    busy, since = 0, None
    for moment, change in steps:  # what ends at a moment is gone before what begins then: a fall sorts first
        was, busy = busy, busy + change
        if was <= people < busy:
            since = moment
        elif busy <= people < was and since is not None and since < moment:
            found = _with(found, (since, moment))
    return found


def _with(found: list[tuple[int, int]], stretch: tuple[int, int]) -> list[tuple[int, int]]:
    """The stretches with one more after them; one that touches the last makes it longer."""
    if found and stretch[0] <= found[-1][1]:
        return [*found[:-1], (found[-1][0], stretch[1])]
    return [*found, stretch]


def is_over(work: Collection[Piece], available: int) -> bool:
    """True when there is more work than minutes of people."""
    return load(work) > available
