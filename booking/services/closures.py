"""Closing a place for some days: nothing new is handed over there, and what was promised is known to its desk."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.closures import FOREVER, facts_of
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import Catalogue, DepotCard
from booking.rules.lifecycle import FIRM
from booking.rules.periods import Period, day_period, local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import records
from booking.services.incidents import end_fact, record_closure
from booking.services.rows import add
from booking.services.transaction import transaction
from models import ClosedDays, Dossier, Line, Reservation
from models.reservations import reference_of


def close_place(session: Session, actor: Actor, depot_id: int, first: date, last: date | None, reason: str, now: datetime) -> list[int]:
    """Close a depot or a hall's building from one Brussels date up to and including another (None: until somebody opens it again).

    Returns the ids of the facts recorded.

    From now on nobody can be handed anything there on those days. A hall cannot be used either: each hall in the building gets a closure
    and each line that it hits a conflict. Equipment of a depot may still be lent over those days; the desk of each firm line whose
    hand-over or return falls in them gets a mail. Raises InvalidTime, NotFound, NotAllowed, Refused without a reason.
    """
    closed = day_period(first, last or FOREVER)
    reason = reason.strip()[:200]
    if not reason:
        raise Refused("field_required", field="reason")
    with transaction(session):
        known = catalogue(session)
        place = known.depots.get(depot_id)
        if place is None:
            raise NotFound()
        if not may(actor, "fact.record", authorities=(place.authority,)):
            raise NotAllowed()
        add(session, ClosedDays, depot_id=depot_id, first=first, last=last or FOREVER, reason=reason)
        records.audit(session, now, actor.account_id, "place.close", ("depot", depot_id), place.authority, first=first.isoformat())
        kept = [card for card in known.assets.values() if known.depot(card, first).id == depot_id]
        halls = [card.id for card in kept if card.in_place and card.id in card.leaves]
        ends = closed.end if last else None
        facts = [record_closure(session, actor, hall, now, closed.start, ends, known.assets[hall].units, reason) for hall in halls]
        _tell_desks(session, known, place, [card.id for card in kept if not card.in_place], closed, reason, now)
        return facts


def reopen_place(session: Session, actor: Actor, closed_id: int, now: datetime) -> None:
    """Take a closure back from today on, with the closures of the halls in the building. Raises NotFound, NotAllowed."""
    with transaction(session):
        row = session.get(ClosedDays, closed_id, populate_existing=True)
        place = catalogue(session).depots.get(row.depot_id) if row else None
        if row is None or place is None:
            raise NotFound()
        if not may(actor, "fact.record", authorities=(place.authority,)):
            raise NotAllowed()
        for fact in facts_of(session, row):
            end_fact(session, actor, fact, now)
        yesterday = local(now).date() - timedelta(days=1)
        if row.first > yesterday:
            session.delete(row)
        else:
            row.last = min(row.last, yesterday)
        session.flush()
        told = {"first": row.first.isoformat(), "reason": row.reason}
        records.audit(session, now, actor.account_id, "place.reopen", ("depot", row.depot_id), place.authority, **told)


def _tell_desks(
    session: Session, known: Catalogue, place: DepotCard, assets: list[int], closed: Period, reason: str, now: datetime
) -> None:
    inside = or_(
        (Line.custody_start >= closed.start) & (Line.custody_start < closed.end),
        (Line.custody_end > closed.start) & (Line.custody_end <= closed.end),
    )
    query = (
        select(Line.number, Line.asset_id, Reservation.id, Reservation.created_at, Dossier.authority_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Dossier, Dossier.id == Line.dossier_id)
        .where(Line.asset_id.in_(assets), Line.state.in_(FIRM), inside)
        .order_by(Line.id)
    )
    days = closed.days()
    for number, asset, reservation, asked_at, authority in session.execute(query):
        payload = {
            "reference": reference_of(reservation, asked_at), "number": number, "asset": known.assets[asset].name, "place": place.name,
            "from_": days[0].isoformat(), "until": days[-1].isoformat(), "reason": reason,
        }  # fmt: skip
        owner = known.authorities[authority]
        records.mail(session, now, "place_closed", [owner.email], payload, owner.language)
