"""Who is asking: from a cookie's or a token's hash to the actor with every role and membership of today, in one query or from memory."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Engine, FromClause, Select, and_, bindparam, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from booking.queries.catalogue import engine_of, version_of
from booking.rules.kinds import RoleName
from booking.rules.permissions import NOBODY, Actor
from booking.rules.refusals import Outdated
from models import Account, ApiToken, Membership, Role, SignIn
from models.prepared import prepared

MOST_REMEMBERED = 10_000
_TODAY = bindparam("today")


class Rights(NamedTuple):
    """What somebody may on a day, as long as `people` is the version of all that people may."""

    people: int
    today: date
    actor: Actor


_remembered: WeakKeyDictionary[Engine, dict[Hashable, Rights]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Visit:
    """A signed-in browser: the row behind its cookie, who it is, and whether a second factor was shown."""

    id: int
    csrf: str
    created_at: datetime
    seen_at: datetime
    actor: Actor
    second_factor: bool = False


def actor_of(session: Session, account_id: int, today: date) -> Actor:
    """The actor of an account on `today`; NOBODY for an unknown or suspended one."""
    return actor_from(_by_account(session, account_id=account_id, today=today))


def actor_by_token(session: Session, token_hash: bytes, today: date) -> Actor:
    """The actor a bearer token stands for; NOBODY when it is unknown, revoked or its account suspended."""
    rows = _by_token(session, token_hash=token_hash, today=today)
    actor = actor_from(rows)
    if rows:
        remember(engine_of(session), token_hash, Rights(rows[0].people, today, actor))
    return actor


def believed_by_token(session: Session, token_hash: bytes, today: date) -> Actor | None:
    """Whom this process took the token for when it last looked; None when it did not look today.

    Nothing is asked here, so nothing may be kept or told before `confirm` was reached, with a version that was read since.
    """
    rights = remembered(engine_of(session), token_hash, today)
    if rights is None:
        return None
    session.info["believed"] = rights.people
    return rights.actor


def confirm(session: Session, people: int) -> None:
    """Whom this session believed in is still who it was, if this is the version now. Raises Outdated when it is another."""
    if session.info.get("believed", people) != people:
        raise Outdated()
    session.info.pop("believed", None)


def doubted(session: Session) -> bool:
    """True when somebody was believed and not confirmed; who asks must look, for it is believed no more."""
    return session.info.pop("believed", None) is not None


def remember(engine: Engine, key: Hashable, rights: Rights) -> None:
    """Keep in this process what somebody may, under whatever they are known by."""
    known = _remembered.setdefault(engine, {})
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known[key] = rights


def remembered(engine: Engine, key: Hashable, today: date) -> Rights | None:
    """What was kept of somebody today, under a version of which the caller must see whether it still is the one."""
    rights = _remembered.get(engine, {}).get(key)
    return rights if rights and rights.today == today else None


def find_visit(session: Session, key_hash: bytes, now: datetime, today: date) -> Visit | None:
    """The visit that a cookie's key names, with its actor; None when it ended or waits for a second factor, or its account is suspended."""
    rows = _by_key(session, key_hash=key_hash, now=now, today=today)
    if not rows:
        return None
    first = rows[0]
    return Visit(first.sign_in_id, first.csrf, first.created_at, first.seen_at, actor_from(rows), first.factor == "passed")


# Tables, not entities: the ORM would double the price of a question that every request asks.
_account, _role, _membership, _token, _visit = (entity.__table__.c for entity in (Account, Role, Membership, ApiToken, SignIn))


def _holds(relation: ReadOnlyColumnCollection[str, Any]) -> ColumnElement[bool]:
    begun, not_ended = relation.valid_from <= _TODAY, or_(relation.valid_until.is_(None), relation.valid_until >= _TODAY)
    return and_(relation.account_id == _account.id, begun, not_ended)


def who(start: FromClause, condition: ColumnElement[bool], *more: Any) -> Select[Any]:
    """The rows behind an actor, for `actor_from`, with `more` columns of what `start` joins to accounts; bind `today`.

    Account × roles × memberships: a person has a few of each, so repeating them is cheaper than a second round trip.
    """
    joined = start.outerjoin(Role.__table__, _holds(_role)).outerjoin(Membership.__table__, _holds(_membership))
    person = (_account.id.label("account_id"), _account.name, _account.language, _account.steward)
    held = (_role.authority_id, _role.name.label("role"), _membership.borrower_id, _membership.verified_at)
    return select(*person, *held, *more).select_from(joined).where(condition, _account.suspended_at.is_(None))


_by_account = prepared(who(Account.__table__, _account.id == bindparam("account_id")))
_by_token = prepared(
    who(
        ApiToken.__table__.join(Account.__table__, _token.account_id == _account.id),
        and_(_token.token_hash == bindparam("token_hash"), _token.revoked_at.is_(None)),
        version_of("people"),
    )
)
_by_key = prepared(
    who(
        SignIn.__table__.join(Account.__table__, _visit.account_id == _account.id),
        and_(_visit.key_hash == bindparam("key_hash"), _visit.expires_at > bindparam("now"), _visit.factor != "awaited"),
        *(_visit.id.label("sign_in_id"), _visit.csrf, _visit.created_at, _visit.seen_at, _visit.factor),
    )
)


def actor_from(rows: Sequence[Any]) -> Actor:
    """The actor that the rows of `who` describe; NOBODY when there are none."""
    if not rows:
        return NOBODY
    first = rows[0]
    return Actor(
        account_id=first.account_id,
        name=first.name,
        language=first.language,
        roles=frozenset((row.authority_id, RoleName(row.role)) for row in rows if row.role),
        borrowers=frozenset(row.borrower_id for row in rows if row.borrower_id and row.verified_at),
        claims=frozenset(row.borrower_id for row in rows if row.borrower_id and not row.verified_at),
        steward=first.steward,
    )
