"""How often an address hears what: chosen on a page of one's own, or by the link at the foot of a mail, which is its own proof."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from booking.queries.ledger import is_sqlite
from booking.queries.mail_choices import addresses_of
from booking.rules.mailing import CHOSEN, PACES, Family, Pace, essential
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import records, vault
from booking.services.transaction import transaction
from models import MailChoice

PURPOSE = "mail_choice"
PLACE = "/berichten"


def choose(session: Session, actor: Actor, address: str, chosen: Mapping[Family, Pace], now: datetime) -> None:
    """Keep how often an address of the actor's wants each family. Raises NotFound for an address that is not theirs, Refused
    `mail_essential` for switching off what cannot be.
    """
    if address not in {each.address for each in addresses_of(session, actor)}:
        raise NotFound()
    with transaction(session):
        for family, pace in chosen.items():
            keep(session, address, family, pace, now)
        told = {str(family): str(pace) for family, pace in chosen.items()}
        records.audit(session, now, actor.account_id, "mail.choose", ("account", actor.account_id or 0), **told)


def keep(session: Session, address: str, family: Family, pace: Pace, now: datetime) -> None:
    """One choice; the usual one is no row, and of two at the same moment the later counts. Raises Refused `mail_essential`."""
    if family not in CHOSEN or pace not in PACES[family]:
        raise Refused("mail_essential")
    with transaction(session):
        session.execute(delete(MailChoice).where(MailChoice.address == address, MailChoice.family == family))
        if pace is not PACES[family][0]:
            insert = sqlite.insert if is_sqlite(session) else postgresql.insert
            row = insert(MailChoice).values(address=address, family=family, pace=pace, changed_at=now)
            session.execute(row.on_conflict_do_update(index_elements=["address", "family"], set_={"pace": pace, "changed_at": now}))


def stop_address(secret: bytes, address: str, family: Family) -> str:
    """The path of the page that switches a family off for an address: who holds it got such a mail, and needs to prove no more."""
    return f"{PLACE}/{vault.lock(secret, PURPOSE, json.dumps([address, family]))}"


def named(secret: bytes, key: str) -> tuple[str, Family]:
    """The address and family that a link of a mail names. Raises NotFound for one that is not ours."""
    try:
        address, family = json.loads(vault.unlock(secret, PURPOSE, key))
    except (vault.Locked, ValueError) as error:
        raise NotFound("link_dead") from error
    if essential(Family(family)):
        raise NotFound("link_dead")
    return address, Family(family)


def stop(session: Session, secret: bytes, key: str, now: datetime, *, again: bool = False) -> None:
    """Switch off what a link names, or let it come `again`. Safe to repeat. Raises NotFound."""
    address, family = named(secret, key)
    keep(session, address, family, PACES[family][0] if again else Pace.OFF, now)
