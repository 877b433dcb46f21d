"""What the rules of an owner speak of: how far ahead, how long, how often, in which period not, and for whom (DESIGN § 9)."""

from booking.rules.lending.blackouts import Blackout
from booking.rules.lending.questions import QUESTIONS, UNITS, answers_of
from booking.rules.lending.units import Duration, DurationUnit, Lead, LeadUnit, Quota, QuotaUnit, Recognised, Spared

__all__ = [
    "QUESTIONS", "UNITS", "Blackout", "Duration", "DurationUnit", "Lead", "LeadUnit", "Quota", "QuotaUnit", "Recognised", "Spared",
    "answers_of",
]  # fmt: skip
