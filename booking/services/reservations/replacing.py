"""A promise that could not be kept gives way, at no cost for its borrower, once what stands instead of it is certain."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.lines import Standing, pending
from booking.rules.catalogue import Catalogue
from booking.rules.lifecycle import MOVES, LineState, Party
from booking.rules.permissions import Actor
from booking.services import records
from booking.services.reservations.amendments import close
from booking.services.reservations.common import move, requote, stop
from models import Conflict, ConflictOffer, Dossier, Line, QuotaUse, Reservation


def give_way(session: Session, known: Catalogue, found: Standing, now: datetime) -> None:
    """Its owner said yes to a line that the borrower chose instead of another: that one is called off and its conflict is settled.

    What is lent already stays so until it is brought back. The leaves of both assets are locked. Nothing for any other line.
    """
    if found.line.instead_of_id is None:
        return
    query = select(ConflictOffer).where(ConflictOffer.line_id == found.line.id, ConflictOffer.state == "chosen")
    offer = session.scalars(query).one_or_none()
    if offer is None:
        return
    old = standing_of(session, found.line.instead_of_id)
    if Party.BORROWER in MOVES.get((old.state, LineState.CANCELLED), ()):
        call_off_freely(session, known, old, offer.answered_by_id, now)
    values = {"resolution": "replaced", "resolved_at": now, "resolved_by_id": offer.answered_by_id, "note": offer.note}
    session.execute(update(Conflict).where(Conflict.id == offer.conflict_id, Conflict.resolution.is_(None)).values(**values))


def call_off_freely(session: Session, known: Catalogue, found: Standing, account: int | None, now: datetime, reason: str = "") -> None:
    """The borrower calls off what could not be kept: nothing is due, and its quota comes back however late it is."""
    change = pending(session, found.line.id)
    if change is not None:
        close(session, change, "withdrawn", Actor(account_id=account), now)
    move(session, found, LineState.CANCELLED, Party.BORROWER, account, now, reason)
    feeds = stop(session, found, now)
    mine = (QuotaUse.line_id == found.line.id, QuotaUse.returned_at.is_(None))
    session.execute(update(QuotaUse).where(*mine).values(returned_at=now))
    requote(session, known, found, now, account)
    owner = known.authorities[found.dossier.authority_id]
    payload = {"reference": found.reservation.reference, "number": found.line.number, "reason": reason, "owner": owner.name}
    records.mail(session, now, "line_cancel", [owner.email], payload, owner.language)
    records.audit(session, now, account, "line.cancel", ("line", found.line.id), owner.id, reason=reason)
    records.raise_versions(session, feeds)


def standing_of(session: Session, line_id: int) -> Standing:
    """A line by its id, with its dossier and reservation, read afresh."""
    query = select(Line, Dossier, Reservation).join(Dossier, Dossier.id == Line.dossier_id)
    query = query.join(Reservation, Reservation.id == Line.reservation_id).where(Line.id == line_id)
    return Standing(*session.execute(query.execution_options(populate_existing=True)).one())
