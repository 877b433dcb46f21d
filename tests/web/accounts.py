"""Pairs of things about accounts for the matrix: one of Ranst's people and one of Zandhoven's, made for this and used up by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.services import accounts
from booking.services.keys import digest, new_key
from models import Borrower, Invitation, Membership, SecondFactor, SignIn

ADMINISTRATOR_ZANDHOVEN = "koen@zandhoven.example"
PAIR = ((cast.RANST, cast.ORGANISER, cast.ADMINISTRATOR_RANST), (cast.ZANDHOVEN, cast.TEACHER_ZOERSEL, ADMINISTRATOR_ZANDHOVEN))


def own_organisation(session: Session, nis: str, member: str) -> str:
    """An organisation that somebody acts for, and may leave."""
    club = Borrower(kind="association", name=f"Club van {member}", authority_id=cast.authority_id(session, nis), created_at=now())
    session.add(club)
    session.flush()
    since = local(now()).date() - timedelta(days=9)
    session.add(Membership(account_id=cast.account_id(session, member), borrower_id=club.id, valid_from=since))
    return str(club.id)


def visit(session: Session, member: str) -> str:
    """Another browser of somebody."""
    dates = {"created_at": now(), "seen_at": now(), "expires_at": now() + timedelta(hours=1)}
    other = SignIn(key_hash=digest(new_key()), account_id=cast.account_id(session, member), csrf=new_key(), **dates)
    session.add(other)
    session.flush()
    return str(other.id)


def invitation(session: Session, nis: str, administrator: str) -> str:
    """Somebody is invited to a desk."""
    dates = {"created_at": now(), "expires_at": now() + timedelta(days=7)}
    asked = {"email": f"nieuw@{nis}.example", "authority_id": cast.authority_id(session, nis), "role": RoleName.DESK}
    made = Invitation(key_hash=digest(new_key()), **asked, **dates, invited_by_id=cast.account_id(session, administrator))
    session.add(made)
    session.flush()
    return str(made.id)


def colleague(session: Session, nis: str) -> str:
    """Somebody of the technical service who signs in with two steps."""
    roles = [(cast.authority_id(session, nis), RoleName.TECHNICIAN)]
    made = accounts.create_user(session, f"kees@{nis}.example", "Kees", "zeven zonnige zebras", now(), roles=roles, cost=(1, 8, 1))
    session.add(SecondFactor(account_id=made, secret="locked", created_at=now()))
    return str(made)


def pair(make: Callable[..., str], *which: int) -> Callable[[Any, Session], tuple[str, ...]]:
    """Ranst's and Zandhoven's, from these columns of PAIR."""

    def made(_world: Any, session: Session) -> tuple[str, ...]:
        keys = tuple(make(session, *(row[column] for column in which)) for row in PAIR)
        session.commit()
        return keys

    return made


PAIRS = {
    "own organisation": pair(own_organisation, 0, 1),
    "visit": pair(visit, 1),
    "invitation": pair(invitation, 0, 2),
    "colleague": pair(colleague, 0),
}
