"""Who works for an authority and hears by mail of what concerns it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from booking.rules.kinds import RoleName
from models import Account, Role


class Colleague(NamedTuple):
    """Somebody to whom a mail goes, and its language."""

    email: str
    language: str


def staff_of(session: Session, authorities: Collection[int], roles: Collection[RoleName], today: date) -> list[Colleague]:
    """Who holds one of these roles at one of these authorities today, each person once; nobody whose account is suspended."""
    query = (
        select(Account.email, Account.language)
        .join(Role, Role.account_id == Account.id)
        .where(Role.authority_id.in_(authorities), Role.name.in_(roles), Account.suspended_at.is_(None))
        .where(Role.valid_from <= today, or_(Role.valid_until.is_(None), Role.valid_until >= today))
        .distinct()
        .order_by(Account.email)
    )
    return [Colleague(*row) for row in session.execute(query)]
