"""What goes with a delivery on paper: both parties, each line with what is looked at, and the terms that hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.dossiers import FoundDossier, dossier_of
from booking.queries.handovers import all_to_look_at
from booking.queries.lines import periods_of
from booking.queries.terms import terms_of_dossier
from booking.rules.catalogue import AssetCard, Catalogue, DepotCard, TermsCard
from booking.rules.custody import Periods
from booking.rules.handovers import Asked
from booking.rules.kinds import Handover
from booking.rules.lifecycle import LineState
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from models import Account, Authority, Borrower, Line, Person

GOES = (LineState.APPROVED, LineState.HANDED_OVER, LineState.RETURNED, LineState.CLOSED)
"""The states of a line that goes, went or came back."""


@dataclass(frozen=True, slots=True)
class DeliveredLine:
    """A line as it is handed over: `asked` is what is looked at and counted, `brought` when the owner brings and fetches it."""

    number: int
    asset: AssetCard
    units: int
    periods: Periods
    depot: DepotCard
    brought: bool
    operator: str | None
    driver: str | None
    asked: list[Asked]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one owner lends of a reservation; `asked_by` is the name of who asked for it."""

    found: FoundDossier
    owner: Authority
    borrower: Borrower
    asked_by: str
    lines: list[DeliveredLine]
    terms: Sequence[TermsCard]


def delivery_of(session: Session, actor: Actor, reference: str, authority: int) -> Delivery:
    """What an authority lends of a reservation, for whoever may read that. Raises NotFound to strangers, and while nothing is approved."""
    found, known = dossier_of(session, actor, "reservation.read", reference, authority), catalogue(session)
    mine = select(Line).where(Line.dossier_id == found.dossier.id, Line.state.in_(GOES)).order_by(Line.number)
    lines = session.scalars(mine).all()
    if not lines:
        raise NotFound()
    named = {key for line in lines for key in (line.operator_id, line.driver_id) if key}
    names = dict(session.execute(select(Person.id, Person.name).where(Person.id.in_(named))).all())
    asked = all_to_look_at(session, known, [(known.assets[line.asset_id], line.units) for line in lines], authority)
    told = [_line(known, line, names, each) for line, each in zip(lines, asked, strict=True)]
    asked_by = session.scalars(select(Account.name).where(Account.id == found.reservation.account_id)).one()
    owner, borrower = session.get_one(Authority, authority), session.get_one(Borrower, found.reservation.borrower_id)
    return Delivery(found, owner, borrower, asked_by, told, terms_of_dossier(session, known, found.dossier, found.reservation))


def _line(known: Catalogue, line: Line, names: Mapping[int, str], asked: list[Asked]) -> DeliveredLine:
    card = known.assets[line.asset_id]
    return DeliveredLine(
        number=line.number,
        asset=card,
        units=line.units,
        periods=periods_of(line),
        depot=known.depot(card, local(line.custody_start).date()),
        brought=line.handover == Handover.DELIVERY and not card.in_place,
        operator=names.get(line.operator_id or 0),
        driver=names.get(line.driver_id or 0),
        asked=asked,
    )
