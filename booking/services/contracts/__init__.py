"""The loan contract: made when a dossier is confirmed and again when it changes, agreed by the borrower, answered by the desk."""

from booking.services.contracts.agreeing import accept, countersign, hand_in, send_back
from booking.services.contracts.making import follow, keep_paper, make

__all__ = ["accept", "countersign", "follow", "hand_in", "keep_paper", "make", "send_back"]
