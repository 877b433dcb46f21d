"""What mails are about: of each reservation that they name its lines as they stand when the mail is written, and who answers for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.overview import Overview
from booking.rules.catalogue import AssetCard, AuthorityCard, DepotCard
from booking.rules.lifecycle import CALLED_OFF, FIRM, LineState
from booking.rules.mailing import masked
from booking.rules.periods import Period, local
from models import Account, Borrower, Dossier, Line, LineMove, Outbox, Reservation
from models.reservations import id_of


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line as a mail tells of it: `was_firm` once it was approved, whatever became of it; `version` rises with each change."""

    id: int
    number: int
    asset: AssetCard
    depot: DepotCard
    owner: AuthorityCard
    units: int
    state: LineState
    use: Period
    custody: Period
    version: int
    was_firm: bool

    @property
    def stands(self) -> bool:
        """True for what a calendar shows."""
        return self.state in FIRM or self.state in (LineState.RETURNED, LineState.CLOSED)

    @property
    def is_off(self) -> bool:
        """True for what a calendar showed and must take away."""
        return self.was_firm and (self.state in CALLED_OFF or self.state is LineState.NO_SHOW)


@dataclass(frozen=True, slots=True)
class ToldReservation:
    """A reservation as a mail tells of it, with who borrows and the addresses of that side."""

    reference: str
    event: str
    place: str
    borrower: str
    readers: frozenset[str]
    asked_at: datetime
    lines: tuple[ToldLine, ...]

    def line(self, number: int | None) -> tuple[ToldLine, ...]:
        """The line of a number, or all of them."""
        return tuple(line for line in self.lines if number in (None, line.number))

    def line_for(self, reader: str, number: int | None) -> tuple[ToldLine, ...]:
        """The same as far as who reads it may know: a desk knows nothing of what was asked of others in the same reservation."""
        found = self.line(number)
        return found if number or reader in self.readers else tuple(line for line in found if line.owner.email == reader)


def told(session: Session, references: Collection[str]) -> Mapping[str, ToldReservation]:
    """What these references are; of a text that is no reference nothing. One query beside the catalogue."""
    ids = {key for reference in references if (key := id_of(reference))}
    if not ids:
        return {}
    known, found = catalogue(session), defaultdict[int, list[ToldLine]](list)
    heads: dict[int, tuple[Reservation, str, frozenset[str]]] = {}
    for line, owner, reservation, borrower, *readers, was_firm in session.execute(_LINES.where(Line.reservation_id.in_(ids))):
        asset = known.assets[line.asset_id]
        heads[reservation.id] = reservation, borrower, frozenset(filter(None, readers))
        found[reservation.id].append(
            ToldLine(
                line.id, line.number, asset, known.depot(asset, local(line.custody_start).date()), known.authorities[owner], line.units,
                LineState(line.state), Period(line.use_start, line.use_end), Period(line.custody_start, line.custody_end), line.version,
                bool(was_firm),
            )
        )  # fmt: skip
    return {row.reference: _told(row, borrower, readers, found[key]) for key, (row, borrower, readers) in heads.items()}


def undelivered(session: Session, found: Overview) -> list[tuple[str, datetime]]:
    """To whom mails about a reservation could not be delivered, as far as its desk must know the address, and when they were written."""
    about = Outbox.payload["reference"].as_string() == found.reference
    query = select(Outbox.recipient, Outbox.created_at).where(Outbox.state == "failed", about).order_by(Outbox.id)
    return list({masked(reader): at for reader, at in session.execute(query)}.items())


def _told(row: Reservation, borrower: str, readers: frozenset[str], lines: list[ToldLine]) -> ToldReservation:
    return ToldReservation(row.reference, row.event, row.place, borrower, readers, row.created_at, tuple(lines))


_WAS_FIRM = exists().where(LineMove.line_id == Line.id, LineMove.to_state == LineState.APPROVED)
_LINES = (
    select(Line, Dossier.authority_id, Reservation, Borrower.name, Borrower.email, Account.email, _WAS_FIRM)
    .join(Dossier, Dossier.id == Line.dossier_id)
    .join(Reservation, Reservation.id == Line.reservation_id)
    .join(Borrower, Borrower.id == Reservation.borrower_id)
    .join(Account, Account.id == Reservation.account_id)
    .order_by(Line.reservation_id, Line.number)
    .execution_options(populate_existing=True)
)
