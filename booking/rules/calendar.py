"""When a place is open: weekly hours, holidays and closures, in Brussels wall time, answered as UTC periods.

A slot counts with both its ends: at the opening instant the first borrower is served, at the closing instant the last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from booking.rules.lending.units import Lead
from booking.rules.periods import InvalidTime, Period, day_period, local, moment_on

LONGEST_CLOSURE = 60
"""Days that a search for an open day may cross before it gives up."""

_MIDNIGHT = 24 * 60
_ONE_DAY = timedelta(days=1)


class Slot(NamedTuple):
    """One stretch of opening a week: `weekday` 0 is Monday, minutes of the wall clock from 0 to 1440, dates included.

    A place that stays open past midnight has a slot up to 1440 and one from 0 on the next weekday.
    """

    weekday: int
    opens: int
    closes: int
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """True when the slot is in force on the date, whatever its weekday."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The weekly slots of a place, or `always`: a hall with a key box, where nobody need be present.

    Raises InvalidTime `hours_invalid` for a slot that is on no weekday or does not close after it opens.
    """

    slots: tuple[Slot, ...] = ()
    always: bool = False

    def __post_init__(self) -> None:
        for slot in self.slots:
            if not (0 <= slot.weekday <= 6 and 0 <= slot.opens < slot.closes <= _MIDNIGHT):
                raise InvalidTime("hours_invalid", weekday=slot.weekday, opens=slot.opens, closes=slot.closes)

    @classmethod
    def of(cls, rows: Iterable[tuple[int, int, int] | tuple[int, int, int, date | None, date | None]]) -> OpeningHours:
        """Hours from rows (weekday, opens, closes[, valid from, valid until]); a place without rows is always open."""
        slots = tuple(Slot(*row) for row in rows)
        return cls(slots) if slots else ALWAYS


ALWAYS = OpeningHours(always=True)


class Closure(NamedTuple):
    """Dates, `last` included, on which a place stays shut, and why."""

    first: date
    last: date
    reason: str


class Closed(NamedTuple):
    """Why a place is shut on a date: code `closure`, `holiday` or `no_hours`, and the name that goes with it."""

    code: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Everything that says when one place is open. It remembers what it worked out: share one per depot or hall.

    `holidays` are the dates on which this place does not serve; they leave an always-open place open, closures do not.
    """

    hours: OpeningHours = ALWAYS
    holidays: Mapping[date, str] | frozenset[date] = frozenset()
    closures: tuple[Closure, ...] = ()
    known: dict[date, tuple[Period, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    leads: dict[tuple[Lead, date], date] = field(default_factory=dict, init=False, repr=False, compare=False)

    def lead(self, ahead: Lead, day: date) -> date:
        """The date that lies so much ahead of a date, in working days of this place where it counts those."""
        found = self.leads.get((ahead, day))
        if found is None:
            found = self.leads[ahead, day] = ahead.before(day, self.holidays)
        return found


def slots_on(calendar: Calendar, day: date) -> tuple[Period, ...]:
    """The UTC periods in which the place is open on a Brussels date, in order, apart from one another; () when it is shut."""
    known = calendar.known.get(day)
    if known is None:
        known = calendar.known[day] = _slots_on(calendar, day)
    return known


def _slots_on(calendar: Calendar, day: date) -> tuple[Period, ...]:
    if _shut(calendar, day):
        return ()
    if calendar.hours.always:
        return (day_period(day),)
    weekday = day.weekday()
    rows = (slot for slot in calendar.hours.slots if slot.weekday == weekday and slot.holds_on(day))
    stretches = sorted((moment_on(day, slot.opens), moment_on(day, slot.closes, last=True)) for slot in rows)
    return tuple(_joined(stretches))


def _joined(stretches: Iterable[tuple[datetime, datetime]]) -> Iterator[Period]:
    """Stretches in order of start, made one where they touch: two slots may share the hour that an autumn night shows twice."""
    open_so_far: Period | None = None
    for start, end in stretches:
        if start >= end:  # the clock jumps over it
            continue
        if open_so_far is None or open_so_far.end < start:
            if open_so_far is not None:
                yield open_so_far
            open_so_far = Period(start, end)
        else:
            open_so_far = Period(open_so_far.start, max(open_so_far.end, end))
    if open_so_far is not None:
        yield open_so_far


def _shut(calendar: Calendar, day: date) -> Closed | None:
    for first, last, reason in calendar.closures:
        if first <= day <= last:
            return Closed("closure", reason)
    if day in calendar.holidays and not calendar.hours.always:
        return Closed("holiday", calendar.holidays[day] if isinstance(calendar.holidays, Mapping) else "")
    return None


def why_closed(calendar: Calendar, day: date) -> Closed | None:
    """What keeps the place shut the whole date; None when it opens."""
    if slots_on(calendar, day):
        return None
    return _shut(calendar, day) or Closed("no_hours")


def is_open_at(calendar: Calendar, moment: datetime) -> bool:
    """True when something can be handed over or brought back at the moment: opening and closing instants count."""
    day = local(moment).date()
    for slot in slots_on(calendar, day):
        if slot.start <= moment <= slot.end:
            return True
    return any(slot.end == moment for slot in slots_on(calendar, day - _ONE_DAY))  # one that closes at midnight is yesterday's


def is_open_throughout(calendar: Calendar, period: Period) -> bool:
    """True when the place is open at every instant of the period, across midnights too: what a hall asks of its use."""
    reached = period.start
    while reached < period.end:
        day = local(reached).date()
        holding = next((slot for slot in slots_on(calendar, day) if slot.start <= reached < slot.end), None)
        if holding is None:
            return False
        reached = holding.end
    return True


def slot_at_or_before(calendar: Calendar, moment: datetime, within: int = LONGEST_CLOSURE) -> Period:
    """The slot that holds the moment, else the last one before it. Raises InvalidTime `calendar_no_open_day`."""
    for day in _dates(local(moment).date(), -1, within):
        for slot in reversed(slots_on(calendar, day)):
            if slot.start <= moment:
                return slot
    raise _no_open_day(moment, within)


def slot_at_or_after(calendar: Calendar, moment: datetime, within: int = LONGEST_CLOSURE) -> Period:
    """The slot that holds the moment, else the first one after it. Raises InvalidTime `calendar_no_open_day`."""
    for day in _dates(local(moment).date() - _ONE_DAY, 1, within + 1):
        for slot in slots_on(calendar, day):
            if moment <= slot.end:
                return slot
    raise _no_open_day(moment, within)


def latest_open(calendar: Calendar, moment: datetime, within: int = LONGEST_CLOSURE) -> datetime:
    """The moment itself when the place is open, else the closing instant before it: when a loan is handed over at the latest."""
    return min(moment, slot_at_or_before(calendar, moment, within).end)


def earliest_open(calendar: Calendar, moment: datetime, within: int = LONGEST_CLOSURE) -> datetime:
    """The moment itself when the place is open, else the opening instant after it: when a loan can first come back."""
    return max(moment, slot_at_or_after(calendar, moment, within).start)


def open_days_after(calendar: Calendar, day: date, count: int, within: int = LONGEST_CLOSURE) -> date:
    """The `count`-th open date after `day`; `day` itself for 0. Raises InvalidTime `calendar_no_open_day` at a longer closure."""
    return _open_day(calendar, day, count, 1, within)


def open_days_before(calendar: Calendar, day: date, count: int, within: int = LONGEST_CLOSURE) -> date:
    """The `count`-th open date before `day`; `day` itself for 0. Raises InvalidTime `calendar_no_open_day` at a longer closure."""
    return _open_day(calendar, day, count, -1, within)


def _open_day(calendar: Calendar, day: date, count: int, step: int, within: int) -> date:
    for _ in range(count):
        found = next((near for near in _dates(day + step * _ONE_DAY, step, within - 1) if slots_on(calendar, near)), None)
        if found is None:
            raise InvalidTime("calendar_no_open_day", day=day.isoformat(), days=within)
        day = found
    return day


def _dates(day: date, step: int, count: int) -> Iterator[date]:
    """The date and `count` more, forwards or backwards."""
    return (day + timedelta(days=step * n) for n in range(count + 1))


def _no_open_day(moment: datetime, within: int) -> InvalidTime:
    return InvalidTime("calendar_no_open_day", day=local(moment).date().isoformat(), days=within)


def working_days_between(notice: date, use: date, holidays: Collection[date]) -> int:
    """Mondays to Fridays that are no legal holiday, strictly between the two dates (TARIFF_CASES, convention 6); 0 the wrong way round."""
    if use <= notice:
        return 0
    weekdays = _weekdays_until(use.toordinal() - 1) - _weekdays_until(notice.toordinal())
    return weekdays - sum(1 for day in holidays if notice < day < use and day.weekday() < 5)


def _weekdays_until(ordinal: int) -> int:
    """Mondays to Fridays from date 1, a Monday, up to and including the ordinal."""
    weeks, rest = divmod(ordinal, 7)
    return weeks * 5 + min(rest, 5)
