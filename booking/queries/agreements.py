"""Agreements: who may read one, who its parties are and to whom of them a mail goes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.rules.kinds import RoleName
from booking.rules.permissions import Actor
from models import Account, Agreement, AgreementParty, Role


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


class Colleague(NamedTuple):
    """Somebody of an authority to whom a mail about its agreements goes."""

    email: str
    language: str


def staff_of(session: Session, authorities: Collection[int], today: date) -> list[Colleague]:
    """The administrators and the lending desks of these authorities today, each person once."""
    query = (
        select(Account.email, Account.language)
        .join(Role, Role.account_id == Account.id)
        .where(Role.authority_id.in_(authorities), Role.name.in_((RoleName.ADMINISTRATOR, RoleName.DESK)))
        .where(Role.valid_from <= today, or_(Role.valid_until.is_(None), Role.valid_until >= today))
        .distinct()
        .order_by(Account.email)
    )
    return [Colleague(*row) for row in session.execute(query)]
