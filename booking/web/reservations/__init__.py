"""Reservations: asking, looking, changing; the screens of whoever borrows."""

from booking.web.reservations import accepting, amending, asking, calendar, changing, choosing, reading
from booking.web.reservations.blueprint import pages

__all__ = ["accepting", "amending", "asking", "calendar", "changing", "choosing", "pages", "reading"]
