"""The loans that outlast what binds their two municipalities: of each, its owner has to choose what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AgreementCard, AssetCard, Catalogue, agreement_for
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, local, start_of
from booking.rules.permissions import Actor, authorities_for
from models import Borrower, Dossier, Line, Reservation
from models.reservations import reference_of

OPEN = (LineState.OPTION, LineState.REQUESTED, LineState.PROPOSED, LineState.APPROVED)
"""What can still be decided; what was handed over comes back by what was agreed then."""


@dataclass(frozen=True, slots=True)
class BeyondLine:
    """A line whose custody goes on after `until`, the last day on which the agreement binds both. `mine`: the reader's desk chooses.

    `choice` is what its owner chose, None while that is awaited.
    """

    id: int
    reference: str
    number: int
    version: int
    asset: AssetCard
    units: int
    state: LineState
    custody: Period
    until: date
    owner: str
    borrower: str
    home: str
    event: str
    mine: bool
    choice: str | None


def beyond(session: Session, actor: Actor, agreement: int) -> list[BeyondLine]:
    """The open lines that began under an agreement, or would have but for an exit, and last longer than it binds: of the actor's
    authorities, as owner or as borrower, in the order in which they go out.
    """
    known = catalogue(session)
    card = next((each for each in known.agreements if each.id == agreement), None)
    first_end = min(_ends(card), default=None) if card else None
    if card is None or first_end is None:
        return []
    mine, seen = authorities_for(actor, "line.decide"), authorities_for(actor, "agreement.read")
    found = []
    for row in session.execute(_candidates(first_end)):
        line = _line(known, card, row, mine)
        if line and (row.decided_by in seen or known.authorities[row.home].house(local(row.Line.custody_start).date()) in seen):
            found.append(line)
    return found


def is_beyond(known: Catalogue, agreement: int, line: Line, borrower: tuple[int, str]) -> bool:
    """True for a line that outlasts an agreement; `borrower` is its home and its kind."""
    card = next((each for each in known.agreements if each.id == agreement), None)
    return card is not None and until(known, card, line, *borrower) is not None


def until(known: Catalogue, card: AgreementCard, line: Line, home: int, kind: str) -> date | None:
    """The last day on which an agreement binds both houses of a line that lasts longer; None for a line that it is not about, or that
    something binds to its end.
    """
    first, last = local(line.custody_start).date(), Period(line.custody_start, line.custody_end).last_day
    asset = known.assets[line.asset_id]
    house, owner = known.authorities[home].house(first), known.owner(asset, first).house(first)
    if house == owner or kind not in card.beneficiaries or not card.in_scope(asset):
        return None
    ends = [_end_of(card, authority) for authority in (house, owner)]
    if None in ends or first < card.first:
        return None
    end = min(day for day in ends if day)
    bound = agreement_for(known, asset, house, kind, first)
    return end if end < last and (bound is None or bound[1] < last) else None


def _ends(card: AgreementCard) -> Iterator[date]:
    """Every day on which it ends for somebody."""
    yield from (spell.last for spell in card.parties if spell.last)
    if card.last:
        yield card.last


def _end_of(card: AgreementCard, authority: int) -> date | None:
    """The last day of a party, date.max without one, None for who never was one."""
    lasts = [spell.last or date.max for spell in card.parties if spell.subject == authority]
    return min(max(lasts), card.last or date.max) if lasts else None


def _candidates(first_end: date) -> Select[tuple[Line, Reservation, int, int, str, str]]:
    """Open lines that last longer than the first day on which it ends for somebody."""
    return (
        select(
            Line, Reservation, Dossier.authority_id.label("decided_by"), Borrower.authority_id.label("home"), Borrower.kind, Borrower.name,
        )
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Line.state.in_(OPEN), Line.custody_end > start_of(first_end + timedelta(days=1)))
        .order_by(Line.custody_start, Line.id)
    )


def _line(
    known: Catalogue, card: AgreementCard, row: Row[tuple[Line, Reservation, int, int, str, str]], mine: frozenset[int]
) -> BeyondLine | None:  # fmt: skip
    line, reservation = row.Line, row.Reservation
    end = until(known, card, line, row.home, row.kind)
    if end is None or (line.agreement_id is not None and line.agreement_id != card.id):
        return None
    return BeyondLine(
        line.id, reference_of(reservation.id, reservation.created_at), line.number, line.version, known.assets[line.asset_id], line.units,
        LineState(line.state), Period(line.custody_start, line.custody_end), end, known.authorities[row.decided_by].name, row.name,
        known.authorities[row.home].name, reservation.event, row.decided_by in mine, line.agreement_choice,
    )  # fmt: skip
