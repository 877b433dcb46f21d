"""What a calendar would take, shown before it does."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from booking.formats.ical_reading import Occurrence, Reading, read_apart
from booking.queries.administration.calendars import content_of, own_calendar
from booking.queries.administration.closures import Hit, hit_by_any
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.services.calendar_imports.sources import window

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """A calendar as it was handed in or fetched: all that it takes, the first of it, and the promises that it would hit."""

    reading: Reading
    hits: list[Hit]

    @property
    def last(self) -> datetime | None:
        """When the last of it is over; None for nothing."""
        return max((each.ends for each in self.reading.occurrences), default=None)

    @property
    def first(self) -> tuple[Occurrence, ...]:
        """As many as a reader looks through."""
        return self.reading.occurrences[:SHOWN]


def look(session: Session, actor: Actor, key: int, now: datetime) -> Look:
    """Read what is kept of a calendar that nobody confirmed yet. Raises NotFound, Refused as reading does."""
    _, asset = own_calendar(session, actor, key, now)
    packed = content_of(session, key)
    session.commit()
    reading = read_apart(zlib.decompress(packed) if packed else b"", *window(now))
    taken = [Period(max(each.starts, now), each.ends) for each in reading.occurrences]
    return Look(reading, hit_by_any(session, asset.id, taken))
