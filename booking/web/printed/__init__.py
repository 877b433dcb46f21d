"""Calendars on paper: the week of a depot, the delivery note of what an owner lends, and labels with a QR code for assets."""

from booking.web.printed import week
from booking.web.printed.notes import pages

__all__ = ["pages", "week"]
