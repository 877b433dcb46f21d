"""Calendar feeds: whose a secret address is and what it may show now, and the work that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, Select, String, and_, bindparam, cast, or_, select
from sqlalchemy.orm import Session

from booking.queries.actors import actor_from, who
from booking.queries.catalogue import catalogue, kept, version_of
from booking.rules.catalogue import Catalogue
from booking.rules.periods import start_of
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Account, Asset, Borrower, Counter, Depot, Feed, Line, Reservation, Task
from models.prepared import prepared

DAYS_BACK, DAYS_AHEAD, DAYS_CANCELLED = 90, 731, 60
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
_by_token = prepared(
    who(
        Feed.__table__.join(Account.__table__, _feed.account_id == _account.id).outerjoin(
            Counter.__table__, _counter.name == _feed.scope.concat(":").concat(cast(_feed.subject_id, String))
        ),
        and_(_feed.token_hash == bindparam("token_hash"), _feed.revoked_at.is_(None)),
        *(_feed.id.label("feed_id"), _feed.name.label("feed_name"), _feed.scope, _feed.subject_id, _feed.fetched_at),
        *(_feed.language.label("feed_language"), _counter.value, version_of("catalogue"), version_of("borrowers")),
    )
)


def feed_by_token(session: Session, token_hash: bytes, today: date) -> FeedCard:
    """The feed behind an address, by one small query.

    Raises NotFound, the same for an address that never was, was revoked, is a suspended person's, or whose owner may no longer see this.
    """
    rows = _by_token(session, token_hash=token_hash, today=today)
    return _card(rows, catalogue(session, _versions(rows)), today)


def feed_at_a_glance(engine: Engine, token_hash: bytes, today: date) -> FeedCard | None:
    """The same outside of any session; None while this process has not read the catalogue as it is now. Raises NotFound alike."""
    rows = _by_token.at_a_glance(engine, token_hash=token_hash, today=today)
    known = kept(engine, _versions(rows))
    return _card(rows, known, today) if known else None


def _versions(rows: Sequence[Any]) -> dict[str, int]:
    if not rows:
        raise NotFound()
    return {"catalogue": rows[0].catalogue, "borrowers": rows[0].borrowers}


def _card(rows: Sequence[Any], known: Catalogue, today: date) -> FeedCard:
    first = rows[0]
    check_may_follow(known, actor_from(rows), first.scope, first.subject_id, today)
    version = (first.value or 0, known.version)
    return FeedCard(first.feed_id, first.feed_name, first.scope, first.subject_id, first.feed_language, first.fetched_at, version)


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
