"""Calendars of others that take an asset, such as a school's timetable of its sports hall: looked at, confirmed, and followed."""

from booking.services.calendar_imports.fetching import Fetched, Fetcher
from booking.services.calendar_imports.following import refresh, refresh_due, remove_events
from booking.services.calendar_imports.looking import Look, look
from booking.services.calendar_imports.sources import (
    CalendarSettings,
    Means,
    Proposal,
    ask_again,
    change,
    confirm,
    discard,
    pause,
    propose,
    remove,
    resume,
    window,
)

__all__ = [
    "CalendarSettings", "Fetched", "Fetcher", "Look", "Means", "Proposal", "ask_again", "change", "confirm", "discard", "look", "pause",
    "propose", "refresh", "refresh_due", "remove", "remove_events", "resume", "window",
]  # fmt: skip
