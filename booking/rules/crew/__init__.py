"""The crew's work around a loan: what it is, in which order, when it is done, and whether it fits between the loans beside it."""

from booking.rules.crew.planning import LoanWork, Work, loan_work
from booking.rules.crew.room import Crossing, Room, Shortage, too_early, too_late
from booking.rules.crew.steps import BACK, OUT, Order, Step, order_of, place_of, plannable
from booking.rules.crew.stretches import first_stretch, last_stretch

__all__ = [
    "BACK", "OUT", "Crossing", "LoanWork", "Order", "Room", "Shortage", "Step", "Work", "first_stretch", "last_stretch", "loan_work",
    "order_of", "place_of", "plannable", "too_early", "too_late",
]  # fmt: skip
