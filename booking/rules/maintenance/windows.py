"""When there is room for an inspection or for work: while its place is open and the ledger has nothing, buffers of loans included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from booking.rules.calendar import Calendar, slots_on
from booking.rules.periods import Period, moment_on

QUARTER = timedelta(minutes=15)
WORKING_DAY = (8 * 60, 17 * 60)  # where a place never shuts, nobody comes to inspect at night or at the weekend
MOST = 6


@dataclass(frozen=True, slots=True)
class Window:
    """A time to propose, and the room around it in which it may be moved."""

    time: Period
    room: Period


def windows(
    calendar: Calendar, free: Sequence[Period], length: timedelta, span: Period, *, soonest: bool = False, most: int = MOST
) -> list[Window]:
    """At most so many windows of `length` within `span`, one in each stretch that is open and free: the latest first, because what is
    inspected later is valid for longer; or, when it is late already, the `soonest` first.

    Work that is longer than any opening of the span may run on after closing time.
    """
    days = span.days()
    slots = [slot for day in days for slot in _attended(calendar, day)]
    within_hours = any(length <= slot.length for slot in slots)
    found = [window for slot in slots for window in _of_slot(slot, free, length, span, within_hours=within_hours)]
    return found[:most] if soonest else found[: -most - 1 : -1]


def _attended(calendar: Calendar, day: date) -> Sequence[Period]:
    """When somebody can be there on a date."""
    if not calendar.hours.always:
        return slots_on(calendar, day)
    first, last = WORKING_DAY
    return [Period(moment_on(day, first), moment_on(day, last))] if day.weekday() < 5 and slots_on(calendar, day) else []


def _of_slot(slot: Period, free: Sequence[Period], length: timedelta, span: Period, *, within_hours: bool) -> Iterator[Window]:
    for stretch in free:
        start = _rounded(max(slot.start, stretch.start, span.start))
        end = min(stretch.end, span.end, *([slot.end] if within_hours else []))
        if start < slot.end and start + length <= end:
            yield Window(Period(start, start + length), Period(start, end))


def _rounded(moment: datetime) -> datetime:
    """The next whole quarter of an hour: what people agree upon."""
    past = timedelta(minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond)
    return moment + QUARTER - past if past else moment
