"""Reservations: asking, looking, changing; the screens of whoever borrows."""

from booking.web.reservations import asking, calendar, changing, reading
from booking.web.reservations.blueprint import pages

__all__ = ["asking", "calendar", "changing", "pages", "reading"]
