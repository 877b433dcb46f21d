"""A reservation from request to cancellation: one public function is one use case and one transaction."""

from booking.services.reservations.asking import Receipt, ReceiptLine, preview, request
from booking.services.reservations.cancelling import cancel, cancel_line
from booking.services.reservations.changing import accept, amend, confirm_option, decline, withdraw_change
from booking.services.reservations.deciding import approve, refuse
from booking.services.reservations.extras import set_extras
from booking.services.reservations.lapsing import expire
from booking.services.reservations.pricing import accept_price
from booking.services.reservations.proposing import propose, withdraw
from booking.services.reservations.several import Decided, decide_several

__all__ = [
    "Decided", "Receipt", "ReceiptLine", "accept", "accept_price", "amend", "approve", "cancel", "cancel_line", "confirm_option",
    "decide_several", "decline", "expire", "preview", "propose", "refuse", "request", "set_extras", "withdraw",
    "withdraw_change",
]  # fmt: skip
