"""Dates, moments and durations as RFC 5545 writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from booking.formats.ical_reading.found import MOST_DATES, Unreadable
from booking.formats.ical_reading.lines import Line
from booking.formats.ical_reading.zones import known
from booking.rules.periods import BRUSSELS, YEARS

_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z)?", re.ASCII)
_DURATION = re.compile(r"\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?", re.ASCII)
Zones = Mapping[str, tzinfo]


@dataclass(frozen=True, slots=True)
class When:
    """A wall time with its zone, or a whole day (then the wall time is its midnight in Brussels)."""

    wall: datetime
    zone: tzinfo
    whole_day: bool = False

    @property
    def moment(self) -> datetime:
        """In UTC. What the clock shows twice is the first, what it skips is as long after midnight as it says (RFC 5545 § 3.3.5)."""
        return self.wall.replace(tzinfo=self.zone).astimezone(UTC)

    def at(self, wall: datetime) -> When:
        """Another wall time of the same clock."""
        return When(wall, self.zone, self.whole_day)

    def after(self, length: timedelta) -> datetime:
        """The moment in UTC that is `length` later: days on the calendar, what is left of a day by the stopwatch."""
        return self.at(self.wall + timedelta(days=length.days)).moment + timedelta(seconds=length.seconds)


def when(line: Line, zones: Zones) -> When:
    """The date or moment of a property. Raises Unreadable `calendar_time`, `calendar_zone` for a zone that nobody knows."""
    return _when(line.value.strip(), line, zones)


def whens(line: Line, zones: Zones) -> list[When]:
    """The dates or moments of a list; of a period its start."""
    values = line.value.split(",", MOST_DATES + 1)
    if len(values) > MOST_DATES:
        raise Unreadable("calendar_many_dates", limit=MOST_DATES)
    return [_when(value.partition("/")[0].strip(), line, zones) for value in values if value.strip()]


def duration(text: str) -> timedelta:
    """A length of time. Raises Unreadable `calendar_time`, also for one that runs backwards."""
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        raise Unreadable("calendar_time")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _when(text: str, line: Line, zones: Zones) -> When:
    try:
        if day := _DATE.fullmatch(text):
            found = datetime(*(int(part) for part in day.groups()))  # type: ignore[misc]  # noqa: DTZ001 - a wall time
            return When(_within(found), BRUSSELS, whole_day=True)
        if moment := _MOMENT.fullmatch(text):
            *parts, utc = moment.groups()
            *parts, seconds = (int(part or 0) for part in parts)
            found = datetime(*parts, min(seconds, 59))  # noqa: DTZ001 - a wall time; a leap second is none of ours
            return When(_within(found), UTC if utc else _zone(line, zones))
    except ValueError as error:
        raise Unreadable("calendar_time") from error
    raise Unreadable("calendar_time")


def _zone(line: Line, zones: Zones) -> tzinfo:
    """Its clock; a time that names none is meant as it is read, which is in Brussels."""
    name = line.parameters.get("TZID", "").strip()
    if not name:
        return BRUSSELS
    found = known(name) or zones.get(name)
    if found is None:
        raise Unreadable("calendar_zone", zone=name[:80])
    return found


def _within(found: datetime) -> datetime:
    if found.year not in YEARS:
        raise Unreadable("calendar_time")
    return found
