"""Somebody else's calendar, read with distrust: which stretches of time it takes, or why it is refused (RFC 5545).

It arrives as bytes and only as bytes. `read` does the work, `read_apart` has it done by a process that may be killed for it.
"""

from booking.formats.ical_reading.apart import read_apart
from booking.formats.ical_reading.found import MOST_BYTES, Occurrence, Reading, Unreadable
from booking.formats.ical_reading.reading import read

__all__ = ["MOST_BYTES", "Occurrence", "Reading", "Unreadable", "read", "read_apart"]
