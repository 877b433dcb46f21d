"""Three periods of a line, kept apart: the use asked for, the custody that follows from opening hours, the time it blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from booking.rules.calendar import (
    Calendar,
    earliest_open,
    latest_open,
    open_days_after,
    open_days_before,
    slot_at_or_after,
    slot_at_or_before,
    slots_on,
)
from booking.rules.periods import InvalidTime, Period, local


@dataclass(frozen=True, slots=True)
class Buffer:
    """Time that an asset needs beside custody: elapsed hours (transport, preparation) and then whole open days of its depot.

    Raises InvalidTime `buffer_negative`.
    """

    hours: int = 0
    open_days: int = 0

    def __post_init__(self) -> None:
        if self.hours < 0 or self.open_days < 0:
            raise InvalidTime("buffer_negative", hours=self.hours, open_days=self.open_days)


NO_BUFFER = Buffer()


@dataclass(frozen=True, slots=True)
class Periods:
    """`use` within `custody` within `blocked`: what was asked, hand-over to return, what the ledger holds.

    `first_day` and `last_day` are the Brussels dates of hand-over and return: every check asks for them, and assets of a place share them.
    """

    use: Period
    custody: Period
    blocked: Period
    first_day: date = field(init=False, repr=False, compare=False)
    last_day: date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "first_day", local(self.custody.start).date())
        object.__setattr__(self, "last_day", self.custody.last_day)


def periods(use: Period, calendar: Calendar, before: Buffer = NO_BUFFER, after: Buffer = NO_BUFFER, *, in_place: bool = False) -> Periods:
    """The three periods of a use at a depot or, `in_place`, in a hall.

    Raises InvalidTime `calendar_no_open_day` where the place stays shut too long to hand over, bring back or make ready.
    """
    held = custody(use, calendar, in_place=in_place)
    return Periods(use, held, blocked(held, calendar, before, after))


def custody(use: Period, calendar: Calendar, *, in_place: bool = False) -> Period:
    """Hand-over to return, snapped outward to moments at which the depot is open: Saturday's use becomes Friday to Monday.

    A hall is used where it stands: its custody is its use, and whether it is open then is a finding of its own.
    """
    if in_place:
        return use
    return Period(latest_open(calendar, use.start), earliest_open(calendar, use.end))


def blocked(held: Period, calendar: Calendar, before: Buffer = NO_BUFFER, after: Buffer = NO_BUFFER) -> Period:
    """Custody plus its buffers: the hours first; open days are then counted from the date reached, and run from the opening of
    the first to the closing of the last. Back on Friday at 16:00 with one open day after is free from Monday evening."""
    start = held.start - timedelta(hours=before.hours)
    end = held.end + timedelta(hours=after.hours)
    if before.open_days:
        first = open_days_before(calendar, local(start).date(), before.open_days)
        start = slots_on(calendar, first)[0].start
    if after.open_days:
        reached = local(end - timedelta(seconds=1)).date()  # an end at midnight is still yesterday's work
        last = open_days_after(calendar, reached, after.open_days)
        end = slots_on(calendar, last)[-1].end
    return Period(start, end)


def crew_windows(held: Period, calendar: Calendar, length: timedelta, *, in_place: bool = False) -> tuple[Period, Period]:
    """When the crew hands over and when it takes back: `length` from the start of custody and `length` until its end, moved
    into the opening hours of the depot where it would fall outside. What must be gone by the closing at 16:00 leaves from 15:30.
    """
    gone, back = held.start + length, held.end - length
    if not in_place:
        gone = min(gone, slot_at_or_before(calendar, held.start).end)
        back = max(back, slot_at_or_after(calendar, held.end).start)
    return Period(gone - length, gone), Period(back, back + length)
