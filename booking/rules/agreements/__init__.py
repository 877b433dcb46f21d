"""Cooperation agreements as rules: where one stands, whom it binds from when until when, and when its end is announced."""

from booking.rules.agreements.content import Content, Given
from booking.rules.agreements.ladder import LADDER, months_before, notice_ends, step_due
from booking.rules.agreements.standing import Bond, Cause, Pact, State
from booking.rules.agreements.terms import Beyond, Insurer, Place, Priority
from booking.rules.agreements.versions import chained, roots

__all__ = [
    "LADDER", "Beyond", "Bond", "Cause", "Content", "Given", "Insurer", "Pact", "Place", "Priority", "State", "chained", "months_before",
    "notice_ends", "roots", "step_due",
]  # fmt: skip
