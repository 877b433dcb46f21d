"""Agreements: who may read one, and who its parties are."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.rules.permissions import Actor
from models import Agreement, AgreementParty


def parties_of(session: Session, agreement: int) -> list[int]:
    """The authorities that an agreement names."""
    return list(session.scalars(select(AgreementParty.authority_id).where(AgreementParty.agreement_id == agreement)))


def visible(actor: Actor) -> ColumnElement[bool]:
    """Agreements of which one of the actor's authorities is a party; until it is put forward only for who drafts it."""
    mine = exists().where(AgreementParty.agreement_id == Agreement.id, within(AgreementParty.authority_id, actor, "agreement.read"))
    drafted = within(Agreement.initiator_id, actor, "agreement.draft")
    return or_(and_(mine, ~Agreement.draft, Agreement.withdrawn_on.is_(None)), drafted)


def may_read(session: Session, actor: Actor, agreement: int, _now: datetime) -> bool:
    """True for who sees this agreement."""
    return session.scalar(select(Agreement.id).where(Agreement.id == agreement, visible(actor))) is not None


def may_read_party(session: Session, actor: Actor, party: int, now: datetime) -> bool:
    """True for who sees the agreement of a party, by the id of its row: the decisions of the others are for all of them to read."""
    agreement = session.scalar(select(AgreementParty.agreement_id).where(AgreementParty.id == party))
    return agreement is not None and may_read(session, actor, agreement, now)


def version_number(session: Session, agreement: int) -> int:
    """How manieth version of an agreement it is, from 1."""
    older: dict[int, int | None] = dict(session.execute(select(Agreement.id, Agreement.succeeds_id)).all())
    number, at = 1, older.get(agreement)
    while at is not None:
        number, at = number + 1, older.get(at)
    return number
