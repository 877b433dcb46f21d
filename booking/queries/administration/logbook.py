"""Who changed what for an authority: settings from what into what, decisions and moves, and the sign-ins of who works for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from booking.queries.administration.changes import differences
from booking.queries.administration.spells import midnight, midnight_after
from booking.queries.administration.subjects import names_of
from booking.rules.periods import start_of
from booking.rules.permissions import Actor, authorities_for
from models import Account, Audit, Change, Role

ACT = "audit.read"
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: who (an account), what (a noun, one subject of it), on which days; nothing set is everything."""

    account: int | None = None
    noun: str = ""
    subject: int | None = None
    first: date | None = None
    last: date | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done: `act` is empty for a change of settings, whose `settings` are (name, before, after)."""

    at: datetime
    who: str | None
    noun: str
    subject: int
    name: str
    reference: str | None
    act: str
    reason: str
    settings: tuple[tuple[str, Any, Any], ...]
    new: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class Log:
    """A page of entries, the latest first."""

    entries: list[Entry]
    total: int
    page: int

    @property
    def pages(self) -> int:
        """At least one, which may be empty."""
        return max(1, -(-self.total // PER_PAGE))


def entries(actor: Actor, _today: date, _filters: Mapping[str, str]) -> Select[Any]:
    """All that the actor may read, to be counted."""
    return select(_found(actor, Asked()))


def log(session: Session, actor: Actor, asked: Asked) -> Log:
    """The page that is asked for, of the authorities whose logbook the actor may read. A fixed number of queries."""
    found = _found(actor, asked)
    total = session.scalar(select(func.count()).select_from(found)) or 0
    page = min(max(1, asked.page), max(1, -(-total // PER_PAGE)))
    return Log(_entries(session, _ordered(found).limit(PER_PAGE).offset((page - 1) * PER_PAGE)), total, page)


def all_entries(session: Session, actor: Actor, asked: Asked, most: int = 20_000) -> list[Entry]:
    """Every entry that is asked for, for a file."""
    return _entries(session, _ordered(_found(actor, asked)).limit(most))


def people(session: Session, actor: Actor) -> list[tuple[int, str]]:
    """(id, name) of whoever did something that the actor may read, by name."""
    found = _found(actor, Asked())
    query = select(Account.id, Account.name).where(Account.id.in_(select(found.c.account_id))).order_by(Account.name)
    return [(key, name) for key, name in session.execute(query)]


def _found(actor: Actor, asked: Asked) -> Subquery:
    mine = authorities_for(actor, ACT)
    of_staff = Audit.authority_id.is_(None) & (Audit.subject == "account") & _while_working_for(mine)
    changes = select(
        literal("change").label("source"), Change.id, Change.at, Change.account_id, Change.noun, Change.subject_id.label("subject")
    ).where(Change.authority_id.in_(mine))
    acts = select(literal("audit").label("source"), Audit.id, Audit.at, Audit.account_id, Audit.subject.label("noun"), Audit.subject_id)
    acts = acts.where(or_(Audit.authority_id.in_(mine), of_staff))
    both = union_all(changes, acts).subquery()
    return select(both).where(*_narrowed(both, asked)).subquery()


def _while_working_for(authorities: frozenset[int]) -> ColumnElement[bool]:
    """What people did with their account on the days on which they worked there: what was before or came after is none of its business."""
    began, ended = midnight(Role.valid_from), midnight_after(Role.valid_until)
    spell = Audit.at >= began, or_(Role.valid_until.is_(None), Audit.at < ended)
    return select(Role.id).where(Role.account_id == Audit.account_id, Role.authority_id.in_(authorities), *spell).exists()


def _narrowed(found: Subquery, asked: Asked) -> Iterable[ColumnElement[bool]]:
    if asked.account:
        yield found.c.account_id == asked.account
    if asked.noun:
        yield found.c.noun == asked.noun
    if asked.subject:
        yield found.c.subject == asked.subject
    if asked.first:
        yield found.c.at >= start_of(asked.first)
    if asked.last and asked.last < date.max:
        yield found.c.at < start_of(asked.last + timedelta(days=1))


def _ordered(found: Subquery) -> Select[Any]:
    return select(found).order_by(found.c.at.desc(), found.c.source, found.c.id.desc())


def _entries(session: Session, query: Select[Any]) -> list[Entry]:
    rows = session.execute(query).all()
    changes, audits = (_details(session, model, [row.id for row in rows if row.source == model.__tablename__]) for model in (Change, Audit))
    subjects: defaultdict[str, set[int]] = defaultdict(set)
    for row in rows:
        subjects[row.noun].add(row.subject)
    names = {noun: names_of(session, noun, ids) for noun, ids in subjects.items()}
    who = dict(session.execute(select(Account.id, Account.name).where(Account.id.in_({row.account_id for row in rows}))).all())
    found = []
    for row in rows:
        change, act = (changes.get(row.id), None) if row.source == "change" else (None, audits.get(row.id))
        named, reference = names[row.noun].get(row.subject, ("", None))
        kept = (change["before"] or change["after"] or {}) if change else {}
        found.append(
            Entry(
                row.at, who.get(row.account_id), row.noun, row.subject, named or str(kept.get("person") or kept.get("name") or row.subject),
                reference, act["act"] if act else "", str((act["details"] or {}).get("reason") or "") if act else "",
                tuple(differences(change["before"] or {}, change["after"] or {})) if change else (),
                bool(change) and change["before"] is None, bool(change) and change["after"] is None,
            )
        )  # fmt: skip
    return found


def _details(session: Session, model: type[Change | Audit], ids: list[int]) -> dict[int, Mapping[str, Any]]:
    table = model.__table__
    return {row["id"]: row for row in session.execute(select(table).where(table.c.id.in_(ids))).mappings()} if ids else {}
