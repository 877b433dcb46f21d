"""One regulation as its page shows it: its decision, its annex, its proof, what was answered, and how it came to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.regulations.lists import PREPARED
from booking.queries.regulations.stored import published_beside, stored_plain
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from booking.rules.regulations import Doubt, Proof, Standing, doubts, proof_of, standing
from booking.rules.tariffs import Regulation
from models import Account, Audit, Authority, RegulationDraft, RegulationRow

Neighbour = tuple[int, str, date | None]
"""Another version: its id, title and first day."""


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that was done with a regulation: when, by whom (None for a program), which act, and which parts it touched."""

    at: datetime
    who: str | None
    act: str
    touched: dict[str, list[str]]
    reason: str


@dataclass(frozen=True, slots=True)
class RegulationPage:
    """`edits` is the counter of a draft, None when it is published; `last` may be earlier than the regulation itself says."""

    id: int
    authority: int
    owner: str
    title: str
    standing: Standing
    first: date | None
    last: date | None
    writes: bool
    edits: int | None
    plain: dict[str, Any]
    proof: Proof
    succeeds: Neighbour | None
    succeeded_by: Neighbour | None
    history: tuple[Happened, ...]

    @property
    def published(self) -> bool:
        """True for what is in force, was, or will be."""
        return self.standing not in PREPARED


def regulation_page(session: Session, actor: Actor, regulation_id: int, today: date) -> RegulationPage:
    """The page of a regulation. Raises NotFound for what is not public yet and not the actor's to write."""
    row = readable(session, actor, regulation_id, today)
    draft = session.get(RegulationDraft, regulation_id)
    plain = stored_plain(session, regulation_id)
    writes = may(actor, "regulation.write", authorities=(row.authority_id,))
    later = select(RegulationRow).where(RegulationRow.succeeds_id == row.id, RegulationRow.state.in_(("published", "succeeded")))
    following = session.scalars(later.order_by(RegulationRow.id)).first()
    before = session.get(RegulationRow, row.succeeds_id) if row.succeeds_id else None
    following, before = (each if each and (writes or _is_public(each, today)) else None for each in (following, before))
    return RegulationPage(
        row.id, row.authority_id, session.scalar(select(Authority.name).where(Authority.id == row.authority_id)) or "", row.title,
        standing(row.state, row.valid_from, row.valid_until, today), row.valid_from, row.valid_until, writes,
        draft.edits if draft else None, plain, proof_of(plain), _neighbour(before), _neighbour(following),
        tuple(_history(session, regulation_id)) if writes else (),
    )  # fmt: skip


def readable(session: Session, actor: Actor, regulation_id: int, today: date) -> RegulationRow:
    """The row of a regulation that is public, or the actor's to write. Raises NotFound."""
    row = session.get(RegulationRow, regulation_id)
    if row is None:
        raise NotFound()
    if not (_is_public(row, today) or may(actor, "regulation.write", authorities=(row.authority_id,))):
        raise NotFound()
    return row


def doubts_about(session: Session, regulation_id: int, regulation: Regulation) -> list[Doubt]:
    """Everything to be answered about a draft with these definitive days, answered or not."""
    row = session.get(RegulationRow, regulation_id)
    return doubts(regulation, published_beside(session, row, regulation.valid_from)) if row else []


def versions_of(session: Session, actor: Actor, authority: int, today: date) -> list[RegulationRow]:
    """The regulations of an owner that the actor may read, the latest first: what a version can be laid beside."""
    writes = may(actor, "regulation.write", authorities=(authority,))
    rows = session.scalars(select(RegulationRow).where(RegulationRow.authority_id == authority).order_by(RegulationRow.id.desc()))
    return [row for row in rows if writes or _is_public(row, today)]


def _is_public(row: RegulationRow, today: date) -> bool:
    """From the day of its publication on everybody may read it, and know that it is there."""
    return row.state in ("published", "succeeded") and (row.published_on is None or row.published_on <= today)


def _neighbour(row: RegulationRow | None) -> Neighbour | None:
    return (row.id, row.title, row.valid_from) if row else None


def _history(session: Session, regulation_id: int, most: int = 100) -> list[Happened]:
    query = (
        select(Audit.at, Account.name, Audit.act, Audit.details)
        .outerjoin(Account, Account.id == Audit.account_id)
        .where(Audit.subject == "regulation", Audit.subject_id == regulation_id)
        .order_by(Audit.at.desc(), Audit.id.desc())
        .limit(most)
    )
    return [
        Happened(at, who, act, details.get("touched") or {}, "; ".join(details.get("reasons") or filter(None, [details.get("reason")])))
        for at, who, act, details in session.execute(query)
    ]
