"""Accepting terms of use: with the request, or later for what was asked; who, when and which version is kept for ever."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.dossiers import dossier_of
from booking.queries.terms import terms_of_dossier
from booking.rules.admission import Facts
from booking.rules.permissions import Actor
from booking.rules.refusals import NotSignedIn, Refused
from booking.rules.terms import AcceptedBy
from booking.services import records
from booking.services.rows import add_all
from booking.services.transaction import transaction
from models import TermsAcceptance


def accept_with_request(session: Session, actor: Actor, dossier: int, lines: Iterable[Facts], door: AcceptedBy, now: datetime) -> None:
    """Keep which terms of an owner were accepted with a request; nothing where none were. Within the caller's transaction."""
    accepted = {card.id for facts in lines for card in facts.terms if facts.accepted and card.id in facts.accepted}
    _keep(session, actor, dossier, accepted, door, now)


def accept(session: Session, actor: Actor, reference: str, authority: int, versions: Collection[int], now: datetime) -> None:
    """A member of the borrower, or who asked, accepts terms of an owner for what was asked already. Accepting twice changes nothing.

    Raises NotFound, NotAllowed, Refused `terms_not_asked` for versions that this owner does not ask to be accepted for it.
    """
    with transaction(session):
        found = dossier_of(session, actor, "terms.accept", reference, authority)
        asked = {card.id for card in terms_of_dossier(session, catalogue(session), found.dossier, found.reservation)}
        if not asked.issuperset(versions):
            raise Refused("terms_not_asked")
        known = set(session.scalars(select(TermsAcceptance.version_id).where(TermsAcceptance.dossier_id == found.dossier.id)))
        new = set(versions) - known
        _keep(session, actor, found.dossier.id, new, AcceptedBy.SCREEN, now)
        if new:
            subject = ("reservation", found.reservation.id)
            records.audit(session, now, actor.account_id, "terms.accept", subject, authority, terms=sorted(new))


def _keep(session: Session, actor: Actor, dossier: int, versions: Collection[int], door: AcceptedBy, now: datetime) -> None:
    if not versions:
        return
    if actor.account_id is None:
        raise NotSignedIn()
    who = {"account_id": actor.account_id, "name": actor.name, "door": door, "at": now}
    add_all(session, TermsAcceptance, [{"dossier_id": dossier, "version_id": version, **who} for version in sorted(versions)])
