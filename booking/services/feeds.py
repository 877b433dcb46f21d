"""Subscriptions to calendars: an address per subscriber, secret, changeable and ended at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.feeds import FeedCard, check_may_follow
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import records
from booking.services.keys import digest, new_key
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Feed
from models.tasks import FEED_SCOPES

NAME_LIMIT = 200
FETCHED_EVERY = timedelta(hours=1)  # finer than this nobody needs to know, and a fetch without news stays a read


def create(session: Session, actor: Actor, scope: str, subject_id: int, name: str, language: str, now: datetime) -> str:
    """A new secret token for the tasks of a `depot`, `asset` or `authority`, or of one's own reservations (`borrower`).

    256 random bits, shown only here: its hash is kept. Raises NotFound for a subject that is not there or not the actor's, Refused.
    """
    if scope not in FEED_SCOPES:
        raise Refused("choice_unknown", field="scope", value=scope)
    if not name.strip() or len(name) > NAME_LIMIT:
        raise Refused("name_too_long", limit=NAME_LIMIT) if name.strip() else Refused("field_required", field="name")
    if actor.account_id is None:
        raise NotAllowed()
    check_may_follow(catalogue(session), actor, scope, subject_id, local(now).date())
    token = new_key()
    values = {"account_id": actor.account_id, "name": name.strip(), "scope": scope, "subject_id": subject_id, "language": language}
    with transaction(session):
        feed = add(session, Feed, token_hash=digest(token), created_at=now, **values)
        records.audit(session, now, actor.account_id, "feed.create", ("feed", feed), scope=scope, about=subject_id)
    return token


def rotate(session: Session, actor: Actor, feed_id: int, now: datetime) -> str:
    """A new token for one's own subscription; the old address answers 404 from now on. Raises NotFound."""
    token = new_key()
    _change(session, actor, feed_id, now, "feed.rotate", token_hash=digest(token))
    return token


def revoke(session: Session, actor: Actor, feed_id: int, now: datetime) -> None:
    """End one's own subscription at once. Raises NotFound."""
    _change(session, actor, feed_id, now, "feed.revoke", revoked_at=now)


def due(feed: FeedCard, now: datetime) -> bool:
    """True when a fetch has to be remembered."""
    return feed.fetched_at is None or now - feed.fetched_at >= FETCHED_EVERY


def fetched(session: Session, feed: FeedCard, now: datetime) -> None:
    """Remember that a feed is in use, at most once an hour."""
    if due(feed, now):
        with transaction(session):
            session.execute(update(Feed).where(Feed.id == feed.id).values(fetched_at=now))


def _change(session: Session, actor: Actor, feed_id: int, now: datetime, act: str, **values: object) -> None:
    mine = (Feed.id == feed_id, Feed.account_id == actor.account_id, Feed.revoked_at.is_(None))
    with transaction(session):
        if session.scalar(update(Feed).where(*mine).values(**values).returning(Feed.id)) is None:
            raise NotFound()
        records.audit(session, now, actor.account_id, act, ("feed", feed_id))
