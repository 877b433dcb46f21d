"""Lists for who looks after the money of an authority: proposals to decide, what is open, overdue, to give back, and all of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.charges.reading import GOING, charge_rows, owed_rows, read_charges, read_owed
from booking.queries.charges.views import ChargeView, OwedView
from booking.rules.charges import OwedSort, Standing
from booking.rules.permissions import Actor, authorities_for
from models import Borrower, Charge, ChargeDecision, Dossier, Receivable, Reservation
from models.reservations import id_of

TABS = ("proposals", "open", "overdue", "back", "held", "settled")
MOST = 1000
PER_PAGE = 50

_IN = {
    "open": {Standing.OPEN, Standing.OVERDUE},
    "overdue": {Standing.OVERDUE},
    "back": {Standing.TO_RETURN},
    "held": {Standing.HELD},
}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the address asks: part of a name or reference, one sort of amount, due within these dates."""

    text: str = ""
    sort: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a tab and how many there are on each; `total` is what the rows come to, in cents."""

    proposals: list[ChargeView] = field(default_factory=list)
    owed: list[OwedView] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    total: int = 0


def find_money(session: Session, actor: Actor, tab: str, wanted: Narrowed, today: date) -> Found:
    """What is due to the authorities whose money the actor looks after. A fixed number of queries whatever there is."""
    mine = authorities_for(actor, "receivable.read")
    if not mine:
        return Found(counts=dict.fromkeys(TABS, 0))
    unsettled = read_owed(session, owed_rows().where(*_owed(mine, wanted), _unsettled()).order_by(*_ORDER).limit(MOST), today)
    proposals = read_charges(session, charge_rows().where(*_proposed(mine, wanted)).order_by(Charge.id))
    sorted_in = {name: [each for each in unsettled if each.standing in standings] for name, standings in _IN.items()}
    rows = sorted_in.get(tab, [])
    if tab == "settled":
        newest = owed_rows().where(*_owed(mine, wanted), ~_unsettled()).order_by(Receivable.changed_at.desc(), Receivable.id.desc())
        rows = read_owed(session, newest.limit(MOST), today)
    counts = {"proposals": len(proposals), **{name: len(each) for name, each in sorted_in.items()}}
    total = sum(each.total for each in proposals) if tab == "proposals" else sum(each.balance for each in rows)
    return Found(proposals if tab == "proposals" else [], rows, counts, total)


def count_proposals(session: Session, actor: Actor) -> int:
    """How many proposed charges wait for the actor's desks."""
    mine = authorities_for(actor, "charge.decide")
    waiting = select(func.count()).select_from(Charge).join(Dossier, Dossier.id == Charge.dossier_id)
    return session.scalar(waiting.where(*_proposed(mine, Narrowed()))) or 0 if mine else 0


_ORDER = (Receivable.due_on, Receivable.id)


def _unsettled() -> ColumnElement[bool]:
    """Something is still to come in or to go back; a deposit is not asked any more once everything is over."""
    paid = Receivable.received - Receivable.returned
    deposit = and_(Receivable.sort == OwedSort.DEPOSIT, or_(and_(Receivable.received < Receivable.amount, GOING), paid != Receivable.kept))
    return or_(and_(Receivable.sort != OwedSort.DEPOSIT, paid != Receivable.amount), deposit)


def _owed(mine: Iterable[int], wanted: Narrowed) -> Iterable[ColumnElement[bool]]:
    yield Receivable.authority_id.in_(mine)
    yield from _named(wanted.text)
    if wanted.sort:
        yield Receivable.sort == wanted.sort
    if wanted.first:
        yield Receivable.due_on >= wanted.first
    if wanted.last:
        yield Receivable.due_on <= wanted.last


def _proposed(mine: Iterable[int], wanted: Narrowed) -> Iterable[ColumnElement[bool]]:
    yield Dossier.authority_id.in_(mine)
    yield ~select(ChargeDecision.id).where(ChargeDecision.charge_id == Charge.id).exists()
    yield from _named(wanted.text)


def _named(text: str) -> Iterable[ColumnElement[bool]]:
    asked = " ".join(text.split())
    if asked:
        named = Reservation.event.icontains(asked, autoescape=True) | Borrower.name.icontains(asked, autoescape=True)
        yield named | (Reservation.id == (id_of(asked.upper()) or 0))
