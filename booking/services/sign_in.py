"""Signing in and out: a counted try, a password checked, a browser remembered by the hash of its key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from booking.rules.refusals import NotSignedIn, TooMany
from booking.services.keys import digest, new_key, sealed
from booking.services.passwords import Cost, hashed, matches, outdated
from booking.services.transaction import transaction
from models import Account, Audit, SignIn, SignInAttempt

WINDOW = timedelta(minutes=15)
FAILURES_PER_ACCOUNT_AND_ADDRESS = 10  # counted together, so that a stranger's tries do not lock out the owner elsewhere
FAILURES_PER_ACCOUNT = 100
FAILURES_PER_ADDRESS = 100
LONGEST_VISIT = timedelta(days=14)
SEEN_EVERY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Door:
    """How this installation's front door is set: its secret, the cost of a password, idle time, and whether demo accounts may enter."""

    secret: bytes
    cost: Cost
    idle: timedelta
    demo: bool


@dataclass(frozen=True, slots=True)
class Caller:
    """Where a try comes from: network address, browser, and the key of its present cookie if it has one."""

    address: str
    browser: str = ""
    key: str = ""


def sign_in(session: Session, door: Door, caller: Caller, email: str, password: str, now: datetime) -> str:
    """The new key for the browser's cookie; the old one dies. Raises TooMany before any hashing, NotSignedIn for whatever does not fit."""
    email = email.strip().lower()
    attempt = _counted(session, door, caller, email, now)
    account = session.execute(select(Account).where(Account.email == email)).scalar_one_or_none()
    known = matches(account.password_hash if account else None, password, door.cost)
    if not known or account is None or account.suspended_at or (account.demo and not door.demo):
        raise NotSignedIn("credentials_wrong")
    key = new_key()
    with transaction(session):
        session.execute(delete(SignInAttempt).where(SignInAttempt.id == attempt))
        session.execute(delete(SignIn).where(SignIn.key_hash == digest(caller.key)))
        if account.password_hash and outdated(account.password_hash, door.cost):
            account.password_hash = hashed(password, door.cost)
        session.add(_visit(account.id, key, caller, door, now))
        session.add(Audit(at=now, account_id=account.id, act="account.sign_in", subject="account", subject_id=account.id, details={}))
    return key


def sign_out(session: Session, key: str) -> None:
    """Forget the browser with this key; a copy of its cookie opens nothing from now on."""
    with transaction(session):
        session.execute(delete(SignIn).where(SignIn.key_hash == digest(key)))


def sign_out_everywhere(session: Session, account_id: int, *, except_visit: int | None = None) -> None:
    """Forget every browser of an account, but for the one that asks if it may stay."""
    with transaction(session):
        session.execute(delete(SignIn).where(SignIn.account_id == account_id, SignIn.id != (except_visit or 0)))


def seen(session: Session, visit_id: int, created_at: datetime, idle: timedelta, now: datetime) -> None:
    """Keep a visit alive for another idle time, within its longest life."""
    until = min(now + idle, created_at + LONGEST_VISIT)
    with transaction(session):
        session.execute(update(SignIn).where(SignIn.id == visit_id).values(seen_at=now, expires_at=until))


def tidy(session: Session, now: datetime) -> None:
    """Drop visits that expired and tries that no longer count."""
    with transaction(session):
        session.execute(delete(SignIn).where(SignIn.expires_at <= now))
        session.execute(delete(SignInAttempt).where(SignInAttempt.at <= now - WINDOW))


def _visit(account_id: int, key: str, caller: Caller, door: Door, now: datetime) -> SignIn:
    return SignIn(
        key_hash=digest(key),
        account_id=account_id,
        csrf=new_key(),
        created_at=now,
        seen_at=now,
        expires_at=now + min(door.idle, LONGEST_VISIT),
        user_agent=caller.browser[:200],
    )


def _counted(session: Session, door: Door, caller: Caller, email: str, now: datetime) -> int:
    """The id of this try's row. It is written and committed before it is counted, so that tries at the same moment see each other."""
    who, where = sealed(door.secret, "email", email), sealed(door.secret, "address", _network(caller.address))
    attempt = SignInAttempt(at=now, email_hash=who, address_hash=where)
    with transaction(session):
        session.add(attempt)
        session.flush()
    recent = select(func.count()).select_from(SignInAttempt).where(SignInAttempt.at > now - WINDOW)
    by_account, by_address = SignInAttempt.email_hash == who, SignInAttempt.address_hash == where
    limits = (
        (FAILURES_PER_ACCOUNT_AND_ADDRESS, recent.where(by_account, by_address)),
        (FAILURES_PER_ACCOUNT, recent.where(by_account)),
        (FAILURES_PER_ADDRESS, recent.where(by_address)),
    )
    if any(session.execute(count).scalar_one() > limit for limit, count in limits):
        with transaction(session):
            session.execute(delete(SignInAttempt).where(SignInAttempt.id == attempt.id))
        raise TooMany(minutes=int(WINDOW.total_seconds() // 60))
    return attempt.id


def _network(address: str) -> str:
    """An IPv4 address, or the /64 an IPv6 one lies in, for a household has that many."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    return str(ip) if ip.version == 4 else str(ip_network((ip, 64), strict=False))
