"""A whole feed: the head, the clock of Brussels, and events that were already rendered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from hashlib import blake2b

from icalendar import Calendar, vDuration, vUri

from booking.formats.ical.text import Text, address, one_line, paragraph
from booking.formats.ical.zone import brussels_timezone
from booking.rules.periods import BRUSSELS

# Raise it when the same event is to give other bytes: every subscriber's copy is then out of date.
RENDERING = 3

_END = b"END:VCALENDAR\r\n"


def render_calendar(
    name: str,
    events_bytes: Iterable[bytes],
    refresh: timedelta,
    description: str | None = None,
    url: str | None = None,
    language: str = "nl",
) -> bytes:
    """The feed `name` with events of `render_event` in the given order; programs are asked to fetch again after `refresh`."""
    head = _head(name, refresh, description, url, language).removesuffix(_END)
    return b"".join((head, brussels_timezone(), *events_bytes, _END))


def _head(name: str, refresh: timedelta, description: str | None, url: str | None, language: str) -> bytes:
    """An empty calendar. `Calendar()` and not `Calendar.new()`, which adds a UID that vdirsyncer takes for every event's own."""
    calendar = Calendar()
    calendar["PRODID"] = Text(f"-//Streekdepot//Streekdepot//{language.upper()}")
    calendar["VERSION"] = Text("2.0")
    calendar["CALSCALE"] = Text("GREGORIAN")
    calendar["X-WR-TIMEZONE"] = Text(BRUSSELS.key)
    # Each fact twice: by RFC 7986, and by the older names that Outlook, Apple and Google read.
    calendar["NAME"] = calendar["X-WR-CALNAME"] = one_line(name)
    calendar["REFRESH-INTERVAL"] = vDuration(refresh, params={"VALUE": "DURATION"})
    calendar["X-PUBLISHED-TTL"] = vDuration(refresh)
    if description:
        calendar["DESCRIPTION"] = calendar["X-WR-CALDESC"] = paragraph(description)
    if url:
        calendar["URL"] = vUri(address(url))
    return bytes(calendar.to_ical())


def etag(feed_id: int | str, version: int, *variants: object) -> str:
    """A strong ETag, quotes included, for a feed at a version of what it shows.

    `variants` is whatever else changes the bytes: the language, or the date where old events drop out by the day.
    """
    seen = repr((RENDERING, feed_id, version, *map(str, variants)))
    return f'"{blake2b(seen.encode(), digest_size=12).hexdigest()}"'


def content_tag(body: bytes) -> str:
    """A strong ETag, quotes included, for a feed that has no version: a digest of its bytes."""
    return f'"{blake2b(body, digest_size=12).hexdigest()}"'
