"""Opening hours as people write them: `7:30-12:00, 12:30-16:00` for a day, nothing for a day that stays shut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from booking.rules.periods import InvalidTime

Slots = tuple[tuple[int, int], ...]
"""The slots of a day in minutes since midnight, in order, apart from one another."""

_CLOCK = r"(\d{1,2})(?:\s*[:.uhUH]\s*(\d{2})?)?"
_SLOT = re.compile(rf"{_CLOCK}\s*(?:-|–|—|\btot\b|\bto\b|\bà\b)\s*{_CLOCK}")
_MIDNIGHT = 24 * 60


def read_hours(text: str) -> Slots:
    """The slots of a day. Raises InvalidTime `hours_unreadable`, `hours_invalid` (out of the day, or closing first), `hours_overlap`."""
    parts = [part.strip() for part in re.split(r"[,;/]|\ben\b|\band\b|\bet\b", text) if part.strip()]
    slots = sorted(_slot(part) for part in parts)
    if any(later[0] < earlier[1] for earlier, later in pairwise(slots)):
        raise InvalidTime("hours_overlap")
    return tuple(slots)


def written_hours(slots: Iterable[tuple[int, int]]) -> str:
    """Slots as they are typed: `7:30–12:00, 12:30–16:00`."""
    return ", ".join(f"{_clock(opens)}–{_clock(closes)}" for opens, closes in slots)


def _slot(part: str) -> tuple[int, int]:
    found = _SLOT.fullmatch(part)
    if not found:
        raise InvalidTime("hours_unreadable", value=part)
    opens, closes = _minutes(found[1], found[2]), _minutes(found[3], found[4])
    if not 0 <= opens < closes <= _MIDNIGHT:
        raise InvalidTime("hours_invalid")
    return opens, closes


def _minutes(hours: str, minutes: str | None) -> int:
    past = int(minutes or 0)
    return int(hours) * 60 + past if past < 60 else -1


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
