"""The work of the technical service: planned with its line, given to a crew, done, or made by hand."""

from booking.services.tasks.arranging import Arrangement, arrange
from booking.services.tasks.doing import finish, start, undo
from booking.services.tasks.feeds import SHOWN_IN, asked_by, feed_names, feeds_of, retell
from booking.services.tasks.making import Made, call_off, change, make
from booking.services.tasks.planning import cancel, plan

__all__ = [
    "SHOWN_IN", "Arrangement", "Made", "arrange", "asked_by", "call_off", "cancel", "change", "feed_names", "feeds_of", "finish", "make",
    "plan", "retell", "start", "undo",
]  # fmt: skip
