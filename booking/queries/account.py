"""What a person sees of their own account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor
from models import Account, Authority, Borrower, SignIn


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """E-mail address, (authority name, role), (borrower name, whether verified) and visits (id, seen_at, user_agent), newest first."""

    email: str
    roles: list[tuple[str, str]]
    borrowers: list[tuple[str, bool]]
    visits: Sequence[Row[Any]]


def own_account(session: Session, actor: Actor, now: datetime) -> OwnAccount:
    """The actor's own account, with what is held today."""
    email = session.execute(select(Account.email).where(Account.id == actor.account_id)).scalar_one()
    authorities = select(Authority.id, Authority.name).where(Authority.id.in_(actor.authorities()))
    borrowers = select(Borrower.id, Borrower.name).where(Borrower.id.in_(actor.borrowers | actor.claims)).order_by(Borrower.name)
    visits = select(SignIn.id, SignIn.seen_at, SignIn.user_agent).where(SignIn.account_id == actor.account_id, SignIn.expires_at > now)
    names = {row.id: row.name for row in session.execute(authorities)}
    return OwnAccount(
        email=email,
        roles=sorted((names[authority], str(role)) for authority, role in actor.roles),
        borrowers=[(name, borrower in actor.borrowers) for borrower, name in session.execute(borrowers)],
        visits=session.execute(visits.order_by(SignIn.seen_at.desc())).all(),
    )
