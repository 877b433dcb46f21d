"""Terms of use of Ranst and of Zandhoven, a draft of each, and a contract for what the matrix asked of either."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.contracts import agreed_of
from booking.rules.periods import local
from booking.services import terms
from booking.services.terms import TermsSettings
from booking.words.contracts.paper import paper
from models import Contract, Dossier, Line, Reservation

if TYPE_CHECKING:
    from tests.web.world import World

TEXTS = {"nl": {"title": "Uitleenvoorwaarden", "body": "# Zorg\n\nMet **zorg** gebruiken:\n\n- proper;\n- volledig."}}
WRITERS = ((cast.ADMINISTRATOR_RANST, cast.RANST), ("koen@zandhoven.example", cast.ZANDHOVEN))
Pair = tuple[str, str]


def drafts(world: World, session: Session) -> Pair:
    """A draft of each."""
    made = [
        terms.begin(session, world.actor(email), cast.authority_id(session, nis), TermsSettings(TEXTS), now()) for email, nis in WRITERS
    ]
    return str(made[0]), str(made[1])


def versions(world: World, session: Session) -> Pair:
    """A version of each, from today."""
    made = [
        terms.publish(session, world.actor(email), int(draft), local(now()).date(), None, now())
        for draft, (email, _nis) in zip(drafts(world, session), WRITERS, strict=True)
    ]
    return str(made[0]), str(made[1])


def contracts(world: World, session: Session) -> Pair:
    """The first version of a contract for each of the two requests, as if they were confirmed."""
    for receipt in world.receipts:
        dossier = session.get_one(Dossier, min(receipt.dossiers.values()))
        reservation = session.get_one(Reservation, receipt.reservation_id)
        lines = list(session.scalars(select(Line).where(Line.dossier_id == dossier.id)))
        agreed = agreed_of(session, catalogue(session), dossier, reservation, lines, now())
        session.add(Contract(dossier_id=dossier.id, number=1, basis="0" * 64, data={"nl": paper(agreed, 1, "nl")}, made_at=now()))
    session.commit()
    return "1", "1"


PAPER_PAIRS: dict[str, Callable[[World, Session], Pair]] = {
    "draft of terms": drafts,
    "terms of use": versions,
    "version of a contract": contracts,
}
