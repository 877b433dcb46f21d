"""Terms of use as people read them: the versions of an owner, those that a dossier asks for, and who accepted which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.borrowers import card_of
from booking.queries.catalogue import catalogue
from booking.rules.admission import BorrowerCard
from booking.rules.catalogue import Catalogue, TermsCard, is_own_service, terms_for
from booking.rules.lifecycle import CALLED_OFF
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from booking.rules.terms import Texts
from models import Account, Dossier, Line, Reservation, TermsAcceptance, TermsDraft, TermsEnd, TermsVersion

ACT = "terms.write"


@dataclass(frozen=True, slots=True)
class VersionView:
    """A published version as its page shows it; `last` is its last day, `ended_because` why it ended without a successor."""

    card: TermsCard
    texts: Texts
    published_at: datetime
    published_by: str | None
    succeeded_by: int | None
    ended_because: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who accepted a version, when and through which door."""

    version: int
    name: str
    door: str
    at: datetime


def versions_of(session: Session, authority: int) -> list[VersionView]:
    """Every version that an authority published, the one that begins last first. Raises NotFound for an unknown authority."""
    known = catalogue(session)
    if authority not in known.authorities:
        raise NotFound("authority_unknown")
    cards = {card.id: card for card in known.terms_of_use.get(authority, ())}
    rows = session.execute(
        select(TermsVersion.id, TermsVersion.texts, TermsVersion.published_at, TermsVersion.succeeds_id, Account.name, TermsEnd.reason)
        .outerjoin(Account, Account.id == TermsVersion.published_by_id)
        .outerjoin(TermsEnd, TermsEnd.version_id == TermsVersion.id)
        .where(TermsVersion.id.in_(cards))
    ).all()
    heirs = {row.succeeds_id: row.id for row in rows if row.succeeds_id}
    views = [VersionView(cards[r.id], r.texts, r.published_at, r.name, heirs.get(r.id), r.reason or "") for r in rows]
    return sorted(views, key=lambda view: (view.card.first, view.card.id), reverse=True)


def version_of(session: Session, version: int) -> VersionView:
    """One version. Raises NotFound."""
    authority = session.scalar(select(TermsVersion.authority_id).where(TermsVersion.id == version))
    found = versions_of(session, authority) if authority else []
    view = next((each for each in found if each.card.id == version), None)
    if view is None:
        raise NotFound("terms_unknown")
    return view


def draft_of(session: Session, actor: Actor, draft: int) -> TermsDraft:
    """A draft that the actor may write. Raises NotFound."""
    row = session.get(TermsDraft, draft)
    if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
        raise NotFound("terms_unknown")
    return row


def terms_of_dossier(session: Session, known: Catalogue, dossier: Dossier, reservation: Reservation) -> list[TermsCard]:
    """The terms that an owner asks to be accepted for the lines of a dossier that still count."""
    owner, booked = known.authorities[dossier.authority_id], local(reservation.created_at).date()
    borrower = card_of(session, known, reservation.borrower_id)
    lines = select(Line.asset_id).where(Line.dossier_id == dossier.id, Line.state.not_in(CALLED_OFF)).order_by(Line.number)
    return asked_for(known, owner.id, borrower, session.scalars(lines), booked)


def asked_for(known: Catalogue, owner: int, borrower: BorrowerCard, assets: Iterable[int], booked: date) -> list[TermsCard]:
    """The terms on which an owner lends these assets to a borrower that asks on a day, each once."""
    lender = known.authorities[owner]
    if is_own_service(lender, known.authorities[borrower.home], borrower.kind, booked):
        return []
    cards = (card for asset in assets for card in terms_for(known.terms_of_use, lender, known.assets[asset], booked))
    return list({card.id: card for card in cards}.values())


def acceptances_of(session: Session, dossiers: Collection[int]) -> Mapping[int, list[Acceptance]]:
    """What was accepted for each of these dossiers, in the order in which it was."""
    found: defaultdict[int, list[Acceptance]] = defaultdict(list)
    columns = (TermsAcceptance.dossier_id, TermsAcceptance.version_id, TermsAcceptance.name, TermsAcceptance.door, TermsAcceptance.at)
    query = select(*columns).where(TermsAcceptance.dossier_id.in_(dossiers)).order_by(TermsAcceptance.id)
    for dossier, *rest in session.execute(query):
        found[dossier].append(Acceptance(*rest))
    return found
