"""Inspections and maintenance: what an asset needs and when, how long an inspection is good for, and when there is room for the next."""

from booking.rules.maintenance.due import Due, Need, due_of, plan_for
from booking.rules.maintenance.validity import Condition, condition_on, longest_until, newest
from booking.rules.maintenance.windows import Window, windows

__all__ = ["Condition", "Due", "Need", "Window", "condition_on", "due_of", "longest_until", "newest", "plan_for", "windows"]
