"""The planning board: who has what when, over weeks or by the hour."""

from booking.web.planning import giving
from booking.web.planning.pages import pages

__all__ = ["giving", "pages"]
