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
from booking.services.accounts import create_user
from booking.services.administration.authorities import AuthoritySettings, create_authority
from booking.services.keys import sealed
from booking.services.passwords import OWASP_MINIMUM, Cost
from booking.services.rows import add_all
from booking.services.transaction import transaction
from models import Role

# Whoever sets up a municipality alone does all of its work until colleagues come.
FIRST_ROLES = (RoleName.ADMINISTRATOR, RoleName.DESK, RoleName.TECHNICIAN, RoleName.TARIFFS)


def start_code(secret: bytes) -> str:
    """Eight letters and figures that `flask init` shows to whoever runs the machine; they open the set-up while there is no account."""
    letters = b32encode(sealed(secret, "start", "first administrator")).decode()[:8]
    return f"{letters[:4]}-{letters[4:]}"


def first_administrator(
    session: Session, secret: bytes, code: str, email: str, name: str, password: str, now: datetime, *, cost: Cost = OWASP_MINIMUM
) -> int:
    """The id of the first account, which administers the installation.

    Raises Refused `start_over` when there is an account already, `start_code_wrong`, and what create_user raises.
    """
    if not untouched(session):
        raise Refused("start_over")
    if not hmac.compare_digest(_plain(code), _plain(start_code(secret))):
        raise Refused("start_code_wrong", field="code")
    return create_user(session, email, name, password, now, steward=True, cost=cost)


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
