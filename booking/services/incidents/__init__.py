"""What happens to assets, promised or not: facts are always recorded, and each promise they hit waits for a desk."""

from booking.services.incidents.answering import answer_recall
from booking.services.incidents.choosing import choose, choose_by_phone
from booking.services.incidents.importing import end_imports, move_imports, record_imports
from booking.services.incidents.offering import offer
from booking.services.incidents.overdue import end_overdue, find_overdue, record_overdue
from booking.services.incidents.recalling import Emergency, recall
from booking.services.incidents.recording import Report, end_fact, reach_horizon, record_breakdown, record_closure, record_lost, report
from booking.services.incidents.resolving import resolve_conflict, sweep_conflicts

__all__ = [
    "Emergency", "Report", "answer_recall", "choose", "choose_by_phone", "end_fact", "end_imports", "end_overdue", "find_overdue",
    "move_imports", "offer", "reach_horizon", "recall", "record_breakdown", "record_closure", "record_imports", "record_lost",
    "record_overdue", "report", "resolve_conflict", "sweep_conflicts",
]  # fmt: skip
