"""A new installation becomes somebody's: its first administrator, and the first municipality with what that administrator may do for it."""

from __future__ import annotations

import hmac
from base64 import b32encode
from datetime import datetime

from sqlalchemy.orm import Session

from booking.queries.start import untouched
from booking.rules.kinds import AuthorityKind, RoleName
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import limits
from booking.services.accounts import create_user
from booking.services.administration.authorities import AuthoritySettings, create_authority
from booking.services.administration.categories import take_all_into_use
from booking.services.keys import sealed
from booking.services.rows import add_all
from booking.services.sign_in import Caller, Door
from booking.services.transaction import transaction
from models import Role

CODES = limits.Limit("start.code", both=10, subject=100, network=10)

# Whoever sets up a municipality alone does all of its work until colleagues come.
FIRST_ROLES = (RoleName.ADMINISTRATOR, RoleName.DESK, RoleName.TECHNICIAN, RoleName.TARIFFS)


def start_code(secret: bytes) -> str:
    """Eight letters and figures that `flask init` shows to whoever runs the machine; they open the set-up while it is untouched."""
    letters = b32encode(sealed(secret, "start", "first administrator")).decode()[:8]
    return f"{letters[:4]}-{letters[4:]}"


def first_administrator(
    session: Session, door: Door, caller: Caller, code: str, email: str, name: str, password: str, now: datetime
) -> int:
    """The id of the first account, which administers the installation; every category that the product knows is then in use.

    Raises Refused `start_over` when somebody administers it already, `start_code_wrong`, TooMany for who guesses, and what create_user
    raises.
    """
    if not untouched(session):
        raise Refused("start_over")
    attempt = limits.count(session, door.secret, CODES, "first administrator", caller.address, now)
    if not hmac.compare_digest(_plain(code), _plain(start_code(door.secret))):
        raise Refused("start_code_wrong", field="code")
    limits.forget(session, attempt)
    with transaction(session):
        key = create_user(session, email, name, password, now, steward=True, cost=door.cost)
        take_all_into_use(session, Actor(key, name, steward=True), now)
    return key


def first_municipality(session: Session, actor: Actor, name: str, nis: str, email: str, now: datetime) -> int:
    """The id of a new municipality that the actor administers and works for. Raises NotAllowed, Refused `nis_taken`."""
    with transaction(session):
        key = create_authority(session, actor, AuthoritySettings(AuthorityKind.MUNICIPALITY, name, nis=nis, email=email or None), now)
        held = {"account_id": actor.account_id, "authority_id": key, "valid_from": local(now).date()}
        add_all(session, Role, [{**held, "name": role} for role in FIRST_ROLES])
        return key


def _plain(code: str) -> bytes:
    """A code as people type it: with or without its dash, in small letters, with the figures they took for letters."""
    return "".join(code.split()).replace("-", "").upper().replace("0", "O").replace("1", "I").replace("8", "B").encode()
