"""What opens a page and cannot be asked for: keys that come by mail, and a visit that still waits for its second step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.rules.kinds import RoleName
from booking.rules.mailing import Family
from booking.services import mail_choices, mailed_keys
from booking.services.keys import digest, new_key
from booking.web.extensions import db
from models import CatalogueImport, Invitation, SignIn
from tests.support.server import SECRET
from tests.web import access_comparison
from tests.web.world import World

NEWCOMER = "nieuw@lindekapel.example"


def mailed(session: Session, purpose: str, account: str | None = None) -> mailed_keys.Issued:
    """A key as the product mails it."""
    account_id = cast.account_id(session, account) if account else None
    details = {"name": "Nieuw Voorbeeld", "email": NEWCOMER}
    issued = mailed_keys.issue(session, SECRET.encode(), purpose, account or NEWCOMER, now(), account_id, details)
    session.commit()
    return issued


def invited(session: Session) -> str:
    """The key of an invitation to work for Ranst's desk."""
    key = new_key()
    inviter, ranst = cast.account_id(session, cast.ADMINISTRATOR_RANST), cast.authority_id(session, cast.RANST)
    dates = {"created_at": now(), "expires_at": now() + timedelta(days=7)}
    asked = {"email": NEWCOMER, "authority_id": ranst, "role": RoleName.DESK, "invited_by_id": inviter}
    session.add(Invitation(key_hash=digest(key), **asked, **dates))
    session.commit()
    return key


def halfway(world: World) -> str:
    """The key of a browser in which the password was right and the code of the app is awaited."""
    key = new_key()
    with world.app.app_context():
        session = db.session()
        account = cast.account_id(session, cast.TEACHER_ZOERSEL)
        dates = {"created_at": now(), "seen_at": now(), "expires_at": now() + timedelta(hours=1)}
        session.add(SignIn(key_hash=digest(key), account_id=account, csrf=new_key(), factor="awaited", **dates))
        session.commit()
    return key


def under_way(session: Session) -> str:
    """An uploaded list that is being carried out; nobody carries it out here."""
    account, ranst = cast.account_id(session, cast.ADMINISTRATOR_RANST), cast.authority_id(session, cast.RANST)
    row = CatalogueImport(
        account_id=account, authority_id=ranst, filename="materiaal.xlsx", content={}, state="running", total=240, done=96,
        created_at=now(), moved_at=now(),
    )  # fmt: skip
    session.add(row)
    session.commit()
    return str(row.id)


KEYS: dict[str, Callable[[Session], str]] = {
    "sign-up handle": lambda session: mailed(session, "sign_up").handle,
    "sign-up key": lambda session: mailed(session, "sign_up").key,
    "reset key": lambda session: mailed(session, "reset", cast.ORGANISER).key,
    "new address key": lambda session: mailed(session, "new_email", cast.ORGANISER).key,
    "kept address key": lambda session: mailed(session, "keep_email", cast.ORGANISER).key,
    "invitation key": invited,
    "mail choice key": lambda _session: mail_choices.stop_address(SECRET.encode(), NEWCOMER, Family.REMINDERS).rpartition("/")[2],
    "import under way": under_way,
    "simulation under way": access_comparison.under_way,
    "simulation failed": access_comparison.failed,
    "simulation done": access_comparison.answered,
}
