"""Hand-over and return: what goes out, how it comes back, and the end of a line."""

from booking.services.handovers.ending import close, close_several, no_show
from booking.services.handovers.giving import hand_over
from booking.services.handovers.slips import NO_SLIP, Picture, Slip
from booking.services.handovers.taking import Brought, bring_back, take_back

__all__ = ["NO_SLIP", "Brought", "Picture", "Slip", "bring_back", "close", "close_several", "hand_over", "no_show", "take_back"]
