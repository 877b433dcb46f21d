"""After the event: charges are proposed and decided, what is due follows the price, and money that came or went is marked."""

from booking.services.charges.deciding import charge, waive
from booking.services.charges.marking import give_back, receive, undo
from booking.services.charges.proposing import NOTHING_SEEN, Returned, Seen, propose_cancellation, report_return
from booking.services.charges.receivables import follow

__all__ = [
    "NOTHING_SEEN", "Returned", "Seen", "charge", "follow", "give_back", "propose_cancellation", "receive", "report_return", "undo",
    "waive",
]  # fmt: skip
