"""Whose a secret address is, what it may show now, and the version by which a program knows whether it has that already."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import ARRAY, Engine, Select, String, and_, any_, bindparam, case, cast, func, literal, select
from sqlalchemy.orm import Session

from booking.queries.actors import Rights, actor_from, remember, remembered, who
from booking.queries.catalogue import catalogue, engine_of, kept, version_of
from booking.queries.feeds.following import Followed, check_may_follow
from booking.queries.ledger import is_sqlite
from booking.rules.catalogue import Catalogue
from booking.rules.feeds import Detail, Scope, alarms_of
from booking.rules.permissions import NOBODY, Actor, authorities_for
from booking.rules.refusals import NotFound
from models import Account, Counter, Feed
from models.prepared import prepared


@dataclass(frozen=True, slots=True)
class FeedCard:
    """A subscription that may be read today, as its subscriber set it.

    `version` rises with every change of what it shows; None where only its content tells. `seen` are the authorities whose people its
    reader may see, None for all. `uncounted` are the counters that nothing raises yet, because nobody followed these assets before.
    """

    id: int
    name: str
    scope: Scope
    subject_id: int
    within_id: int | None
    detail: Detail
    language: str
    alarms: tuple[int, ...]
    fetched_at: datetime | None
    fetches: int
    version: tuple[int, ...] | None
    seen: frozenset[int] | None = None
    uncounted: tuple[str, ...] = ()

    @property
    def for_crew(self) -> bool:
        """True for the people who do the work, false for the borrower."""
        return self.scope != Scope.BORROWER


_feed, _account, _counter = Feed.__table__.c, Account.__table__.c, Counter.__table__.c
_WHOSE = and_(_feed.token_hash == bindparam("token_hash"), _feed.revoked_at.is_(None), _feed.expires_on >= bindparam("today"))
_WORK_OF = _counter.name == case(
    (_feed.scope == Scope.CATEGORY, literal(f"{Scope.AUTHORITY}:").concat(cast(_feed.within_id, String))),
    else_=_feed.scope.concat(":").concat(cast(_feed.subject_id, String)),
)
_CARD = (
    *(_feed.id.label("feed_id"), _feed.name.label("feed_name"), _feed.scope, _feed.subject_id, _feed.within_id, _feed.detail),
    *(_feed.language.label("feed_language"), _feed.alarms, _feed.fetched_at, _feed.fetches),
    *(_counter.value, version_of("catalogue"), version_of("people")),
)
_by_token = prepared(
    who(
        Feed.__table__.outerjoin(Account.__table__, _feed.account_id == _account.id).outerjoin(Counter.__table__, _WORK_OF),
        _WHOSE,
        *(*_CARD, version_of("borrowers")),
    )
)
_versions = prepared(select(*_CARD, _feed.account_id).select_from(Feed.__table__.outerjoin(Counter.__table__, _WORK_OF)).where(_WHOSE))


def _counted(sqlite: bool) -> Select[Any]:
    names = bindparam("names", type_=String if sqlite else ARRAY(String))
    one_of = _counter.name.in_(select(func.json_each(names).table_valued("value").c.value)) if sqlite else _counter.name == any_(names)
    return select(_counter.name, _counter.value).where(one_of)


_counters = prepared(_counted(sqlite=True), _counted(sqlite=False))


def feed_by_token(session: Session, token_hash: bytes, today: date) -> FeedCard:
    """The feed behind an address, by one small query; where several counters tell its version, by two.

    Raises NotFound, the same for an address that never was, was revoked, is over, is a suspended person's, or whose owner may no longer
    see this.
    """
    rows = _by_token(session, token_hash=token_hash, today=today)
    if not rows:
        raise NotFound()
    first = rows[0]
    actor = actor_from(rows) if first.account_id else NOBODY
    remember(engine_of(session), _reader(first.account_id), Rights(first.people, today, actor))
    known = catalogue(session, {"catalogue": first.catalogue, "borrowers": first.borrowers})
    return _card(first, known, actor, today, partial(_counters, session), sqlite=is_sqlite(session))


def feed_at_a_glance(engine: Engine, token_hash: bytes, today: date) -> FeedCard | None:
    """The same by its versions alone, outside of any session: None for what this process cannot tell by what it keeps. Raises NotFound for
    a reader who may no longer see this.
    """
    for row in _versions.at_a_glance(engine, token_hash=token_hash, today=today):
        known, rights = kept(engine, row.catalogue), remembered(engine, _reader(row.account_id), today)
        if known and rights and rights.people == row.people:
            ask = partial(_counters.at_a_glance, engine)
            card = _card(row, known, rights.actor, today, ask, sqlite=engine.dialect.name == "sqlite")
            return None if card.uncounted or card.version is None else card
    return None


def _reader(account: int | None) -> tuple[str, int | None]:
    return ("account", account)


def _card(row: Any, known: Catalogue, actor: Actor, today: date, ask: Callable[..., list[Any]], *, sqlite: bool) -> FeedCard:
    scope = Scope(row.scope)
    check_may_follow(known, actor, Followed(scope, row.subject_id, row.within_id), today)
    names, version = _several(known, scope, row.subject_id, row.within_id), (row.value or 0, known.version)
    raised = dict(ask(names=json.dumps(names) if sqlite else names)) if names else {}
    return FeedCard(
        *(row.feed_id, row.feed_name, scope, row.subject_id, row.within_id, Detail(row.detail), row.feed_language),
        *(alarms_of(row.alarms), row.fetched_at, row.fetches),
        version=None if scope is Scope.EXPIRIES else (sum(raised.values()), known.version) if names else version,
        seen=authorities_for(actor, f"feed.{scope}") if scope is Scope.CATEGORY and row.within_id is None else None,
        uncounted=tuple(name for name in names if name not in raised) if scope is Scope.OCCUPANCY else (),
    )


def _several(known: Catalogue, scope: Scope, subject: int, within: int | None) -> list[str]:
    """The counters of a calendar that has more than one: those of a hall's parts, and of every authority for a category of the region."""
    if scope is Scope.OCCUPANCY:
        return [f"ledger:{leaf}" for leaf in known.assets[subject].leaves]
    return [f"{Scope.AUTHORITY}:{each}" for each in known.authorities] if scope is Scope.CATEGORY and within is None else []
