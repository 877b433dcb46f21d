"""Calendar feeds as iCalendar bytes (RFC 5545, RFC 7986): one event, a whole feed, and what is kept between two fetches."""

from booking.formats.ical.event import Event
from booking.formats.ical.feed import content_tag, etag, render_calendar
from booking.formats.ical.kept import cached_event
from booking.formats.ical.render import render_event

__all__ = ["Event", "cached_event", "content_tag", "etag", "render_calendar", "render_event"]
