"""For whom a borrower asks what it passes on: an association, school or other service of its own municipality, by name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.borrowers import card_of, cards_of
from booking.rules.admission import Beneficiary, BorrowerCard
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import BorrowerKind
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from models import Borrower, Reservation

MOST = 300  # names that are suggested; any other is still recognised when it is typed


def beneficiary_named(
    session: Session, known: Catalogue, borrower: BorrowerCard, whom: int | str, now: datetime
) -> Beneficiary | None:
    """Who is meant by an id or a name; a name that no single borrower of the municipality has is somebody who is only named.

    None for the borrower itself. Nobody is recognised for who only claims to act for the borrower, and a resident never is. Raises NotFound
    for an id that is none of these.
    """
    named = " ".join(whom.split()) if isinstance(whom, str) else ""
    if isinstance(whom, str) and (not named or not borrower.verified):
        return Beneficiary(named) if named else None
    meant = or_(Borrower.name == named, func.lower(Borrower.name) == named.lower()) if named else Borrower.id == whom
    query = select(Borrower.id, Borrower.name, Borrower.kind).where(meant, _within(known, {borrower.home}, local(now).date())).limit(2)
    found = session.execute(query).all() if borrower.verified else []
    if not found and not named:
        raise NotFound("beneficiary_unknown", field="beneficiary")
    if len(found) != 1:
        return Beneficiary(named)
    key, name, kind = found[0]
    return Beneficiary(name, key, kind) if key != borrower.id else None


def beneficiary_of(session: Session, known: Catalogue, reservation: Reservation) -> Beneficiary | None:
    """For whom a reservation was asked, by the name of that day; no query where nobody else was named."""
    if not reservation.beneficiary:
        return None
    key = reservation.beneficiary_id
    return Beneficiary(reservation.beneficiary, key, card_of(session, known, key).kind if key else None)


def may_be_served(session: Session, known: Catalogue, borrowers: Collection[int], day: date) -> list[str] | None:
    """The names to suggest to who asks for one of these borrowers, None where none of them is a service of an authority: it alone is asked
    for whom it borrows.
    """
    services = [card for card in cards_of(session, known, borrowers).values() if card.kind == BorrowerKind.AUTHORITY]
    if not services:
        return None
    query = select(Borrower.name).where(_within(known, {card.home for card in services}, day), Borrower.kind != BorrowerKind.AUTHORITY)
    return list(session.scalars(query.distinct().order_by(Borrower.name).limit(MOST)))


def _within(known: Catalogue, homes: Collection[int], day: date) -> ColumnElement[bool]:
    """The borrowers of the municipalities of these homes, residents left out: their names are not for others to look up."""
    houses = {known.authorities[home].house(day) for home in homes}
    within = [card.id for card in known.authorities.values() if card.house(day) in houses]
    return Borrower.authority_id.in_(within) & (Borrower.kind != BorrowerKind.RESIDENT)
