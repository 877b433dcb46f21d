"""When the crew works for a loan: out and back, and what its asset asks before and after, inside the hours of its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from booking.rules.calendar import Calendar, slot_at_or_after, slot_at_or_before
from booking.rules.custody import crew_windows
from booking.rules.kinds import TaskKind
from booking.rules.periods import Period

HALF_HOUR = 30
_MOMENT = timedelta(seconds=1)


def work_windows(
    held: Period, calendar: Calendar, minutes: Mapping[str, int], out: TaskKind, back: TaskKind, *, in_place: bool = False
) -> dict[TaskKind, Period]:
    """The window of each task of a loan that is held for `held`: `out` and `back` take half an hour unless `minutes` says otherwise.

    What is prepared is ready before it goes out, on an earlier day when that must be; it is cleaned and then inspected after it came back,
    when the place is next open where the day is too short.
    """
    lengths = {kind: timedelta(minutes=minutes.get(kind, HALF_HOUR)) for kind in (out, back)}
    going = crew_windows(held, calendar, lengths[out], in_place=in_place)[0]
    coming = crew_windows(held, calendar, lengths[back], in_place=in_place)[1]
    found = {out: going, back: coming}
    if TaskKind.PREPARE in minutes:
        found[TaskKind.PREPARE] = _before(going.start, timedelta(minutes=minutes[TaskKind.PREPARE]), calendar, in_place=in_place)
    reached = coming.end
    for kind in (TaskKind.CLEAN, TaskKind.INSPECT):
        if kind in minutes:
            found[kind] = _after(reached, timedelta(minutes=minutes[kind]), calendar, in_place=in_place)
            reached = found[kind].end
    return found


def _before(latest: datetime, length: timedelta, calendar: Calendar, *, in_place: bool) -> Period:
    """The last stretch of `length` until a moment that fits in a slot; in a longer one than the slots are, the end of the slot counts."""
    if in_place:
        return Period(latest - length, latest)
    slot = slot_at_or_before(calendar, latest)
    end = min(latest, slot.end)
    if end - length < slot.start:
        end = slot_at_or_before(calendar, slot.start - _MOMENT).end
    return Period(end - length, end)


def _after(earliest: datetime, length: timedelta, calendar: Calendar, *, in_place: bool) -> Period:
    """The first stretch of `length` from a moment that fits in a slot; in a longer one than the slots are, the start of the slot counts."""
    if in_place:
        return Period(earliest, earliest + length)
    slot = slot_at_or_after(calendar, earliest)
    start = max(earliest, slot.start)
    if start + length > slot.end:
        start = slot_at_or_after(calendar, slot.end + _MOMENT).start
    return Period(start, start + length)
