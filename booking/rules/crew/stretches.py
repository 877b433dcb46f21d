"""Where in the hours of a place a piece of work fits: as late as it may be, or as soon as it can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from booking.rules.calendar import LONGEST_CLOSURE, Calendar, slots_on
from booking.rules.periods import Period, local

DAYS_TRIED = 8
"""Open days that are looked at before work is longer than any of them: it then runs on outside the hours of the nearest."""


def last_stretch(calendar: Calendar, latest: datetime, length: timedelta) -> Period:
    """The last stretch of work of `length` that is over by a moment.

    It fits in one slot where it can; in the slots of one day, with the pause between them, where it is longer than each; else on an
    earlier open day. Work that is longer than an open day ends with the nearest slot.
    """
    nearest: datetime | None = None
    for slots in _open_days(calendar, latest, -1):
        within = [Period(slot.start, min(slot.end, latest)) for slot in slots if slot.start < latest]
        if not within:
            continue
        nearest = nearest or within[-1].end
        for slot in reversed(within):
            if length <= slot.length:
                return Period(slot.end - length, slot.end)
        if length <= _total(within):
            return _over_pauses_back(within, length)
    end = nearest or latest
    return Period(end - length, end)


def first_stretch(calendar: Calendar, earliest: datetime, length: timedelta) -> Period:
    """The first stretch of work of `length` from a moment on; as `last_stretch`, the other way round."""
    nearest: datetime | None = None
    for slots in _open_days(calendar, earliest, 1):
        within = [Period(max(slot.start, earliest), slot.end) for slot in slots if earliest < slot.end]
        if not within:
            continue
        nearest = nearest or within[0].start
        for slot in within:
            if length <= slot.length:
                return Period(slot.start, slot.start + length)
        if length <= _total(within):
            return _over_pauses(within, length)
    start = nearest or earliest
    return Period(start, start + length)


def _open_days(calendar: Calendar, moment: datetime, step: int) -> Iterator[Sequence[Period]]:
    """The slots of the nearest open dates, that of the moment first, forwards or backwards."""
    day, found = local(moment).date(), 0
    for distance in range(LONGEST_CLOSURE + 1):
        if slots := slots_on(calendar, day + timedelta(days=step * distance)):
            yield slots
            found += 1
            if found == DAYS_TRIED:
                return


def _total(slots: Sequence[Period]) -> timedelta:
    return sum((slot.length for slot in slots), timedelta())


def _over_pauses(slots: Sequence[Period], length: timedelta) -> Period:
    """From the first of these slots on, until so much of them is worked."""
    left = length
    for slot in slots:
        if left <= slot.length:
            return Period(slots[0].start, slot.start + left)
        left -= slot.length
    raise ValueError("longer than the slots together")


def _over_pauses_back(slots: Sequence[Period], length: timedelta) -> Period:
    """Until the end of the last of these slots, from where so much of them is left."""
    left = length
    for slot in reversed(slots):
        if left <= slot.length:
            return Period(slot.end - left, slots[-1].end)
        left -= slot.length
    raise ValueError("longer than the slots together")
