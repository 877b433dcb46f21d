"""A catalogue from a spreadsheet: every row judged and shown first, then all of it or nothing."""

from booking.services.importing.columns import FIELDS
from booking.services.importing.files import confirm, discard, keep, resume, run
from booking.services.importing.planning import Plan, PlannedRow, Verdict, plan
from booking.services.importing.writing import import_table

__all__ = ["FIELDS", "Plan", "PlannedRow", "Verdict", "confirm", "discard", "import_table", "keep", "plan", "resume", "run"]
