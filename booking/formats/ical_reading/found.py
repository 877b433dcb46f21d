"""What a calendar turned out to hold, the limits within which it is read, and the one error that reading ends in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from booking.rules.periods import Period
from booking.rules.refusals import Refused

MOST_BYTES = 1_000_000
MOST_EVENTS = 5_000
MOST_OCCURRENCES = 20_000
MOST_DATES = 2_000  # additions and exceptions of one event
DEEPEST = 8  # components within components: an alarm within an event is three
LONGEST_TEXT = 200
CPU_SECONDS = 2
MEMORY_BYTES = 256 * 2**20


class Unreadable(Refused):
    """A calendar that is not taken: `code` says why, `details` name the event (`title`) where there is one."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One stretch `[starts, ends)` that the calendar takes, in UTC.

    `uid` and `recurrence` (of a series: the moment at which it was to begin) stay the same when it is moved; `title` is one clean line.
    """

    uid: str
    recurrence: str
    starts: datetime
    ends: datetime
    title: str

    @property
    def period(self) -> Period:
        """When it is."""
        return Period(self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that takes time, in order; and by reason (a code of booking/words) how many events were left out, with the first few titles."""

    occurrences: tuple[Occurrence, ...]
    ignored: Mapping[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
