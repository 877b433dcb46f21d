"""The clock of Brussels, as other programs must be told of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vDDDTypes

from booking.rules.periods import BRUSSELS, local

_HOUR = timedelta(hours=1)


def written(start: datetime | date, end: datetime | date) -> tuple[vDDDTypes, vDDDTypes]:
    """The two ends of an event as iCalendar values: Brussels time, dates for whole days, or UTC where Brussels time is unclear.

    A local time that the clock shows twice means the first by RFC 5545 § 3.3.5, but not every reader knows that, and the second cannot be
    told at all. So an event that starts or ends in that hour of the night of October is told in UTC; both ends are, because some
    programs refuse a mixture.
    """
    if isinstance(start, datetime) and isinstance(end, datetime):
        start, end = local(start), local(end)
        if _shown_twice(start) or _shown_twice(end):
            start, end = start.astimezone(UTC), end.astimezone(UTC)
    return vDDDTypes(start), vDDDTypes(end)


def _shown_twice(moment: datetime) -> bool:
    """True in the hour that the clock repeats, both times."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


@cache
def brussels_timezone() -> bytes:
    """VTIMEZONE of Europe/Brussels by the rule of Directive 2000/84/EC, in force since 1996 and without an end.

    Not `Timezone.from_tzid`: that lists dates up to 2037 only and puts the start of summer time at 03:00 instead of 02:00.
    """
    zone = Timezone()
    zone.add("tzid", BRUSSELS.key)
    for change, name, month, first, before, after in (
        (TimezoneDaylight(), "CEST", 3, datetime(1996, 3, 31, 2), 1 * _HOUR, 2 * _HOUR),  # noqa: DTZ001 - an onset is a wall time
        (TimezoneStandard(), "CET", 10, datetime(1996, 10, 27, 3), 2 * _HOUR, 1 * _HOUR),  # noqa: DTZ001
    ):
        change.add("dtstart", first)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        change.add("tzname", name)
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        zone.add_component(change)
    return bytes(zone.to_ical())
