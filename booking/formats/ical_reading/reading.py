"""A whole calendar: its series with what stands instead of a single one of them, expanded within a window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from booking.formats.ical_reading.found import MOST_OCCURRENCES, Occurrence, Reading, Unreadable
from booking.formats.ical_reading.lines import EVENT, Component, components
from booking.formats.ical_reading.series import Event, event, is_over
from booking.formats.ical_reading.values import When, Zones
from booking.formats.ical_reading.zones import explained

EXAMPLES = 5

Key = tuple[str, str]


def read(data: bytes, start: datetime, end: datetime) -> Reading:
    """What the calendar takes in `[start, end)`: every occurrence that touches it, whole, in order of time.

    What is cancelled, marked as free, takes no time, or lies outside the window is left out and counted. Raises Unreadable and nothing
    else: a calendar is taken as a whole or not at all, for what is left out unseen would be given away twice.
    """
    if not isinstance(data, bytes):
        raise TypeError("a calendar is read from bytes: a text may be the name of a file")
    found = components(data)
    zones, gathered = explained(found), _Gathered(start, end)
    events = [each for component in found if component.name == EVENT and (each := _read(component, zones, gathered))]
    masters, instead = _sorted_out(events)
    for uid, some in masters.items():
        gone = _replaced(instead.get(uid, ()))
        for master in some:
            gathered.take_all(master, master.beginnings(start, end), gone)
    for some in instead.values():
        for each in some:
            gathered.take_all(each, iter((each.begins,)), set())
    return gathered.reading()


@dataclass(slots=True)
class _Gathered:
    """What was found so far, by its name in the calendar; and what was left out, why."""

    start: datetime
    end: datetime
    taken: dict[Key, Occurrence] = field(default_factory=dict)
    left_out: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def leave_out(self, reason: str, title: str) -> None:
        """Count it."""
        self.left_out[reason].append(title)

    def take_all(self, found: Event, beginnings: Iterator[When], gone: set[datetime]) -> None:
        """Those beginnings of an event that matter, without those that something else stands for."""
        reason = "calendar_off" if found.off else "calendar_free" if found.free else ""
        if not reason and not found.length:
            reason = "calendar_no_length"
        if reason:
            self.leave_out(reason, found.title)
            return
        before = len(self.taken)
        over = after = 0
        for begins in beginnings:
            starts, ends = begins.moment, found.ends(begins)
            if starts in gone or (found.comes_back and _day_of(begins) in gone):
                continue
            over, after = over + (ends <= self.start), after + (starts >= self.end)
            if starts < self.end and ends > self.start:
                self._take(found, starts, ends)
        if len(self.taken) == before and (over or after):
            self.leave_out("calendar_past" if over else "calendar_far", found.title)

    def _take(self, found: Event, starts: datetime, ends: datetime) -> None:
        named = found.replaces.moment if found.replaces else starts if found.comes_back else None
        key = found.uid, named.isoformat() if named else ""
        if key in self.taken and self.taken[key].starts != starts:  # two that go by one name, or by none
            key = found.uid, starts.isoformat()
        self.taken[key] = Occurrence(*key, starts, ends, found.title)
        if len(self.taken) > MOST_OCCURRENCES:
            raise Unreadable("calendar_many_occurrences", limit=MOST_OCCURRENCES)

    def reading(self) -> Reading:
        """All of it, in order."""
        ordered = sorted(self.taken.values(), key=lambda each: (each.starts, each.ends, each.uid, each.recurrence))
        ignored = {reason: (len(titles), tuple(titles[:EXAMPLES])) for reason, titles in sorted(self.left_out.items())}
        return Reading(tuple(ordered), ignored)


def _read(component: Component, zones: Zones, gathered: _Gathered) -> Event | None:
    """An event, or None for one whose time is over whatever is wrong with it."""
    try:
        return event(component, zones)
    except Unreadable as wrong:
        if not is_over(component, zones, gathered.start):
            raise
        gathered.leave_out("calendar_past", str(wrong.details.get("title", "")))
        return None


def _sorted_out(events: list[Event]) -> tuple[dict[str, list[Event]], dict[str, list[Event]]]:
    """By name the events themselves and what stands instead of single ones, each in its latest version."""
    masters, instead = defaultdict[str, list[Event]](list), defaultdict[str, dict[datetime, Event]](dict)
    for each in sorted(events, key=lambda each: each.sequence):
        if each.replaces is not None:
            instead[each.uid][each.replaces.moment] = each
        else:
            masters[each.uid].append(each)
    latest = {uid: [each for each in some if not uid or each.sequence == some[-1].sequence] for uid, some in masters.items()}
    return latest, {uid: list(some.values()) for uid, some in instead.items()}


def _replaced(instead: list[Event] | tuple[Event, ...]) -> set[datetime]:
    """The beginnings for which something else stands; of one that is named by its day, that day."""
    named = [each.replaces for each in instead if each.replaces]
    return {_day_of(each) if each.whole_day else each.moment for each in named}


def _day_of(begins: When) -> datetime:
    """The calendar day of a beginning, as a moment that no beginning has."""
    return datetime(begins.wall.year, begins.wall.month, begins.wall.day, microsecond=1, tzinfo=UTC)
