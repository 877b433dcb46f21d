"""Who sees a proof, who hands it in and who judges it.

A borrower's members hand in and see what it holds; an authority's administrators do so for its services. The desk of an owner judges what
is of a borrower of its own municipality or of one that asked something of it, and sees no other but those of its own services. Nobody
judges what is its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from booking.queries.held import named_today
from booking.rules.kinds import BorrowerKind
from booking.rules.periods import local
from booking.rules.permissions import Actor, authorities_for, may
from models import Borrower, Dossier, PersonBorrower, Policy, Qualification, Reservation


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose proof it is: these borrowers', or an authority's for all its services."""

    borrowers: frozenset[int] = frozenset()
    authority: int | None = None


def may_declare(actor: Actor, holder: Holder) -> bool:
    """May the actor hand in proofs for this holder, and correct, renew and end them?"""
    if holder.authority is not None:
        return may(actor, "proof.declare", authorities=(holder.authority,))
    return any(may(actor, "proof.declare", borrower=borrower) for borrower in holder.borrowers)


def judging(session: Session, actor: Actor, holder: Holder) -> frozenset[int]:
    """The authorities for which the actor may judge the holder's proofs: those that lend to it, or are its municipality."""
    mine = authorities_for(actor, "proof.verify")
    if not mine:
        return frozenset()
    lent = select(Dossier.authority_id).where(Dossier.authority_id.in_(mine), asked_by(holder)).distinct()
    return frozenset(session.scalars(lent)) | (_homes(session, holder) & mine)


def asked_by(holder: Holder) -> ColumnElement[bool]:
    """That a dossier was asked by the holder; of an authority: by one of its services, of another."""
    asked = select(Reservation.id).join(Borrower, Borrower.id == Reservation.borrower_id)
    if holder.authority is not None:
        services = asked.where(Borrower.kind == BorrowerKind.AUTHORITY, Borrower.authority_id == holder.authority)
        return Dossier.reservation_id.in_(services) & (Dossier.authority_id != holder.authority)
    foreign = or_(Borrower.kind != BorrowerKind.AUTHORITY, Borrower.authority_id != Dossier.authority_id)
    return Dossier.reservation_id.in_(asked.where(Borrower.id.in_(holder.borrowers), foreign).correlate(Dossier))


def _homes(session: Session, holder: Holder) -> frozenset[int]:
    """The municipalities of the holder, but for services: these are the municipality itself."""
    query = select(Borrower.authority_id).where(Borrower.id.in_(holder.borrowers), Borrower.kind != BorrowerKind.AUTHORITY)
    return frozenset(session.scalars(query)) if holder.borrowers else frozenset()


def holder_of_policy(row: Policy) -> Holder:
    """Whose policy it is."""
    return Holder(frozenset({row.borrower_id} if row.borrower_id else ()), row.authority_id)


def holder_of_person(session: Session, person: int, today: date) -> Holder:
    """Who names this person today."""
    named = select(PersonBorrower.borrower_id).where(PersonBorrower.person_id == person, named_today(today))
    return Holder(frozenset(session.scalars(named)))


def may_read_policy(session: Session, actor: Actor, policy: int, _now: datetime) -> bool:
    """May the actor see a policy and its certificate?"""
    row = session.get(Policy, policy)
    return row is not None and sees(session, actor, holder_of_policy(row))


def may_read_qualification(session: Session, actor: Actor, qualification: int, now: datetime) -> bool:
    """May the actor see what a person holds, its number and its document?"""
    person = session.scalar(select(Qualification.person_id).where(Qualification.id == qualification))
    return person is not None and sees(session, actor, holder_of_person(session, person, local(now).date()))


def sees(session: Session, actor: Actor, holder: Holder) -> bool:
    """May the actor see what is of this holder: as who hands it in, who judges it, or as the desk of its own municipality?"""
    if may_declare(actor, holder) or judging(session, actor, holder):
        return True
    homes = session.scalars(select(Borrower.authority_id).where(Borrower.id.in_(holder.borrowers))) if holder.borrowers else ()
    return may(actor, "proof.read", authorities={*homes, *((holder.authority,) if holder.authority else ())})
