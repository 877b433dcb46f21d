"""Hand-over and return: a line at the counter (on the address of the tasks), and where the label on an asset leads."""

from booking.web.handovers import line
from booking.web.handovers.scanning import pages

__all__ = ["line", "pages"]
