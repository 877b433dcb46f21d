"""A reservation from request to cancellation: one public function is one use case and one transaction."""

from booking.services.reservations.asking import Receipt, ReceiptLine, preview, request
from booking.services.reservations.changing import accept, amend, cancel, cancel_line, confirm_option, decline
from booking.services.reservations.deciding import approve, propose, refuse
from booking.services.reservations.lapsing import expire
from booking.services.reservations.pricing import accept_price

__all__ = [
    "Receipt", "ReceiptLine", "accept", "accept_price", "amend", "approve", "cancel", "cancel_line", "confirm_option", "decline",
    "expire", "preview", "propose", "refuse", "request",
]  # fmt: skip
