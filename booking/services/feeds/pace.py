"""How often an address is read: told to its subscriber, and held back where no calendar program would ask so often.

A read stays a read: only the first fetch of an hour and every tenth one after it are written down.
"""

from __future__ import annotations

from datetime import datetime
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, update
from sqlalchemy.orm import Session

from booking.queries.catalogue import engine_of
from booking.queries.feeds import FeedCard
from booking.rules.feeds import PER, rests
from booking.rules.refusals import TooMany
from booking.services.records import raise_versions
from booking.services.transaction import transaction
from models import Feed

WRITTEN_EVERY = 10

_unwritten: WeakKeyDictionary[Engine, dict[int, int]] = WeakKeyDictionary()
"""By feed: the fetches of this hour that this process answered and did not write down yet."""


def check_pace(engine: Engine, feed: FeedCard, now: datetime) -> None:
    """Raises TooMany for an address that was read too often this hour; what other processes did not write down is not known here."""
    if minutes := rests(feed.fetched_at, feed.fetches + _unwritten.get(engine, {}).get(feed.id, 0), now):
        raise TooMany(minutes=minutes)


def due(engine: Engine, feed: FeedCard, now: datetime) -> bool:
    """Count a fetch; True when it has to be written down, and is therefore left to `fetched`."""
    counts = _unwritten.setdefault(engine, {})
    count = counts.get(feed.id, 0) + 1
    if _hour_is_over(feed, now) or count >= WRITTEN_EVERY:
        return True
    counts[feed.id] = count
    return False


def fetched(session: Session, feed: FeedCard, now: datetime) -> None:
    """Count a fetch and write it down when it is due, with the first one of an hour as the moment of last use.

    The counters that nothing raises yet begin here too: from now on whatever changes in the ledger of that hall is noticed.
    """
    engine = engine_of(session)
    is_due = due(engine, feed, now)
    if not is_due and not feed.uncounted:
        return
    count = _unwritten[engine].pop(feed.id, 0) + is_due
    anew = {"fetched_at": now, "fetches": 1}
    values = anew if _hour_is_over(feed, now) else {"fetches": Feed.fetches + count}
    with transaction(session):
        session.execute(update(Feed).where(Feed.id == feed.id).values(**values))
        raise_versions(session, feed.uncounted)


def _hour_is_over(feed: FeedCard, now: datetime) -> bool:
    return feed.fetched_at is None or now - feed.fetched_at >= PER
