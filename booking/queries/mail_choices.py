"""The addresses at which somebody hears of the house, and how often each wants to hear what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.kinds import RoleName
from booking.rules.mailing import PACES, Family, Pace
from booking.rules.permissions import Actor
from models import Account, Authority, Borrower, MailChoice

READS_FOR = (RoleName.DESK, RoleName.ADMINISTRATOR)
OWN = (Family.SECURITY, Family.DECISIONS, Family.PROGRESS, Family.REMINDERS)
STAFF = (Family.ORDER,)
DESK = (Family.WORK, Family.DECISIONS, Family.ORDER)


@dataclass(slots=True)
class Address:
    """An address, of whom it is (one's own has no name), and the pace of each family that comes there."""

    address: str
    names: list[str] = field(default_factory=list)
    paces: dict[Family, Pace] = field(default_factory=dict)


def addresses_of(session: Session, actor: Actor) -> list[Address]:
    """One's own address first, then those of the borrowers one verifiedly acts for and of the authorities whose desk one mans. Three
    queries.
    """
    own = select(Account.email).where(Account.id == actor.account_id)
    of_borrowers = select(Borrower.email, Borrower.name).where(Borrower.id.in_(actor.borrowers), Borrower.email.is_not(None))
    of_desks = select(Authority.email, Authority.name).where(Authority.id.in_(actor.authorities(*READS_FOR)), Authority.email.is_not(None))
    found: defaultdict[str, tuple[list[str], set[Family]]] = defaultdict(lambda: ([], set()))
    for email in session.scalars(own):
        found[email][1].update(OWN + (STAFF if actor.roles else ()))
    for query, families in ((of_borrowers.order_by(Borrower.name), OWN[1:]), (of_desks.order_by(Authority.name), DESK)):
        for email, name in session.execute(query):
            found[email][0].append(name)
            found[email][1].update(families)
    chosen = choices(session, list(found))
    return [Address(email, names, _paces(families, chosen.get(email, {}))) for email, (names, families) in found.items()]


def choices(session: Session, addresses: list[str]) -> Mapping[str, Mapping[Family, Pace]]:
    """What these addresses chose, where that is not what is usual."""
    found: defaultdict[str, dict[Family, Pace]] = defaultdict(dict)
    query = select(MailChoice.address, MailChoice.family, MailChoice.pace).where(MailChoice.address.in_(addresses))
    for address, family, pace in session.execute(query) if addresses else ():
        found[address][Family(family)] = Pace(pace)
    return found


def is_off(session: Session, address: str, family: Family) -> bool:
    """True when an address wants no mails of a family."""
    return choices(session, [address]).get(address, {}).get(family) is Pace.OFF


def _paces(families: set[Family], chosen: Mapping[Family, Pace]) -> dict[Family, Pace]:
    return {family: chosen.get(family, PACES[family][0]) for family in Family if family in families}
