"""What can be done with an asset whose label is scanned, by who hands it over and takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, local, start_of
from booking.rules.permissions import Actor, authorities_for
from models import Borrower, Dossier, Line, Reservation
from models.reservations import reference_of

AHEAD = 2  # days: today and tomorrow, for what is fetched the evening before


@dataclass(frozen=True, slots=True)
class NextStep:
    """A loan that goes out or comes back; `lent` when it is out."""

    reference: str
    number: int
    asset: AssetCard
    units: int
    lent: bool
    custody: Period
    borrower: str
    event: str

    def is_due(self, now: datetime) -> bool:
        """Out already, or to be handed over today."""
        return self.lent or local(self.custody.start).date() <= local(now).date()


def next_steps(session: Session, actor: Actor, card: AssetCard, now: datetime) -> list[NextStep]:
    """What is out of an asset, or of a whole that holds it, and what goes out of it until tomorrow: what is out first, then by time."""
    known, last = catalogue(session), start_of(local(now).date() + timedelta(days=AHEAD))
    alike = [each.id for each in known.assets.values() if each.leaves.keys() & card.leaves.keys()]
    leaves = and_(Line.state == LineState.APPROVED, Line.custody_start < last, Line.custody_end > now)
    query = (
        select(Line, Reservation, Borrower.name)
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Line.asset_id.in_(alike), Dossier.authority_id.in_(authorities_for(actor, "line.hand_over")))
        .where(or_(Line.state == LineState.HANDED_OVER, leaves))
        .order_by(Line.custody_start, Line.id)
    )
    found = [
        NextStep(
            reference_of(asked.id, asked.created_at), line.number, known.assets[line.asset_id], line.units,
            line.state == LineState.HANDED_OVER, Period(line.custody_start, line.custody_end), borrower, asked.event,
        )
        for line, asked, borrower in session.execute(query)
    ]  # fmt: skip
    return sorted(found, key=lambda step: not step.lent)


def at_once(card: AssetCard, steps: Sequence[NextStep], now: datetime) -> NextStep | None:
    """The one step that somebody who scans a label comes for. Of a single thing that is what is out, or else what goes out first; of
    stock of which several loans are under way nobody can tell.
    """
    due = [step for step in steps if step.is_due(now)]
    return due[0] if len(due) == 1 or (due and card.units == 1) else None
