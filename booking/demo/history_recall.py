"""An owner takes back what it promised, for an emergency of its own."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from booking.demo.history_world import World
from booking.queries.catalogue import catalogue
from booking.rules.kinds import BorrowerKind, RoleName
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period
from booking.services import incidents
from models import Borrower, Dossier, Line, Reservation


def recall_barriers(world: World, now: datetime) -> None:
    """Of the barriers promised to another municipality in the coming weeks the first are taken back; nothing when none are promised."""
    barriers = [card.id for card in catalogue(world.session).assets.values() if card.category == "crowd_barrier"]
    promised = (
        select(Line, Reservation, Dossier.authority_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Line.asset_id.in_(barriers), Line.state == LineState.APPROVED, Line.custody_start > now + timedelta(days=4))
        .where(Borrower.authority_id != Dossier.authority_id)
        .order_by(Line.custody_start, Line.id)
    )
    found = world.session.execute(promised).first()
    if found is None:
        return
    line, reservation, owner = found
    own = select(Borrower.id).where(Borrower.authority_id == owner, Borrower.kind == BorrowerKind.AUTHORITY).order_by(Borrower.id)
    service = world.session.scalars(own).first() or 0
    emergency = incidents.Emergency(service, Period(line.use_start, line.use_end), "Dijkbreuk (fictief)", line.units)
    why = "De dijk brak door: wij zetten de straten af (fictief)"
    desk = world.works_for(owner, RoleName.DESK)
    incidents.recall(world.session, desk, reservation.reference, line.number, now, emergency, why)
