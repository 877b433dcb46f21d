"""Inspections and maintenance: what is due, when it is done, and what came of it."""

from booking.web.maintenance import planning, reading, recording
from booking.web.maintenance.blueprint import pages

__all__ = ["pages", "planning", "reading", "recording"]
