"""Before an agreement ends its parties are told, by the steps of the ladder: each step once, however often the job runs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.catalogue.pacts import pacts
from booking.rules.agreements import Cause, Pact, step_due
from booking.rules.periods import local
from booking.services.administration.agreements.common import tell_parties
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Agreement, AgreementReminder


def remind(session: Session, now: datetime) -> int:
    """Tell the parties of each agreement that ends by its term or by exits; returns how many parties were told.

    A step that was missed while nobody ran is not told any more: the one that stands today is. An end that moves begins its ladder anew.
    """
    today = local(now).date()
    with transaction(session):
        told = {tuple(row) for row in session.execute(_TOLD)}
        names = {key: card.name for key, card in catalogue(session).authorities.items()}
        count = 0
        for key, pact in pacts(session).items():
            step = _step(pact, now)
            if step is None or pact.ending is None:
                continue
            last, cause = pact.ending
            due = {bond.authority for bond in pact.bonds if (spell := pact.spell(bond)) and spell[1] == last}
            due -= {authority for authority in due if (key, authority, last, step) in told}
            if not due:
                continue
            row = session.get_one(Agreement, key)
            for authority in sorted(due):
                add(session, AgreementReminder, agreement_id=key, authority_id=authority, last=last, step=step, sent_at=now)
            days = (last - today).days
            left = ", ".join(sorted(names[bond.authority] for bond in pact.bonds if bond.leaves_on)) if cause is Cause.EXIT else None
            tell_parties(session, "agreement_ends", row, now, only=due, day=last.isoformat(), days=days, party=left)
            count += len(due)
    return count


_TOLD = select(AgreementReminder.agreement_id, AgreementReminder.authority_id, AgreementReminder.last, AgreementReminder.step)


def _step(pact: Pact, now: datetime) -> str | None:
    """The step of its ladder that stands today; None for one that binds nobody or gives way to a newer version."""
    if pact.begins is None or pact.ending is None or pact.ending[1] is Cause.SUCCESSOR:
        return None
    return step_due(pact.ending[0], local(now).date())
