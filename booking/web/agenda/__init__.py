"""A calendar feed as bytes: each thing that it shows an event of its own, worded for who reads it."""

from booking.web.agenda.whole import calendar

__all__ = ["calendar"]
