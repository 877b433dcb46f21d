"""Hand-over and return: what goes out, how it comes back, and the end of a line."""

from booking.services.handovers.ending import close, no_show
from booking.services.handovers.giving import hand_over
from booking.services.handovers.taking import take_back

__all__ = ["close", "hand_over", "no_show", "take_back"]
