"""One dossier with its reservation, fetched and authorised in one call."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, NotFound
from models import Borrower, Dossier, Reservation
from models.reservations import id_of


@dataclass(frozen=True, slots=True)
class FoundDossier:
    """What one authority decides of a reservation; `home` is the authority that the borrower belongs to."""

    dossier: Dossier
    reservation: Reservation
    home: int


def dossier_of(session: Session, actor: Actor, act: str, reference: str, authority: int) -> FoundDossier:
    """The dossier of an authority to which the actor may do `act`. Raises NotFound to strangers and NotAllowed to who may only look."""
    query = (
        select(Dossier, Reservation, Borrower.authority_id)
        .join(Reservation, Reservation.id == Dossier.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Reservation.id == (id_of(reference) or 0), Dossier.authority_id == authority)
    )
    found = session.execute(query).one_or_none()
    if found is None or found[1].reference != reference:
        raise NotFound()
    subject = {"borrower": found[1].borrower_id, "asked_by": found[1].account_id, "home": found[2]}
    if not may(actor, "reservation.read", authorities=(authority,), **subject):
        raise NotFound()
    if not may(actor, act, authorities=(authority,), **subject):
        raise NotAllowed()
    return FoundDossier(*found)
