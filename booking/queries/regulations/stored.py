"""Regulations as they are kept in rows, back as the plain object or the values that price."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from booking.rules.regulations import read
from booking.rules.tariffs import Regulation, from_plain
from models import RegulationDraft, RegulationPart, RegulationRow

Plain = dict[str, Any]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody works on: `plain` may be unfinished, `edits` is what `services.regulations.save` wants to hear as `seen`."""

    id: int
    authority: int
    state: str
    plain: Plain
    edits: int
    saved_at: datetime
    succeeds: int | None


def draft_of(session: Session, actor: Actor, regulation_id: int) -> Draft:
    """A draft or proven draft that the actor may write. Raises NotFound, also for what is published or another authority's."""
    row, draft = session.get(RegulationRow, regulation_id), session.get(RegulationDraft, regulation_id)
    if row is None or draft is None or not may(actor, "regulation.write", authorities=(row.authority_id,)):
        raise NotFound()
    return Draft(row.id, row.authority_id, row.state, draft.plain, draft.edits, draft.saved_at, row.succeeds_id)


def stored_plain(session: Session, regulation_id: int) -> Plain:
    """The regulation with that id as `to_plain` gives it; a draft as it was last saved. Raises NotFound."""
    row = session.get(RegulationRow, regulation_id)
    if row is None:
        raise NotFound()
    if row.state in ("draft", "proven"):
        return dict(session.get_one(RegulationDraft, regulation_id).plain)
    parts = session.execute(
        select(RegulationPart.sort, RegulationPart.terms)
        .where(RegulationPart.regulation_id == regulation_id)
        .order_by(RegulationPart.sort, RegulationPart.position)
    )
    plain: Plain = {**row.header, "groups": [], "articles": [], "examples": []}
    for sort, terms in parts:
        plain[f"{sort}s"].append(terms)
    return plain


def stored_regulation(session: Session, regulation_id: int) -> Regulation:
    """The regulation with that id. Raises NotFound, and TariffError for a draft that is too unfinished to be read."""
    plain = stored_plain(session, regulation_id)
    row = session.get(RegulationRow, regulation_id)
    return read(plain) if row and row.state in ("draft", "proven") else from_plain(plain)


def published_beside(session: Session, row: RegulationRow, first: date) -> list[Regulation]:
    """The other regulations that the owner of a draft has published, the one that it succeeds as it will be: ended before `first`."""
    query = select(RegulationRow).where(
        RegulationRow.authority_id == row.authority_id, RegulationRow.id != row.id, RegulationRow.state.in_(("published", "succeeded"))
    )
    found = []
    for other in session.scalars(query.order_by(RegulationRow.id)):
        last = other.valid_until
        if other.id == row.succeeds_id and (last is None or last >= first):
            last = max(first, date.min + DAY) - DAY
        found.append(replace(stored_regulation(session, other.id), valid_until=last))
    return found
