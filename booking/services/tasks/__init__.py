"""The work of the technical service: planned with its line, given to a crew, done, or made by hand."""

from booking.services.tasks.feeds import SHOWN_IN, feed_names
from booking.services.tasks.planning import cancel, plan

__all__ = ["SHOWN_IN", "cancel", "feed_names", "plan"]
