"""What lapses at an authority, for its calendar."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from booking.queries.feeds.cards import FeedCard
from booking.queries.register.reading import of_authorities
from booking.rules.register import Matter

AHEAD = 731


def lapses_of(session: Session, feed: FeedCard, now: datetime) -> list[Matter]:
    """What ends on a known day within two years, of the authority that the feed is of; the first one first."""
    found = of_authorities(session, {feed.subject_id}, now, AHEAD)
    return sorted((matter for matter in found if matter.last), key=lambda matter: (matter.last, matter.kind, matter.name))
