"""Regulations into the database: only one that proves itself is published, and what priced something is never edited."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.formats.regulation import loads
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, Refused
from booking.rules.tariffs import Regulation, article_to_plain, check, example_to_plain, group_to_plain, to_plain
from booking.services import records
from booking.services.rows import add, add_all
from booking.services.transaction import transaction
from models import Authority, RegulationPart, RegulationRow


def import_text(session: Session, actor: Actor | None, text: str, now: datetime) -> int:
    """Read a regulation file, prove it and publish it for its owner; returns its id.

    The same title and first day again is the same regulation: its id comes back and nothing changes. An open-ended version before it
    ends the day before. `actor` None is the command line. Raises RegulationFileError, Refused `regulation_unproven` with the differences,
    `regulation_owner_unknown` or `regulation_changed` when that version exists with another content, NotAllowed.
    """
    regulation = loads(text)
    wrong = [result for result in check(regulation) if result.expected != result.computed]
    if wrong:
        raise Refused("regulation_unproven", differences=[f"{r.name} {r.field}: {r.expected} ≠ {r.computed}" for r in wrong])
    with transaction(session):
        owner = session.scalar(select(Authority.id).where((Authority.nis == regulation.owner) | (Authority.name == regulation.owner)))
        if owner is None:
            raise Refused("regulation_owner_unknown", owner=regulation.owner)
        if actor is not None and not may(actor, "regulation.write", authorities=(owner,)):
            raise NotAllowed()
        known = _same(session, owner, regulation)
        return known if known is not None else _store(session, owner, regulation, actor, now)


def _same(session: Session, owner: int, regulation: Regulation) -> int | None:
    row = session.scalars(
        select(RegulationRow).where(
            RegulationRow.authority_id == owner, RegulationRow.title == regulation.title, RegulationRow.valid_from == regulation.valid_from
        )
    ).one_or_none()
    if row is None:
        return None
    parts = session.execute(
        select(RegulationPart.sort, RegulationPart.terms).where(RegulationPart.regulation_id == row.id).order_by(RegulationPart.id)
    )
    if [(sort, terms) for sort, terms in parts] != [(sort, terms) for sort, _, terms in _plain_parts(regulation)]:
        raise Refused("regulation_changed", title=regulation.title)
    return row.id


def _plain_parts(regulation: Regulation) -> list[tuple[str, str, dict[str, object]]]:
    groups = [("group", group.code, group_to_plain(group)) for group in regulation.groups]
    articles = [("article", article.number, article_to_plain(article)) for article in regulation.articles]
    return [*groups, *articles, *(("example", example.name, example_to_plain(example)) for example in regulation.examples)]


def _store(session: Session, owner: int, regulation: Regulation, actor: Actor | None, now: datetime) -> int:
    header = {name: value for name, value in to_plain(regulation).items() if name not in {"groups", "articles", "examples"}}
    before = (RegulationRow.authority_id == owner, RegulationRow.valid_until.is_(None), RegulationRow.valid_from < regulation.valid_from)
    ends = regulation.valid_from - timedelta(days=1)
    session.execute(update(RegulationRow).where(*before).values(valid_until=ends, state="succeeded"))
    values = {
        "authority_id": owner, "title": regulation.title, "organ": regulation.organ, "decided_on": regulation.decided_on,
        "decision_number": regulation.decision, "published_on": regulation.published_on, "valid_from": regulation.valid_from,
        "valid_until": regulation.valid_until, "prices_by": regulation.prices_by, "state": "published", "header": header,
        "imported_at": now,
    }  # fmt: skip
    key = add(session, RegulationRow, **values)
    parts = [
        {"regulation_id": key, "sort": sort, "position": position, "code": code[:200], "terms": terms}
        for position, (sort, code, terms) in enumerate(_plain_parts(regulation))
    ]
    add_all(session, RegulationPart, parts)
    account = actor.account_id if actor else None
    records.audit(session, now, account, "regulation.import", ("regulation", key), owner, title=regulation.title)
    return key
