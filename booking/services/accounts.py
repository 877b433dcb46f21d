"""Accounts as the command line makes them, and their tokens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.rules.refusals import NotFound, Refused
from booking.services import passwords
from booking.services.keys import digest, new_token
from booking.services.passwords import OWASP_MINIMUM, Cost, hashed
from booking.services.transaction import transaction
from models import Account, ApiToken, Audit, Authority, Role


def create_user(
    session: Session,
    email: str,
    name: str,
    password: str,
    now: datetime,
    *,
    steward: bool = False,
    roles: Iterable[tuple[int, RoleName]] = (),
    cost: Cost = OWASP_MINIMUM,
) -> int:
    """The id of a new account, with its roles (authority id, name) from today on. Raises Refused when the e-mail has an account already."""
    passwords.check(password)
    account = Account(email=email.strip().lower(), name=name, password_hash=hashed(password, cost), steward=steward, created_at=now)
    with transaction(session):
        session.add(account)
        try:
            session.flush()
        except IntegrityError as error:
            raise Refused("email_taken", email=account.email) from error
        for authority_id, role in roles:
            session.add(Role(account_id=account.id, authority_id=authority_id, name=role, valid_from=local(now).date()))
        session.add(_audit("account.create", account.id, account.id, now))
    return account.id


def create_token(session: Session, email: str, now: datetime, name: str = "API") -> str:
    """A new bearer token of this account, shown only here. Raises NotFound for an unknown e-mail."""
    account_id = session.execute(select(Account.id).where(Account.email == email.strip().lower())).scalar_one_or_none()
    if account_id is None:
        raise NotFound("account_unknown", email=email)
    token = new_token()
    with transaction(session):
        session.add(ApiToken(token_hash=digest(token), account_id=account_id, name=name, created_at=now))
        session.add(_audit("token.create", account_id, account_id, now))
    return token


def get_authority(session: Session, name: str) -> int:
    """The id of the authority with this NIS code, name or id. Raises NotFound."""
    named = (Authority.nis == name) | (Authority.name == name)
    found = session.execute(select(Authority.id).where(named | (Authority.id == int(name)) if name.isdecimal() else named)).scalars().all()
    if len(found) != 1:
        raise NotFound("authority_unknown", authority=name)
    return found[0]


def _audit(act: str, account_id: int, subject_id: int, now: datetime) -> Audit:
    return Audit(at=now, account_id=account_id, act=act, subject="account", subject_id=subject_id, details={})
