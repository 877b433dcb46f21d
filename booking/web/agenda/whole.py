"""The whole of a calendar, whatever it is of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from booking.formats.ical import render_calendar, render_event
from booking.queries.catalogue import catalogue
from booking.queries.feeds import FeedCard, lapses_of, taken_of, work_of
from booking.rules.feeds import Scope
from booking.rules.periods import local
from booking.web.agenda import lapsing, taken, work

FETCH_AGAIN = timedelta(hours=1)


def calendar(session: Session, feed: FeedCard, now: datetime, base_url: str) -> bytes:
    """The feed as its reader may see it at this moment."""
    return render_calendar(feed.name, _events(session, feed, now, base_url), FETCH_AGAIN, language=feed.language)


def _events(session: Session, feed: FeedCard, now: datetime, base_url: str) -> Iterable[bytes]:
    today = local(now).date()
    if feed.scope is Scope.EXPIRIES:
        return [render_event(each) for each in lapsing.events(feed, lapses_of(session, feed, now), today, base_url)]
    if feed.scope is Scope.OCCUPANCY:
        known = catalogue(session)
        hall = known.assets[feed.subject_id]
        found = taken.events(feed, hall, known.depot(hall, today), taken_of(session, feed, today, now), base_url)
        return [render_event(each) for each in found]
    return work.rendered(feed, work_of(session, feed, today), catalogue(session), base_url)
