"""What people see of their own account, and administrators of the sign-in of their colleagues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from booking.rules.periods import local
from booking.rules.permissions import Actor, authorities_for
from models import Account, Authority, Borrower, Invitation, RecoveryCode, Role, SecondFactor, SignIn


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """Address, telephone, language; (authority name, role); borrowers (id, name, kind, whether verified); visits (id, seen_at, user_agent,
    address), newest first; since when there is a second factor, and how many paper codes remain."""

    email: str
    phone: str
    language: str
    roles: list[tuple[str, str]]
    borrowers: list[tuple[int, str, str, bool]]
    visits: Sequence[Row[Any]]
    factor_since: datetime | None
    paper_codes: int


def own_account(session: Session, actor: Actor, now: datetime) -> OwnAccount:
    """The actor's own account, with what is held today."""
    account = session.execute(select(Account.email, Account.phone, Account.language).where(Account.id == actor.account_id)).one()
    authorities = select(Authority.id, Authority.name).where(Authority.id.in_(actor.authorities()))
    borrowers = select(Borrower.id, Borrower.name, Borrower.kind).where(Borrower.id.in_(actor.borrowers | actor.claims))
    visits = select(SignIn.id, SignIn.seen_at, SignIn.user_agent, SignIn.address).where(SignIn.account_id == actor.account_id)
    visits = visits.where(SignIn.expires_at > now, SignIn.factor != "awaited").order_by(SignIn.seen_at.desc(), SignIn.id.desc())
    unused = select(func.count()).where(RecoveryCode.account_id == actor.account_id, RecoveryCode.used_at.is_(None))
    names = {row.id: row.name for row in session.execute(authorities)}
    return OwnAccount(
        email=account.email,
        phone=account.phone or "",
        language=account.language,
        roles=sorted((names[authority], str(role)) for authority, role in actor.roles),
        borrowers=[(*row, row.id in actor.borrowers) for row in session.execute(borrowers.order_by(Borrower.name))],
        visits=session.execute(visits).all(),
        factor_since=session.scalar(select(SecondFactor.created_at).where(SecondFactor.account_id == actor.account_id)),
        paper_codes=session.scalar(unused) or 0,
    )


def inviting(session: Session, actor: Actor) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """(id, name) of the authorities and of the borrowers that the actor may invite colleagues to; a steward, to every authority."""
    mine = select(Authority.id, Authority.name).order_by(Authority.name)
    if not actor.steward:
        mine = mine.where(Authority.id.in_(authorities_for(actor, "colleague.invite")))
    acted = select(Borrower.id, Borrower.name).where(Borrower.id.in_(actor.borrowers), Borrower.kind != "resident").order_by(Borrower.name)
    return [tuple(row) for row in session.execute(mine)], [tuple(row) for row in session.execute(acted)]


def open_invitations(session: Session, actor: Actor, now: datetime) -> Sequence[Row[Any]]:
    """What waits for an answer and the actor may withdraw: id, email, role, organisation, expires_at; the newest first."""
    authorities, borrowers = inviting(session, actor)
    theirs = Invitation.authority_id.in_([key for key, _ in authorities]) | Invitation.borrower_id.in_([key for key, _ in borrowers])
    open_now = (Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None), Invitation.expires_at > now)
    organisation = func.coalesce(Authority.name, Borrower.name).label("organisation")
    query = (
        select(Invitation.id, Invitation.email, Invitation.role, Invitation.expires_at, organisation)
        .outerjoin(Authority, Authority.id == Invitation.authority_id)
        .outerjoin(Borrower, Borrower.id == Invitation.borrower_id)
    )
    return session.execute(query.where(theirs, *open_now).order_by(Invitation.id.desc())).all()


def colleagues_with_factor(session: Session, actor: Actor, now: datetime) -> Sequence[Row[Any]]:
    """Colleagues whose second factor the actor may remove when a device is lost: id, name, email; by name.

    Never the actor's own; only a steward helps who works elsewhere as well.
    """
    today, mine = local(now).date(), authorities_for(actor, "colleague.reset_factor")
    held = (Role.valid_from <= today, Role.valid_until.is_(None) | (Role.valid_until >= today))
    here, elsewhere = (
        select(Role.account_id).where(condition, *held) for condition in (Role.authority_id.in_(mine), Role.authority_id.not_in(mine))
    )
    query = select(Account.id, Account.name, Account.email).join(SecondFactor, SecondFactor.account_id == Account.id)
    if not actor.steward:
        query = query.where(Account.id.in_(here), Account.id.not_in(elsewhere), Account.steward.is_(False))
    return session.execute(query.where(Account.id != actor.account_id).order_by(Account.name)).all()
