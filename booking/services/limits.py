"""How often something may be tried: counted in the database, so over all processes and hosts together (TEST_PLAN T-63)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from booking.rules.refusals import TooMany
from booking.services.keys import sealed
from booking.services.transaction import transaction
from models import SignInAttempt

WINDOW = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Limit:
    """What is counted, and how often it may happen within WINDOW: by subject from one network, by subject, and from one network.

    Counting by subject and network together comes first and is the strictest: a stranger's tries do not lock the owner out elsewhere.
    """

    what: str
    both: int
    subject: int
    network: int


def count(session: Session, secret: bytes, limit: Limit, subject: str, address: str, now: datetime) -> int:
    """The id of this try. It is written and committed before it is counted, so that tries at the same moment see each other.

    Without an address, for who is signed in, it counts for its subject alone: many people's tries are not one network's.
    Raises TooMany, and then forgets the try: who waits is not made to wait longer.
    """
    place = network(address) if address else f"of {subject}"
    who, where = sealed(secret, limit.what, subject), sealed(secret, f"{limit.what}.network", place)
    attempt = SignInAttempt(at=now, email_hash=who, address_hash=where)
    with transaction(session):
        session.add(attempt)
        session.flush()
    recent = select(func.count()).select_from(SignInAttempt).where(SignInAttempt.at > now - WINDOW)
    by_subject, by_network = SignInAttempt.email_hash == who, SignInAttempt.address_hash == where
    counts = (
        (limit.both, recent.where(by_subject, by_network)),
        (limit.subject, recent.where(by_subject)),
        (limit.network, recent.where(by_network)),
    )
    if any(session.execute(query).scalar_one() > most for most, query in counts):
        forget(session, attempt.id)
        raise TooMany(minutes=int(WINDOW.total_seconds() // 60))
    return attempt.id


def forget(session: Session, attempt: int) -> None:
    """A try that does not count: it went well."""
    with transaction(session):
        session.execute(delete(SignInAttempt).where(SignInAttempt.id == attempt))


def tidy(session: Session, now: datetime) -> None:
    """Drop tries that no longer count."""
    with transaction(session):
        session.execute(delete(SignInAttempt).where(SignInAttempt.at <= now - WINDOW))


def network(address: str) -> str:
    """An IPv4 address, or the /64 an IPv6 one lies in, for a household has that many."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    return str(ip) if ip.version == 4 else str(ip_network((ip, 64), strict=False))
