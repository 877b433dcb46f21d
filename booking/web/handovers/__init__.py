"""Hand-over and return: a line at the counter (on the address of the tasks), its photographs, and where the label on an asset leads."""

from booking.web.handovers import line, photos, scanning

__all__ = ["line", "photos", "scanning"]
