"""Calendar feeds: whose a secret address is and what it may show now, and the work that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Row, Select, String, and_, bindparam, cast, or_, select
from sqlalchemy.orm import Session

from booking.queries.actors import actor_from, who
from booking.queries.catalogue import catalogue, engine_of, kept, version_of
from booking.rules.catalogue import Catalogue
from booking.rules.periods import start_of
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Account, Asset, Borrower, Counter, Depot, Feed, Line, Reservation, Task
from models.prepared import prepared

DAYS_BACK, DAYS_AHEAD, DAYS_CANCELLED = 90, 731, 60
MOST_READERS = 10_000
CREW = ("depot", "asset", "authority")
"""Scopes whose readers work there: they see who borrows and how to reach them."""


@dataclass(frozen=True, slots=True)
class FeedCard:
    """A subscription that may be read today; `version` rises with every change of what it shows."""

    id: int
    name: str
    scope: str
    subject_id: int
    language: str
    fetched_at: datetime | None
    version: tuple[int, int]

    @property
    def for_crew(self) -> bool:
        """True for the people who do the work, false for the borrower."""
        return self.scope in CREW


_feed, _account, _counter = Feed.__table__.c, Account.__table__.c, Counter.__table__.c
_WHOSE = and_(_feed.token_hash == bindparam("token_hash"), _feed.revoked_at.is_(None))
_WORK_OF = _counter.name == _feed.scope.concat(":").concat(cast(_feed.subject_id, String))
_CARD = (
    *(_feed.id.label("feed_id"), _feed.name.label("feed_name"), _feed.scope, _feed.subject_id, _feed.fetched_at),
    *(_feed.language.label("feed_language"), _counter.value, version_of("catalogue"), version_of("people")),
)
_by_token = prepared(
    who(
        Feed.__table__.join(Account.__table__, _feed.account_id == _account.id).outerjoin(Counter.__table__, _WORK_OF),
        _WHOSE,
        *(*_CARD, version_of("borrowers")),
    )
)
_versions = prepared(select(*_CARD, _feed.account_id).select_from(Feed.__table__.outerjoin(Counter.__table__, _WORK_OF)).where(_WHOSE))


class _Rights(NamedTuple):
    """What somebody may on a day, as long as nothing about people changes."""

    people: int
    today: date
    actor: Actor


_rights: WeakKeyDictionary[Engine, dict[int, _Rights]] = WeakKeyDictionary()
"""By account: the rights of those who fetched a calendar from this process."""


def feed_by_token(session: Session, token_hash: bytes, today: date) -> FeedCard:
    """The feed behind an address, by one small query.

    Raises NotFound, the same for an address that never was, was revoked, is a suspended person's, or whose owner may no longer see this.
    """
    rows = _by_token(session, token_hash=token_hash, today=today)
    if not rows:
        raise NotFound()
    first, actor = rows[0], actor_from(rows)
    remembered = _rights.setdefault(engine_of(session), {})
    if len(remembered) > MOST_READERS:
        remembered.clear()
    remembered[first.account_id] = _Rights(first.people, today, actor)
    return _card(first, catalogue(session, {"catalogue": first.catalogue, "borrowers": first.borrowers}), actor, today)


def feed_at_a_glance(engine: Engine, token_hash: bytes, today: date) -> FeedCard | None:
    """The same by its versions alone, outside of any session: None for what this process cannot tell by what it keeps. Raises NotFound for
    a reader who may no longer see this.
    """
    for row in _versions.at_a_glance(engine, token_hash=token_hash):
        known, rights = kept(engine, row.catalogue), _rights.get(engine, {}).get(row.account_id)
        if known and rights and (rights.people, rights.today) == (row.people, today):
            return _card(row, known, rights.actor, today)
    return None


def _card(row: Any, known: Catalogue, actor: Actor, today: date) -> FeedCard:
    check_may_follow(known, actor, row.scope, row.subject_id, today)
    version = (row.value or 0, known.version)
    return FeedCard(row.feed_id, row.feed_name, row.scope, row.subject_id, row.feed_language, row.fetched_at, version)


def check_may_follow(known: Catalogue, actor: Actor, scope: str, subject_id: int, today: date) -> None:
    """Raises NotFound unless the actor's rights of today reach this depot, asset, authority or borrower."""
    deciding = _authorities(known, scope, subject_id, today)
    borrower = subject_id if scope == "borrower" else None
    if not may(actor, f"feed.{scope}", authorities=deciding, borrower=borrower):
        raise NotFound()


def _authorities(known: Catalogue, scope: str, subject_id: int, today: date) -> set[int]:
    """Who manages or keeps what a feed is about."""
    if scope == "depot" and subject_id in known.depots:
        return {known.depots[subject_id].authority}
    if scope == "asset" and subject_id in known.assets:
        asset = known.assets[subject_id]
        return {known.owner(asset, today).id, known.depot(asset, today).authority}
    return {subject_id} if scope == "authority" else set()


def feeds_of(session: Session, actor: Actor) -> list[Feed]:
    """The actor's own subscriptions that were not revoked, newest first; the secret itself is not known any more."""
    query = select(Feed).where(Feed.account_id == actor.account_id, Feed.revoked_at.is_(None)).order_by(Feed.id.desc())
    return list(session.scalars(query))


_SUBJECT = {"depot": Task.depot_id, "asset": Task.asset_id, "authority": Task.authority_id, "borrower": Task.borrower_id}

_WORK: Select[Any] = (
    select(
        Task.id, Task.sequence, Task.kind, Task.state, Task.starts_at, Task.ends_at, Task.place, Task.title, Task.created_at,
        Task.changed_at, Asset.name.label("asset"), Line.units, Line.number, Reservation.id.label("reservation"),
        Reservation.created_at.label("asked_at"), Reservation.event, Borrower.name.label("borrower"), Borrower.email, Borrower.phone,
        Depot.name.label("depot"), Depot.lat, Depot.lon,
    )
    .join(Asset, Asset.id == Task.asset_id)
    .join(Depot, Depot.id == Task.depot_id)
    .outerjoin(Line, Line.id == Task.line_id)
    .outerjoin(Reservation, Reservation.id == Line.reservation_id)
    .outerjoin(Borrower, Borrower.id == Task.borrower_id)
    .order_by(Task.starts_at, Task.id)
)  # fmt: skip


def work_of(session: Session, feed: FeedCard, today: date) -> Sequence[Row[Any]]:
    """The tasks that a feed shows, as plain rows in order of time: 90 days back, two years ahead, called-off ones for 60 days."""
    first, last = (start_of(today + timedelta(days=days)) for days in (-DAYS_BACK, DAYS_AHEAD))
    recent = start_of(today - timedelta(days=DAYS_CANCELLED))
    within = (_SUBJECT[feed.scope] == feed.subject_id, Task.starts_at >= first, Task.starts_at < last)
    return session.execute(_WORK.where(*within, or_(Task.state != "cancelled", Task.changed_at >= recent))).all()
