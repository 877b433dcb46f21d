"""Services that go with a line: the desk adds or takes away what the owner offers, and the price follows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.queries.lines import pending
from booking.rules.lifecycle import BEFORE_USE, IllegalMove, Party
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from booking.rules.tariffs.asked import offered_extras
from booking.services.reservations.common import locked, notify, requote
from booking.services.transaction import transaction
from models import Line


def set_extras(session: Session, actor: Actor, reference: str, number: int, now: datetime, taken: Mapping[str, Decimal]) -> None:
    """From now on the line takes these services of its owner and no others; its dossier has a new price, which the borrower accepts.

    Nothing changes where nothing differs. Raises IllegalMove once it was handed over or while a change waits, NotFound `extra_unknown` for
    what the owner does not offer with it, NotAllowed.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.decide", reference, number, now)
        if found.state not in BEFORE_USE or pending(session, found.line.id):
            raise IllegalMove(found.state, found.state, Party.DESK)
        line, asset = found.line, known.assets[found.line.asset_id]
        owner, day = known.authorities[found.dossier.authority_id], local(line.use_start).date()
        card = known.regulation(owner, asset.category, asset.code, day, local(found.reservation.created_at).date())
        offered = {extra.name for extra in offered_extras(card.prepared, asset.category, asset.code)} if card else set()
        if unknown := sorted(taken.keys() - offered):
            raise NotFound("extra_unknown", name=unknown[0])
        others = {name: amount for name, amount in line.amounts.items() if name not in offered}
        measures = {**others, **{name: amount for name, amount in taken.items() if amount}}
        if measures == line.amounts:
            return
        kept = {name: str(amount) for name, amount in measures.items()} or None
        session.execute(update(Line).where(Line.id == line.id).values(measures=kept, version=Line.version + 1))
        session.expire(line)
        requote(session, known, found, now, None)
        notify(session, known, found, "extras", actor, now)
