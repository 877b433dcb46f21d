"""Cooperation agreements as rules: where one stands, whom it binds from when until when, and when its end is announced."""

from booking.rules.agreements.standing import Bond, Cause, Pact, State
from booking.rules.agreements.terms import Beyond, Insurer, Place, Priority

__all__ = ["Beyond", "Bond", "Cause", "Insurer", "Pact", "Place", "Priority", "State"]
