"""The coming loans of authorities, of what they lend and of what their own services borrow: in one query."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from booking.queries.held import towing_kg
from booking.rules.catalogue import AssetCard, Catalogue, RequirementCard
from booking.rules.kinds import BorrowerKind, Handover
from booking.rules.lifecycle import LineState
from booking.rules.periods import local
from booking.rules.register import Stopped
from models import Borrower, Dossier, Line, Reservation
from models.reservations import reference_of

COMING = (LineState.REQUESTED, LineState.PROPOSED, LineState.APPROVED, LineState.HANDED_OVER)
MOST = 3000


@dataclass(frozen=True, slots=True)
class Loan:
    """A coming loan as far as the register needs it; `lent` when one of ours lends it, else one of ours borrows. Of what is
    brought nobody drives.
    """

    reference: str
    number: int
    asset: AssetCard
    owner: int
    borrower: int
    borrower_name: str
    borrower_kind: str
    home: int
    purpose: str
    used: date
    asked: date
    first: date
    last: date
    operator: int | None
    driver: int | None
    towing_kg: int | None
    lent: bool

    @property
    def stopped(self) -> Stopped:
        """As something names it that would stop it."""
        return Stopped(self.first, self.reference, self.number, self.asset.name)


def coming_loans(session: Session, known: Catalogue, ours: Collection[int], now: datetime, days: int) -> list[Loan]:
    """What is asked or promised and not over yet, handed over within so many days; the first one first."""
    lends = Dossier.authority_id.in_(ours)
    borrows = and_(Borrower.authority_id.in_(ours), Borrower.kind == BorrowerKind.AUTHORITY)
    query = (
        select(Line, Dossier.authority_id, Reservation.id, Reservation.created_at, Reservation.purpose, Borrower)
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Dossier.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Line.state.in_(COMING), Line.custody_end > now, Line.custody_start < now + timedelta(days=days), or_(lends, borrows))
        .order_by(Line.custody_start, Line.id)
        .limit(MOST)
    )
    return [
        Loan(
            reference_of(key, created_at), line.number, known.assets[line.asset_id], owner, borrower.id, borrower.name, borrower.kind,
            borrower.authority_id, purpose, local(line.use_start).date(), local(created_at).date(), local(line.custody_start).date(),
            local(line.custody_end - timedelta(seconds=1)).date(), line.operator_id,
            line.driver_id if line.handover == Handover.PICKUP else None, towing_kg(line.amounts), owner in ours,
        )
        for line, owner, key, created_at, purpose, borrower in session.execute(query)
        if line.asset_id in known.assets
    ]  # fmt: skip


def stopped(loans: Iterable[Loan]) -> tuple[Stopped, ...]:
    """These loans as something names them that would stop them, the first one first."""
    return tuple(sorted(loan.stopped for loan in loans))


def asks(known: Catalogue, loan: Loan, *kinds: str) -> bool:
    """True when the owner of a loan's asset asks a proof of one of these kinds for it."""
    return any(each.kind in kinds for each in asked(known, loan))


def asked(known: Catalogue, loan: Loan) -> list[RequirementCard]:
    """What the owner of a loan's asset asks for it."""
    mine = known.requirements.get(loan.owner, ())
    return [each for each in mine if each.is_about(loan.asset, loan.borrower_kind, loan.purpose, loan.first)]
