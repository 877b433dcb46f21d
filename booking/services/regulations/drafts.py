"""Drafts of a regulation: begun, saved as a whole and thrown away, without anybody's work getting lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from booking.queries.regulations import stored_plain
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.rules.regulations import fresh, parts_touched
from booking.services import records
from booking.services.administration.changes import ChangedMeanwhile
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Authority, RegulationDraft, RegulationRow

Plain = Mapping[str, Any]

LARGEST = 300_000
"""Bytes of a draft as JSON: as much as a file may hold."""

_LISTS = ("groups", "articles", "examples")


def start(
    session: Session, actor: Actor | None, authority_id: int, plain: Plain | None, now: datetime, succeeds_id: int | None = None
) -> int:
    """Begin a draft with a plain object of the shape of `to_plain`, finished or not; returns its id. `actor` None is the command line.

    With `succeeds_id` it is meant to take that one's place; without `plain` it then begins as its copy, the decision left out.
    Raises NotFound for an authority that is not the actor's or an earlier regulation that is not its, published; Refused
    `regulation_misshapen`, `regulation_too_large`.
    """
    with transaction(session):
        owner = session.get(Authority, authority_id)
        earlier = earlier_of(session, authority_id, succeeds_id) if succeeds_id else None
        if owner is None or not _writes(actor, authority_id):
            raise NotFound()
        content = fresh(stored_plain(session, earlier.id)) if plain is None and earlier else dict(plain or {})
        content = _shaped({**content, "owner": owner.nis or owner.name})
        values = {
            "authority_id": authority_id, "title": _title(content), "organ": "", "decided_on": None, "decision_number": "",
            "published_on": None, "valid_from": None, "valid_until": None, "prices_by": "use", "state": "draft", "header": {},
            "imported_at": now, "succeeds_id": succeeds_id,
        }  # fmt: skip
        key = add(session, RegulationRow, **values)
        session.add(RegulationDraft(regulation_id=key, plain=content, edits=0, saved_at=now))
        session.flush()
        records.audit(session, now, account_of(actor), "regulation.start", ("regulation", key), authority_id, title=_title(content))
        return key


def save(session: Session, actor: Actor | None, regulation_id: int, plain: Plain, seen: int, now: datetime) -> int:
    """Keep the whole content of a draft as it is on the screen; returns the new edit counter. A proven one is a draft again.

    Nothing that differs is nothing done. Raises NotFound for what is no draft of the actor's, ChangedMeanwhile (`changed_meanwhile`) when
    it was saved since `seen`, Refused `regulation_misshapen`, `regulation_too_large`.
    """
    with transaction(session):
        row, draft = writable(session, actor, regulation_id)
        content = _shaped({**plain, "owner": draft.plain["owner"]})
        touched = parts_touched(draft.plain, content)
        if draft.edits != seen:
            raise ChangedMeanwhile("regulation", regulation_id)
        if content == draft.plain:
            return seen
        mine = update(RegulationDraft).where(RegulationDraft.regulation_id == regulation_id, RegulationDraft.edits == seen)
        if session.execute(mine.values(plain=content, edits=seen + 1, saved_at=now)).rowcount != 1:  # type: ignore[attr-defined]
            raise ChangedMeanwhile("regulation", regulation_id)
        row.title, row.state = _title(content), "draft"
        session.flush()
        records.audit(session, now, account_of(actor), "regulation.save", ("regulation", regulation_id), row.authority_id, touched=touched)
        return seen + 1


def discard(session: Session, actor: Actor | None, regulation_id: int, now: datetime) -> None:
    """Throw a draft away. Raises NotFound for what is no draft of the actor's."""
    with transaction(session):
        row, _ = writable(session, actor, regulation_id)
        authority, title = row.authority_id, row.title
        session.execute(delete(RegulationDraft).where(RegulationDraft.regulation_id == regulation_id))
        session.execute(delete(RegulationRow).where(RegulationRow.id == regulation_id))
        records.audit(session, now, account_of(actor), "regulation.discard", ("regulation", regulation_id), authority, title=title)


def writable(session: Session, actor: Actor | None, regulation_id: int) -> tuple[RegulationRow, RegulationDraft]:
    """The rows of a draft that the actor may write, as they are now. Raises NotFound."""
    row = session.get(RegulationRow, regulation_id, populate_existing=True, with_for_update=True)
    draft = session.get(RegulationDraft, regulation_id, populate_existing=True)
    if row is None or draft is None or not _writes(actor, row.authority_id):
        raise NotFound()
    return row, draft


def earlier_of(session: Session, authority: int, key: int) -> RegulationRow:
    """The published regulation of an authority whose place another is to take. Raises NotFound, also for another authority's."""
    row = session.get(RegulationRow, key)
    if row is None or row.authority_id != authority or row.state in ("draft", "proven"):
        raise NotFound()
    return row


def _writes(actor: Actor | None, authority: int) -> bool:
    return actor is None or may(actor, "regulation.write", authorities=(authority,))


def account_of(actor: Actor | None) -> int | None:
    """Who is written down; nobody for the command line."""
    return actor.account_id if actor else None


def _title(plain: Plain) -> str:
    return str(plain.get("title") or "")[:200]


def _shaped(plain: dict[str, Any]) -> dict[str, Any]:
    """The plain object with its three lists. Raises Refused when it is of another shape, however unfinished it may be."""
    content = {**plain, **{name: plain.get(name) or [] for name in _LISTS}}
    lists = [content[name] for name in _LISTS]
    if not all(isinstance(each, list) and all(isinstance(part, dict) for part in each) for each in lists):
        raise Refused("regulation_misshapen")
    try:
        size = len(json.dumps(content, allow_nan=False, ensure_ascii=False).encode())
    except (RecursionError, TypeError, ValueError) as error:  # no JSON, or half a letter (a lone surrogate)
        raise Refused("regulation_misshapen") from error
    if "\\u0000" in json.dumps(content):  # which PostgreSQL keeps in no text
        raise Refused("regulation_misshapen")
    if size > LARGEST:
        raise Refused("regulation_too_large", most=LARGEST, found=size)
    return content
