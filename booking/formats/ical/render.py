"""One event as the bytes of a VEVENT."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import icalendar
from icalendar import vDatetime, vDuration, vGeo, vInt, vUri

from booking.formats.ical.event import Event
from booking.formats.ical.text import Text, address, labels, one_line, paragraph
from booking.formats.ical.zone import written


def render_event(event: Event) -> bytes:
    """The VEVENT of an event: CRLF line ends, lines of at most 75 octets, nothing typed by a person left unescaped.

    DTSTAMP is the moment of the last change, as RFC 5545 § 3.8.7.2 asks of a feed: the same event always gives the same bytes.
    """
    component = icalendar.Event()
    # Values are set by their type: `add` would guess it from the name each time, a fifth of the cost of a feed.
    component["UID"] = Text(event.uid)
    component["SEQUENCE"] = vInt(event.sequence)
    component["DTSTAMP"] = component["LAST-MODIFIED"] = vDatetime(_utc(event.changed_at))
    component["CREATED"] = vDatetime(_utc(event.created_at))
    component["DTSTART"], component["DTEND"] = written(event.starts_at, event.ends_at)
    component["SUMMARY"] = one_line(event.summary)
    component["STATUS"] = Text(event.status)
    component["TRANSP"] = Text("TRANSPARENT" if event.transparent or event.status == "CANCELLED" else "OPAQUE")
    if event.description:
        component["DESCRIPTION"] = paragraph(event.description)
    if event.location:
        component["LOCATION"] = one_line(event.location)
    if event.geo:
        component["GEO"] = vGeo(event.geo)
    if event.url:
        component["URL"] = vUri(address(event.url))
    if event.categories:
        component["CATEGORIES"] = labels(event.categories)
    if event.status != "CANCELLED":
        for minutes in event.alarms:
            component.add_component(_alarm(minutes, one_line(event.summary)))
    return bytes(component.to_ical())


def _alarm(minutes: int, text: Text) -> icalendar.Alarm:
    """A reminder on the screen, so many minutes before the start."""
    alarm = icalendar.Alarm()
    alarm["ACTION"] = Text("DISPLAY")
    alarm["TRIGGER"] = vDuration(timedelta(minutes=-minutes))
    alarm["DESCRIPTION"] = text
    return alarm


def _utc(moment: datetime) -> datetime:
    """RFC 5545 wants the three moments of record-keeping in UTC."""
    return moment.astimezone(UTC)
