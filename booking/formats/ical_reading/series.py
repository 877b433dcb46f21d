"""One event of a calendar: when it is, how long it lasts, how it comes back, and which of its days were taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from booking.formats.ical_reading.found import LONGEST_TEXT, Unreadable
from booking.formats.ical_reading.lines import Component, Line, clean
from booking.formats.ical_reading.recurrence import Rule, Span, rule, starts
from booking.formats.ical_reading.values import When, Zones, duration, when, whens

_DAY = timedelta(days=1)
_A_DAY_ABOUT = timedelta(hours=26)  # two clocks are never further apart


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it stands in the calendar. `replaces` is which beginning of a series it stands for, `nominal` whether its
    length is counted on the calendar; an `off` or `free` one takes nothing."""

    uid: str
    title: str
    sequence: int
    begins: When
    length: timedelta
    nominal: bool
    rules: tuple[tuple[Rule, When | None], ...]
    more: tuple[When, ...]
    without: tuple[When, ...]
    replaces: When | None
    off: bool
    free: bool

    @property
    def comes_back(self) -> bool:
        """True for a series."""
        return bool(self.rules or self.more)

    def ends(self, begins: When) -> datetime:
        """When it is over in UTC, if it begins then: whole days by the calendar, what has an end by the stopwatch."""
        return begins.after(self.length) if self.nominal else begins.moment + self.length

    def beginnings(self, start: datetime, end: datetime) -> Iterator[When]:
        """All its beginnings that may lie within a window, its exceptions left out; some may come twice, or lie just beside it."""
        window = self._wall(start - self.length - _A_DAY_ABOUT), self._wall(end + _A_DAY_ABOUT)
        days, moments = {each.wall.date() for each in self.without if each.whole_day}, {each.moment for each in self.without}
        for each in self._all(window):
            if each.moment not in moments and each.wall.date() not in days:
                yield each

    def _wall(self, moment: datetime) -> datetime:
        return moment.astimezone(self.begins.zone).replace(tzinfo=None)

    def _all(self, window: Span) -> Iterator[When]:
        yield self.begins
        yield from self.more
        for found, until in self.rules:
            yield from starts(self.begins, found, until, window)


def is_over(component: Component, zones: Zones, now: datetime) -> bool:
    """True for an event that was over by `now` and does not come back: whatever else is wrong with it no longer matters."""
    if component.first("RRULE") or component.first("RDATE") or component.first("DURATION"):
        return False
    ends = [line for name in ("DTSTART", "DTEND") if (line := component.first(name))]
    try:
        return bool(ends) and all(when(each, zones).moment + _A_DAY_ABOUT < now for each in ends)
    except Unreadable:
        return False


def event(component: Component, zones: Zones) -> Event:
    """Read one. Raises Unreadable with its title."""
    named = component.first("SUMMARY")
    title = clean(named.value) if named else ""
    try:
        return _read(component, title, zones)
    except Unreadable as wrong:
        raise Unreadable(wrong.code, **{**wrong.details, "title": title}) from wrong


def _read(component: Component, title: str, zones: Zones) -> Event:
    line = component.first("DTSTART")
    if line is None:
        raise Unreadable("calendar_no_start")
    begins = when(line, zones)
    length, nominal = _length(component, begins, zones)
    replaces, uid = component.first("RECURRENCE-ID"), component.first("UID")
    if component.first("EXRULE") or (replaces and "RANGE" in replaces.parameters):
        raise Unreadable("calendar_rule")
    rules = [rule(each.value, begins.wall.date()) for each in component.all("RRULE")[:5]]
    return Event(
        uid=_uid(uid.value) if uid else "",
        title=title,
        sequence=_sequence(component),
        begins=begins,
        length=length,
        nominal=nominal,
        rules=tuple((found, _until(found.until, begins)) for found in rules),
        more=tuple(each for line in component.all("RDATE") for each in whens(line, zones)),
        without=tuple(each for line in component.all("EXDATE") for each in whens(line, zones)),
        replaces=when(replaces, zones) if replaces else None,
        off=component.text("STATUS") == "CANCELLED",
        free=component.text("TRANSP") == "TRANSPARENT",
    )


def _until(text: str, begins: When) -> When | None:
    """The last moment at which one may begin: of a day its end, and without a zone by the clock of the event."""
    if not text:
        return None
    until = when(Line("UNTIL", {}, text), {})
    if until.whole_day:
        return until.at(until.wall + _DAY - timedelta(seconds=1))
    return until if text.endswith("Z") else begins.at(until.wall)


def _length(component: Component, begins: When, zones: Zones) -> tuple[timedelta, bool]:
    """How long it lasts, and whether that is counted on the calendar. A date without an end is that day, a moment without one no time."""
    ends, lasts = component.first("DTEND"), component.first("DURATION")
    if ends is not None:
        until = when(ends, zones)
        length = until.wall - begins.wall if begins.whole_day and until.whole_day else until.moment - begins.moment
        if length < timedelta():
            raise Unreadable("calendar_reversed")
        return (length or _DAY, True) if begins.whole_day and until.whole_day else (length, False)
    if lasts is not None:
        return duration(lasts.value), True
    return (_DAY, True) if begins.whole_day else (timedelta(), False)


def _uid(text: str) -> str:
    """A name that is longer than is kept is known by its hash."""
    return clean(text) if len(text) <= LONGEST_TEXT else sha256(text.encode("utf-8", "replace")).hexdigest()


def _sequence(component: Component) -> int:
    text = component.text("SEQUENCE")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0

