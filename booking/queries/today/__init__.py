"""The depot's day and week: what leaves, what comes back, what is late and what is missing, in the order in which it is done."""

from booking.queries.today.missing import missing_of
from booking.queries.today.reading import next_working_day, working_day
from booking.queries.today.views import SHOWN, Card, Drive, Loan, Shed, Visit, WorkingDay
from booking.queries.today.week import DepotWeek, week_of

__all__ = [
    "SHOWN", "Card", "DepotWeek", "Drive", "Loan", "Shed", "Visit", "WorkingDay", "missing_of", "next_working_day", "week_of",
    "working_day",
]  # fmt: skip
