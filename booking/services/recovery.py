"""A forgotten password: a link by mail, good for one hour and one use."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from booking.rules.refusals import NotFound
from booking.services import limits, mailed_keys, passwords, records
from booking.services.sign_in import Caller, Door, open_visit, sign_out_everywhere
from booking.services.sign_up import Entered
from booking.services.transaction import transaction
from models import Account, SecondFactor

PURPOSE = "reset"
ASKS = limits.Limit(PURPOSE, both=3, subject=6, network=40)


def ask(session: Session, door: Door, caller: Caller, email: str, language: str, now: datetime) -> None:
    """Mail a link. An address without an account gets a mail that says so: the answer and its price are the same. Raises TooMany."""
    email = email.strip().lower()
    limits.count(session, door.secret, ASKS, email, caller.address, now)
    account = session.scalars(select(Account).where(Account.email == email, Account.suspended_at.is_(None))).one_or_none()
    if account and account.demo and not door.demo:
        account = None
    with transaction(session):
        issued = mailed_keys.issue(session, door.secret, PURPOSE, email, now, account.id if account else None)
        event, spoken = (PURPOSE, account.language) if account else ("reset_unknown", language)
        records.post(session, now, [mailed_keys.letter(door.secret, event, email, spoken, {"key": issued.key})])


def owner(session: Session, key: str, now: datetime) -> Account:
    """Whose password this link changes. Raises NotFound when it was used, is too old, or the address changed since."""
    found = mailed_keys.find(session, PURPOSE, key, now)
    account = session.get(Account, found.account_id or 0)
    if account is None or account.suspended_at or account.email != found.email:
        raise NotFound("link_dead")
    return account


def reset(session: Session, door: Door, caller: Caller, key: str, password: str, now: datetime) -> Entered:
    """Set a new password, end every visit, and sign this browser in (as far as its second factor). Raises NotFound, Refused."""
    account = owner(session, key, now)
    passwords.check(password, (account.email, account.name))
    kept = passwords.hashed(password, door.cost)
    with transaction(session):
        mailed_keys.use(session, mailed_keys.find(session, PURPOSE, key, now))
        mailed_keys.void(session, account.id, PURPOSE, "new_email")
        account.password_hash = kept
        sign_out_everywhere(session, account.id)
        records.audit(session, now, account.id, "account.reset_password", ("account", account.id))
        records.mail(session, now, "password_changed", [account.email], {}, account.language)
        awaited = session.scalar(select(exists().where(SecondFactor.account_id == account.id)))
        visit = open_visit(session, door, caller, account.id, now, factor="awaited" if awaited else "none")
    return Entered(visit, account.email, "")
