"""Rules by which something comes back (RFC 5545 § 3.3.10): by the day or slower, and never more of it than is asked for."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from booking.formats.ical_reading.found import MOST_OCCURRENCES, Unreadable
from booking.formats.ical_reading.values import When
from booking.rules.periods import YEARS

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
TOO_FINE = ("SECONDLY", "MINUTELY", "HOURLY")
_WITHIN_THE_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(rf"([+-]?[1-9]\d?)?({'|'.join(_DAYS)})", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,10}", re.ASCII)

Span = tuple[datetime, datetime]
"""Two wall times, half-open."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: once in so many (`interval`) days, weeks, months or years, on the days that pass every part that it has.

    `nth` are weekdays counted within the month or year, from its end when negative. `count` is how many there are in all, `until` (as it is
    written) the last moment at which one may begin, `places` which of those in one period are meant, and `clock` what it says of the time.
    """

    frequency: str
    interval: int = 1
    count: int | None = None
    until: str = ""
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    nth: frozenset[tuple[int, int]] = frozenset()
    places: frozenset[int] = frozenset()
    week_start: int = 0
    clock: Mapping[str, int] = field(default_factory=dict)

    def picks(self, day: date) -> bool:
        """True when a day passes every part."""
        length, year = monthrange(day.year, day.month)[1], 366 if isleap(day.year) else 365
        number = day.timetuple().tm_yday
        return (
            (not self.months or day.month in self.months)
            and (not self.month_days or not self.month_days.isdisjoint((day.day, day.day - length - 1)))
            and (not self.year_days or not self.year_days.isdisjoint((number, number - year - 1)))
            and (not self.weeks or not self.weeks.isdisjoint(_week_of(day)))
            and (not (self.weekdays or self.nth) or day.weekday() in self.weekdays or self._is_nth(day, number, year, length))
        )

    def _is_nth(self, day: date, number: int, year: int, length: int) -> bool:
        place, last = (number, year) if self.frequency == "YEARLY" and not self.months else (day.day, length)
        return not self.nth.isdisjoint((((place - 1) // 7 + 1, day.weekday()), (-((last - place) // 7 + 1), day.weekday())))


def rule(text: str, first: date) -> Rule:
    """A rule as it is written, of what begins on a day. Raises Unreadable: `calendar_rule_fine` for what comes back within the day,
    `calendar_rule_many`, `calendar_rule` for what cannot be understood.
    """
    given = dict(part.partition("=")[::2] for part in text.strip().strip(";").upper().split(";")[:20])
    frequency = given.pop("FREQ", "").strip()
    if frequency in TOO_FINE or any("," in given.get(name, "") for name in _WITHIN_THE_DAY):
        raise Unreadable("calendar_rule_fine")
    count = _number(given.pop("COUNT"), 1, 10**9) if "COUNT" in given else None
    if count is not None and count > MOST_OCCURRENCES:
        raise Unreadable("calendar_rule_many", limit=MOST_OCCURRENCES)
    until, interval, days = given.pop("UNTIL", "").strip(), _number(given.pop("INTERVAL", "1"), 1, 10_000), given.pop("BYDAY", "")
    if frequency not in FREQUENCIES or not given.keys() <= {*_PARTS, *_WITHIN_THE_DAY, "WKST"}:
        raise Unreadable("calendar_rule")
    parts = {_PARTS[name][0]: _PARTS[name][1](value) for name, value in given.items() if name in _PARTS}
    named = _weekdays(days) if days else []
    counted = frequency in {"MONTHLY", "YEARLY"}  # within a week there is only one of each
    plain = frozenset(day for place, day in named if place is None or not counted)
    nth = frozenset((place, day) for place, day in named if place is not None and counted)
    clock = {name[2:].lower(): _number(given[name], 0, 23 if name == "BYHOUR" else 59) for name in _WITHIN_THE_DAY if name in given}
    start = _weekdays(given["WKST"])[0][1] if "WKST" in given else 0
    found = Rule(frequency, interval, count, until, weekdays=plain, nth=nth, week_start=start, clock=clock, **parts)
    return _as_it_began(found, first)


def starts(first: When, found: Rule, until: When | None, window: Span) -> Iterator[When]:
    """When the rule lets it begin, from its first time on and within a window of wall times, in order; `until` is the rule's own end.

    No period beyond the window is looked at, and none long before it where nothing has to be counted: a rule that nothing ever passes is
    soon done with.
    """
    clock, left = time(**{**_clock(first.wall.time()), **found.clock}), found.count
    for days in _periods(found, first.wall.date(), window):
        walls = [datetime.combine(day, clock) for day in days if found.picks(day)]
        for wall in _placed(walls, found.places) if found.places else walls:
            if wall < first.wall:
                continue
            if left == 0 or wall >= window[1] or (until is not None and first.at(wall).moment > until.moment):
                return
            left = left - 1 if left is not None else None
            if wall >= window[0]:
                yield first.at(wall)


def _as_it_began(found: Rule, first: date) -> Rule:
    """What a rule leaves open is as its first time was: the same day of the week, of the month, of the year."""
    if found.weeks or found.year_days or found.month_days or found.weekdays or found.nth or found.frequency == "DAILY":
        return found
    if found.frequency == "WEEKLY":
        return replace(found, weekdays=frozenset({first.weekday()}))
    months = found.months or (frozenset({first.month}) if found.frequency == "YEARLY" else frozenset())
    return replace(found, months=months, month_days=frozenset({first.day}))


def _periods(found: Rule, first: date, window: Span) -> Iterator[list[date]]:
    """The days of each period in which the rule may pick some, the last that matters included."""
    begins, number, length = _FREQUENCY[found.frequency](found, first)
    if found.count is None:
        number += max(0, (window[0].date() - first).days // (length * found.interval) - 1) * found.interval
    while (start := begins(number)) is not None and start <= window[1].date():
        after = begins(number + 1)
        yield [start + timedelta(days=each) for each in range((after - start).days if after else 1)]
        number += found.interval


Begins = Callable[[int], date | None]
"""The first day of the period with a number; None beyond the calendar that we keep."""


def _daily(_rule: Rule, first: date) -> tuple[Begins, int, int]:
    return (lambda number: _in_reach(first.toordinal() + number)), 0, 1


def _weekly(found: Rule, first: date) -> tuple[Begins, int, int]:
    monday = first.toordinal() - (first.weekday() - found.week_start) % 7
    return (lambda number: _in_reach(monday + 7 * number)), 0, 7


def _monthly(_rule: Rule, first: date) -> tuple[Begins, int, int]:
    def begins(number: int) -> date | None:
        return date(number // 12, number % 12 + 1, 1) if number // 12 in YEARS else None

    return begins, first.year * 12 + first.month - 1, 31


def _yearly(_rule: Rule, first: date) -> tuple[Begins, int, int]:
    return (lambda number: date(number, 1, 1) if number in YEARS else None), first.year, 366


_FREQUENCY = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}


def _in_reach(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal < date(YEARS[-1], 12, 31).toordinal() else None


def _clock(moment: time) -> dict[str, int]:
    return {"hour": moment.hour, "minute": moment.minute, "second": moment.second}


def _placed(walls: list[datetime], places: frozenset[int]) -> list[datetime]:
    """Those at these places of one period, counted from one, or from the end when negative."""
    size = len(walls)
    return sorted({walls[place - 1 if place > 0 else place] for place in places if abs(place) <= size})


def _week_of(day: date) -> tuple[int, int]:
    """The number of its ISO week, from the front and from the end of the year."""
    year, week, _ = day.isocalendar()
    return week, week - date(year, 12, 28).isocalendar().week - 1


def _number(text: str, least: int, most: int) -> int:
    if not _NUMBER.fullmatch(text.strip()) or not least <= int(text) <= most:
        raise Unreadable("calendar_rule")
    return int(text)


def _numbers(most: int, least: int = 0) -> Callable[[str], frozenset[int]]:
    """A list of at most 400 numbers that are not 0; counted from the end too, where no `least` is given."""

    def read(text: str) -> frozenset[int]:
        found = frozenset(_number(part, least or -most, most) for part in text.split(",", 400))
        if 0 in found:
            raise Unreadable("calendar_rule")
        return found

    return read


def _weekdays(text: str) -> list[tuple[int | None, int]]:
    """`MO,-1FR` as (None, 0), (-1, 4)."""
    found = [_DAY.fullmatch(part.strip()) for part in text.split(",", 400)]
    if not all(found):
        raise Unreadable("calendar_rule")
    return [(int(match[1]) if match[1] else None, _DAYS.index(match[2])) for match in found if match]


_PARTS: dict[str, tuple[str, Callable[[str], frozenset[int]]]] = {
    "BYMONTH": ("months", _numbers(12, least=1)),
    "BYMONTHDAY": ("month_days", _numbers(31)),
    "BYYEARDAY": ("year_days", _numbers(366)),
    "BYWEEKNO": ("weeks", _numbers(53)),
    "BYSETPOS": ("places", _numbers(366)),
}
"""By RFC 5545's name ours, and what reads its value."""
