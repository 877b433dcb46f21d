"""Inspections and maintenance: what is planned, what came of it, and what is out of service because of it."""

from booking.services.maintenance.lapses import find_lapsed
from booking.services.maintenance.orders import Visit, call_off, finish, schedule
from booking.services.maintenance.outcomes import Outcome, record_inspection
from booking.services.maintenance.plans import PlanTerms, end_plan, set_plan
from booking.services.maintenance.proposals import propose_due
from booking.services.maintenance.repairs import ask_repair

__all__ = [
    "Outcome", "PlanTerms", "Visit", "ask_repair", "call_off", "end_plan", "find_lapsed", "finish", "propose_due", "record_inspection",
    "schedule", "set_plan",
]  # fmt: skip
