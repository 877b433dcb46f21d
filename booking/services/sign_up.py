"""Signing up: what was filled in waits until whoever reads the mailbox types the code or follows the link; then there is an account."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from booking.rules.refusals import NotFound, Refused
from booking.services import claims, limits, mailed_keys, passwords, records
from booking.services.claims import Whom
from booking.services.sign_in import Caller, Door, open_visit
from booking.services.transaction import transaction
from models import Account, MailedKey

PURPOSE = "sign_up"
ASKS = limits.Limit(PURPOSE, both=5, subject=8, network=40)
CODES = limits.Limit("sign_up.code", both=20, subject=20, network=100)


@dataclass(frozen=True, slots=True)
class SignUp:
    """What a first visitor fills in; `next` is the page they came from."""

    name: str
    email: str
    password: str
    language: str
    whom: Whom
    next: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """Someone who just got in: the cookie's key, their address, and where they were going."""

    key: str
    email: str
    next: str


def ask(session: Session, door: Door, caller: Caller, wanted: SignUp, now: datetime) -> str:
    """Mail a code and a link; returns the handle with which this browser may type the code.

    A known address gets the same answer at the same price, and a mail that says so. Raises TooMany, and Refused for a weak password.
    """
    email = wanted.email.strip().lower()
    passwords.check(wanted.password, (email, wanted.name))
    limits.count(session, door.secret, ASKS, email, caller.address, now)
    kept = passwords.hashed(wanted.password, door.cost)
    known = session.scalar(select(exists().where(Account.email == email)))
    whom = wanted.whom
    details = {} if known else {
        "name": wanted.name, "password_hash": kept, "language": wanted.language, "next": wanted.next,
        "whom": [whom.borrower_id, whom.authority_id, whom.name, whom.kind],
    }  # fmt: skip
    with transaction(session):
        issued = mailed_keys.issue(session, door.secret, PURPOSE, email, now, details=details)
        _post(session, door, email, wanted.language, issued, now, known=bool(known))
    return issued.handle


def resend(session: Session, door: Door, caller: Caller, handle: str, language: str, now: datetime) -> None:
    """Mail another code and link; those of before end. Raises NotFound for a handle that ended, TooMany."""
    found = mailed_keys.find_by_handle(session, PURPOSE, handle, now)
    limits.count(session, door.secret, ASKS, found.email, caller.address, now)
    with transaction(session):
        issued = mailed_keys.issue_again(session, door.secret, found, handle, now)
        _post(session, door, found.email, language, issued, now, known=not found.details)


def email_of(session: Session, handle: str, now: datetime) -> str:
    """The address to which this browser's code was mailed. Raises NotFound."""
    return mailed_keys.find_by_handle(session, PURPOSE, handle, now).email


def confirm_by_code(session: Session, door: Door, caller: Caller, handle: str, code: str, now: datetime) -> Entered:
    """Make the account and sign this browser in. Raises NotFound, TooMany, and Refused when the code is wrong or dead."""
    found = mailed_keys.find_by_handle(session, PURPOSE, handle, now)
    limits.count(session, door.secret, CODES, found.email, caller.address, now)
    mailed_keys.check_code(session, door.secret, found, handle, code if found.details else "", now)
    return _enter(session, door, caller, found, now)


def confirm_by_link(session: Session, door: Door, caller: Caller, key: str, password: str, now: datetime) -> Entered:
    """Make the account and sign this browser in. Anybody can fill in another's address: whoever follows its link also gives the password.

    Raises NotFound when the link was used or is too old, TooMany, Refused `password_of_sign_up_wrong`.
    """
    found = mailed_keys.find(session, PURPOSE, key, now)
    if not found.details:
        raise NotFound("link_dead")
    limits.count(session, door.secret, CODES, found.email, caller.address, now)
    if not passwords.matches(found.details["password_hash"], password, door.cost):
        raise Refused("password_of_sign_up_wrong")
    return _enter(session, door, caller, found, now)


def is_waiting(session: Session, key: str, now: datetime) -> bool:
    """Whether a link still leads to an account."""
    try:
        return bool(mailed_keys.find(session, PURPOSE, key, now).details)
    except NotFound:
        return False


def _enter(session: Session, door: Door, caller: Caller, found: MailedKey, now: datetime) -> Entered:
    waiting = found.details
    if not waiting:
        raise NotFound("link_dead")
    account = Account(
        email=found.email, name=waiting["name"], password_hash=waiting["password_hash"], language=waiting["language"], created_at=now
    )
    with transaction(session):
        mailed_keys.use(session, found)
        session.add(account)
        try:
            session.flush()
        except IntegrityError as error:  # the address got an account meanwhile
            raise NotFound("link_dead") from error
        records.audit(session, now, account.id, "account.create", ("account", account.id))
        borrower_id, authority_id, name, kind = waiting["whom"]
        if borrower_id or authority_id:
            claims.act_for(session, account.id, Whom(borrower_id, authority_id, name, kind), now)
        key = open_visit(session, door, replace(caller, key=""), account.id, now)
    return Entered(key, found.email, waiting["next"])


def _post(session: Session, door: Door, email: str, language: str, issued: mailed_keys.Issued, now: datetime, *, known: bool) -> None:
    hidden = {"key": issued.key, "code": issued.code}
    records.post(session, now, [mailed_keys.letter(door.secret, "sign_up_known" if known else PURPOSE, email, language, hidden)])
