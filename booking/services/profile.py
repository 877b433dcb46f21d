"""What people change about themselves: name, telephone, language, address, password; and how they leave."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from booking.rules.kinds import BorrowerKind, RoleName
from booking.rules.lifecycle import ENDED
from booking.rules.periods import local
from booking.rules.refusals import NotFound, Refused
from booking.services import limits, mailed_keys, passwords, records, tasks
from booking.services.roles import keep_one
from booking.services.sign_in import Door, sign_out_everywhere
from booking.services.transaction import transaction
from models import (
    Account,
    ApiToken,
    Authority,
    Borrower,
    Feed,
    Line,
    MailChoice,
    MailedKey,
    Membership,
    Outbox,
    RecoveryCode,
    Reservation,
    Role,
    SecondFactor,
    Task,
)  # fmt: skip

PASSWORDS = limits.Limit("account.password", both=10, subject=10, network=100)
ADDRESSES = limits.Limit("account.email", both=5, subject=5, network=100)
NAMELESS = "–"


def change(session: Session, account_id: int, name: str, phone: str, language: str, now: datetime) -> None:
    """Another name, telephone number or language; the borrower that someone is as a resident goes by the same name."""
    with transaction(session):
        before = session.execute(select(Account.name, Account.phone).where(Account.id == account_id)).one()
        session.execute(update(Account).where(Account.id == account_id).values(name=name, phone=phone or None, language=language))
        oneself = _oneself(session, account_id)
        session.execute(update(Borrower).where(Borrower.id.in_(oneself)).values(name=name, phone=phone or None))
        records.audit(session, now, account_id, "account.change", ("account", account_id))
        if tuple(before) != (name, phone or None):
            _retell(session, account_id, oneself, now)


def prove(session: Session, door: Door, account_id: int, password: str, now: datetime) -> Account:
    """The account, for whoever also knows its password. Raises TooMany before any hashing, Refused `password_wrong`."""
    attempt = limits.count(session, door.secret, PASSWORDS, str(account_id), "", now)
    account = session.get_one(Account, account_id)
    if not passwords.matches(account.password_hash, password, door.cost):
        raise Refused("password_wrong")
    limits.forget(session, attempt)
    return account


def change_password(session: Session, door: Door, account_id: int, old: str, new: str, now: datetime, *, stay: int | None = None) -> None:
    """Set a new password; every browser but the visit `stay` must sign in again, and mailed links end. Raises Refused, TooMany."""
    account = prove(session, door, account_id, old, now)
    passwords.check(new, (account.email, account.name))
    kept = passwords.hashed(new, door.cost)
    with transaction(session):
        account.password_hash = kept
        mailed_keys.void(session, account_id, "reset")
        sign_out_everywhere(session, account_id, except_visit=stay)
        records.mail(session, now, "password_changed", [account.email], {}, account.language)
        records.audit(session, now, account_id, "account.change_password", ("account", account_id))


def ask_email(session: Session, door: Door, account_id: int, password: str, email: str, now: datetime) -> None:
    """Mail a link to the new address, and one to the old with which the change can be stopped or undone for a week.

    An address that belongs to somebody else gets a mail that says so; the answer is the same. Raises Refused, TooMany.
    """
    account, email = prove(session, door, account_id, password, now), email.strip().lower()
    limits.count(session, door.secret, ADDRESSES, str(account_id), "", now)
    taken = session.scalar(select(exists().where(Account.email == email)))
    with transaction(session):
        mailed_keys.void(session, account.id, "new_email")
        new = mailed_keys.issue(session, door.secret, "new_email", email, now, account.id)
        old = mailed_keys.issue(session, door.secret, "keep_email", account.email, now, account.id)
        event = "sign_up_known" if taken else "new_email"
        told = [
            mailed_keys.letter(door.secret, event, email, account.language, {"key": new.key}),
            mailed_keys.letter(door.secret, "keep_email", account.email, account.language, {"key": old.key}, new_email=email),
        ]
        records.post(session, now, told)
        records.audit(session, now, account.id, "account.ask_email", ("account", account.id))


def awaits_email(session: Session, purpose: str, key: str, now: datetime) -> MailedKey:
    """What a link about an address is about. Raises NotFound when it ended."""
    return mailed_keys.find(session, purpose, key, now)


def confirm_email(session: Session, key: str, now: datetime) -> None:
    """The new address counts from now on; links to the old one set no password any more. Raises NotFound when it is taken."""
    found = mailed_keys.find(session, "new_email", key, now)
    with transaction(session):
        mailed_keys.use(session, found)
        _move(session, session.get_one(Account, found.account_id), found.email, now)


def keep_email(session: Session, door: Door, key: str, now: datetime) -> str:
    """Whoever reads the old mailbox says no: the address is as it was and nobody is signed in. Returns a key to choose a password with.

    What was mailed to addresses before this one stays good: whoever took the account over cannot take the way back from its owner.
    """
    found = mailed_keys.find(session, "keep_email", key, now)
    with transaction(session):
        mailed_keys.use(session, found)
        account = session.get_one(Account, found.account_id)
        if account.email != found.email:
            _move(session, account, found.email, now)
        mailed_keys.void(session, account.id, "new_email", "reset")
        mailed_keys.void_since(session, found)
        sign_out_everywhere(session, account.id)
        return mailed_keys.issue(session, door.secret, "reset", account.email, now, account.id).key


def _move(session: Session, account: Account, email: str, now: datetime) -> None:
    oneself = _oneself(session, account.id)
    session.execute(update(Borrower).where(Borrower.id.in_(oneself), Borrower.email == account.email).values(email=email))
    mailed_keys.void(session, account.id, "reset", "new_email")
    account.email = email
    try:
        session.flush()
    except IntegrityError as error:
        raise NotFound("link_dead") from error
    records.audit(session, now, account.id, "account.change_email", ("account", account.id))
    records.raise_versions(session, tasks.retell(session, now, Task.borrower_id.in_(oneself)))


def close(session: Session, door: Door, account_id: int, password: str, now: datetime) -> None:
    """End an account and forget who it was; what was lent and decided stays, without a name.

    GDPR art. 17 with 17(3)(b): the loans are the owners' administration and are kept without the person. Raises Refused, also while a loan
    of one's own still runs.
    """
    account = prove(session, door, account_id, password, now)
    oneself = _oneself(session, account_id)
    running = select(Line.id).join(Reservation, Reservation.id == Line.reservation_id)
    if oneself and session.scalar(running.where(Reservation.borrower_id.in_(oneself), Line.state.not_in(ENDED)).limit(1)):
        raise Refused("loans_running")
    with transaction(session):
        _leave_nobody_alone(session, account, now)
        sign_out_everywhere(session, account_id)
        for table in (MailedKey, SecondFactor, RecoveryCode, ApiToken, Feed):
            session.execute(delete(table).where(table.account_id == account_id))
        for relation in (Role, Membership):
            held = or_(relation.valid_until.is_(None), relation.valid_until >= local(now).date())
            last = local(now).date() - timedelta(days=1)
            session.execute(update(relation).where(relation.account_id == account_id, held).values(valid_until=last))
        session.execute(delete(Outbox).where(Outbox.recipient == account.email))
        session.execute(delete(MailChoice).where(MailChoice.address == account.email))
        nobody = {"email": f"{account_id}@closed.invalid", "name": NAMELESS, "phone": None}
        session.execute(update(Borrower).where(Borrower.id.in_(oneself)).values(name=NAMELESS, email=None, phone=None))
        session.execute(update(Account).where(Account.id == account_id).values(**nobody, password_hash=None, suspended_at=now))
        records.audit(session, now, account_id, "account.close", ("account", account_id))
        _retell(session, account_id, oneself, now)


def _leave_nobody_alone(session: Session, account: Account, now: datetime) -> None:
    """One at a time, so that the last two do not leave together. Raises Refused `last_administrator`, `last_steward`."""
    today = local(now).date()
    stewards = select(Account.id).where(Account.steward, Account.suspended_at.is_(None)).order_by(Account.id).with_for_update()
    if account.steward and set(session.scalars(stewards)) == {account.id}:
        raise Refused("last_steward")
    mine = select(Role).where(Role.account_id == account.id, Role.name == RoleName.ADMINISTRATOR).order_by(Role.authority_id)
    for role in session.scalars(mine).all():
        if role.holds_on(today):
            session.execute(select(Authority.id).where(Authority.id == role.authority_id).with_for_update())
            keep_one(session, role, today - timedelta(days=1))


def _retell(session: Session, account_id: int, oneself: Collection[int], now: datetime) -> None:
    """The crews' calendars give another name or number of somebody, as who asked and as who borrows."""
    feeds = tasks.retell(session, now, tasks.asked_by(account_id), Task.borrower_id.in_(oneself))
    records.raise_versions(session, feeds)


def _oneself(session: Session, account_id: int) -> list[int]:
    """The borrowers that this account is, as a resident, and nobody else acts for."""
    others = select(Membership.borrower_id).where(Membership.account_id != account_id)
    mine = select(Membership.borrower_id).join(Borrower, Borrower.id == Membership.borrower_id)
    query = mine.where(Membership.account_id == account_id, Borrower.kind == BorrowerKind.RESIDENT, Borrower.id.not_in(others))
    return list(session.scalars(query))
