"""Signing in and out: a counted try, a password checked, a browser remembered by the hash of its key."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from booking.rules.refusals import NotFound, NotSignedIn
from booking.services import limits, records
from booking.services.keys import digest, new_key, sealed
from booking.services.passwords import Cost, hashed, matches, outdated
from booking.services.transaction import transaction
from models import Account, SecondFactor, SignIn

PASSWORD_TRIES = limits.Limit("email", both=10, subject=100, network=100)
LONGEST_VISIT = timedelta(days=14)
SEEN_EVERY = timedelta(minutes=10)
FACTOR_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Door:
    """How this installation's front door is set: its secret, the cost of a password, idle time, and whether demo accounts may enter."""

    secret: bytes
    cost: Cost
    idle: timedelta
    demo: bool


@dataclass(frozen=True, slots=True)
class Caller:
    """Where a try comes from: network address, browser, the key of its present cookie, and the proof that someone signed in here before."""

    address: str
    browser: str = ""
    key: str = ""
    known: str = ""


def sign_in(session: Session, door: Door, caller: Caller, email: str, password: str, now: datetime) -> str:
    """The new key for the browser's cookie; the old one dies. Raises TooMany before any hashing, NotSignedIn for whatever does not fit.

    With a second factor the key opens nothing yet but the page that asks for it.
    """
    email = email.strip().lower()
    attempt = limits.count(session, door.secret, PASSWORD_TRIES, _counted_as(door, caller, email), caller.address, now)
    account = session.execute(select(Account).where(Account.email == email)).scalar_one_or_none()
    known = matches(account.password_hash if account else None, password, door.cost)
    if not known or account is None or account.suspended_at or (account.demo and not door.demo):
        raise NotSignedIn("credentials_wrong")
    with transaction(session):
        limits.forget(session, attempt)
        if account.password_hash and outdated(account.password_hash, door.cost):
            account.password_hash = hashed(password, door.cost)
        awaited = session.scalar(select(exists().where(SecondFactor.account_id == account.id)))
        return open_visit(session, door, caller, account.id, now, factor="awaited" if awaited else "none")


def proof_of_device(door: Door, email: str, nonce: str) -> str:
    """What a browser keeps to show later that this account signed in from it; it opens nothing by itself."""
    return f"{nonce}.{sealed(door.secret, 'device', email.strip().lower(), nonce).hex()}"


def _counted_as(door: Door, caller: Caller, email: str) -> str:
    """A browser that its owner used before has tries of its own, so that nobody is locked out by the guesses of a whole botnet."""
    nonce = caller.known.partition(".")[0]
    ours = hmac.compare_digest(caller.known.encode(), proof_of_device(door, email, nonce).encode())
    return f"{email} {nonce}" if ours else email


def open_visit(session: Session, door: Door, caller: Caller, account_id: int, now: datetime, factor: str = "none") -> str:
    """A new key for this browser, in the transaction of whoever has just proved who they are. The key it came with dies."""
    key, waits = new_key(), factor == "awaited"
    session.execute(delete(SignIn).where(SignIn.key_hash == digest(caller.key)))
    session.add(
        SignIn(
            key_hash=digest(key), account_id=account_id, csrf=new_key(), created_at=now, seen_at=now, factor=factor,
            expires_at=now + (FACTOR_WITHIN if waits else min(door.idle, LONGEST_VISIT)),
            user_agent=caller.browser[:200], address=caller.address[:45],
        )
    )  # fmt: skip
    if not waits:
        records.audit(session, now, account_id, "account.sign_in", ("account", account_id))
    return key


def sign_out(session: Session, key: str) -> None:
    """Forget the browser with this key; a copy of its cookie opens nothing from now on."""
    with transaction(session):
        session.execute(delete(SignIn).where(SignIn.key_hash == digest(key)))


def sign_out_one(session: Session, account_id: int, visit_id: int) -> None:
    """Forget one browser of an account. Raises NotFound when it is not this account's."""
    with transaction(session):
        found = session.execute(delete(SignIn).where(SignIn.account_id == account_id, SignIn.id == visit_id))
    if not found.rowcount:  # type: ignore[attr-defined]
        raise NotFound()


def sign_out_everywhere(session: Session, account_id: int, *, except_visit: int | None = None) -> None:
    """Forget every browser of an account, but for the one that asks if it may stay."""
    with transaction(session):
        session.execute(delete(SignIn).where(SignIn.account_id == account_id, SignIn.id != (except_visit or 0)))


def seen(session: Session, visit_id: int, created_at: datetime, idle: timedelta, now: datetime, address: str | None = None) -> None:
    """Keep a visit alive for another idle time, within its longest life, and keep where it was seen."""
    until = min(now + idle, created_at + LONGEST_VISIT)
    values = {"seen_at": now, "expires_at": until, **({"address": address[:45]} if address else {})}
    with transaction(session):
        session.execute(update(SignIn).where(SignIn.id == visit_id).values(**values))


def tidy(session: Session, now: datetime) -> None:
    """Drop visits that expired and tries that no longer count."""
    with transaction(session):
        session.execute(delete(SignIn).where(SignIn.expires_at <= now))
        limits.tidy(session, now)
