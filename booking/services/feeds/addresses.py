"""The address of a calendar: made, changed, renewed, and ended at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.feeds import Followed, check_may_follow
from booking.rules.feeds import DETAILS, Detail, Scope, check_detail, known_alarms, last_day
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import records
from booking.services.idempotency import Answer, once
from booking.services.keys import digest, new_key
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Feed

NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Settings:
    """How somebody wants a calendar: its `detail` is the most that its scope allows unless said, `until` its last day, a year from today
    unless said.
    """

    name: str
    language: str = "nl"
    detail: Detail | None = None
    alarms: tuple[int, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A calendar that somebody wants to follow."""

    what: Followed
    settings: Settings


def create(session: Session, actor: Actor, wish: Wish, now: datetime) -> str:
    """A new secret token for the work of a depot, crew, vehicle, asset, authority or category, for what lapses at an authority, for one's
    own reservations, or for when a hall is taken. That last one anybody may have, without an account too.

    256 random bits, shown only here: its hash is kept. Raises NotFound for what is not there or not the actor's, NotAllowed, Refused.
    """
    return _create(session, actor, wish, now)[1]


def create_once(session: Session, actor: Actor, wish: Wish, key: str, now: datetime) -> str:
    """The same for a form that may be sent twice under one key: the second time the subscription of the first gets a new address, for
    nobody knows the first one any more. Raises what `create` and `idempotency.once` do.
    """
    made: list[str] = []

    def act() -> Answer:
        feed, token = _create(session, actor, wish, now)
        made.append(token)
        return Answer(201, str(feed))

    answer = once(session, actor.account_id or 0, f"feed-{key}", repr(wish).encode(), now, act)
    return rotate(session, actor, int(answer.text), now) if answer.again else made[-1]


def _create(session: Session, actor: Actor, wish: Wish, now: datetime) -> tuple[int, str]:
    """The id of the new subscription, and its token."""
    what, today = wish.what, local(now).date()
    values = _judged(wish.settings, what.scope, today)
    if actor.account_id is None and what.scope is not Scope.OCCUPANCY:
        raise NotAllowed()
    check_may_follow(catalogue(session), actor, what, today)
    token = new_key()
    of = {"account_id": actor.account_id, "scope": str(what.scope), "subject_id": what.subject, "within_id": what.within}
    with transaction(session):
        feed = add(session, Feed, token_hash=digest(token), created_at=now, fetches=0, **of, **values)
        records.audit(session, now, actor.account_id, "feed.create", ("feed", feed), scope=str(what.scope), about=what.subject)
    return feed, token


def change(session: Session, actor: Actor, feed_id: int, settings: Settings, now: datetime) -> None:
    """Set one's own subscription anew; its address stays. Raises NotFound, Refused."""
    feed = session.get(Feed, feed_id)
    if feed is None or feed.account_id != actor.account_id:
        raise NotFound()
    values = _judged(settings, Scope(feed.scope), local(now).date())
    _change(session, actor, feed_id, now, "feed.change", **values, reminded_at=None)


def renew(session: Session, actor: Actor, feed_id: int, now: datetime) -> None:
    """Let one's own subscription last another year from today; one that is over is read again at the same address. Raises NotFound."""
    _change(session, actor, feed_id, now, "feed.renew", expires_on=last_day(None, local(now).date()), reminded_at=None)


def rotate(session: Session, actor: Actor, feed_id: int, now: datetime) -> str:
    """A new token for one's own subscription; the old address answers 404 from now on. Raises NotFound."""
    token = new_key()
    _change(session, actor, feed_id, now, "feed.rotate", token_hash=digest(token), fetched_at=None, fetches=0)
    return token


def revoke(session: Session, actor: Actor, feed_id: int, now: datetime) -> None:
    """End one's own subscription at once. Raises NotFound."""
    _change(session, actor, feed_id, now, "feed.revoke", revoked_at=now)


def _judged(settings: Settings, scope: Scope, today: date) -> dict[str, Any]:
    """The settings as they are kept. Raises Refused for what cannot be."""
    name = settings.name.strip()
    if not name or len(name) > NAME_LIMIT:
        raise Refused("name_too_long", field="name", limit=NAME_LIMIT) if name else Refused("field_required", field="name")
    detail = settings.detail or DETAILS[scope][0]
    check_detail(scope, detail)
    alarms = ",".join(map(str, known_alarms(settings.alarms)))
    until = last_day(settings.until, today)
    return {"name": name, "language": settings.language, "detail": str(detail), "alarms": alarms, "expires_on": until}


def _change(session: Session, actor: Actor, feed_id: int, now: datetime, act: str, **values: object) -> None:
    if actor.account_id is None:
        raise NotFound()
    mine = (Feed.id == feed_id, Feed.account_id == actor.account_id, Feed.revoked_at.is_(None))
    with transaction(session):
        if session.scalar(update(Feed).where(*mine).values(**values).returning(Feed.id)) is None:
            raise NotFound()
        records.audit(session, now, actor.account_id, act, ("feed", feed_id))
