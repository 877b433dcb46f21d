"""What comes near on lines, and what is late: hand-over, return, the end of an option."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AuthorityCard
from booking.rules.lifecycle import LineState
from booking.rules.periods import end_of, local, start_of
from booking.services.reminders.candidate import Candidate, Wanted
from models import Account, Borrower, Dossier, Line, Reservation


@dataclass(frozen=True, slots=True)
class Near:
    """A line with all that a reminder tells of it."""

    line: Line
    reservation: Reservation
    asset: str
    in_place: bool
    owner: AuthorityCard
    borrower: str
    email: str | None
    language: str

    def told(self, at: datetime, **more: Any) -> dict[str, Any]:
        """What its mails say."""
        return {
            "reference": self.reservation.reference, "number": self.line.number, "asset": self.asset, "owner": self.owner.name,
            "borrower": self.borrower, "moment": at.isoformat(), "day": local(at).date().isoformat(), **more,
        }  # fmt: skip


def handovers(session: Session, wanted: Wanted) -> Iterable[Candidate]:
    """What is approved and leaves soon: its borrower hears, and the desk that hands it over."""

    def letters(near: Near, _step: int) -> list[Any]:
        told, desk = near.told(near.line.custody_start), near.owner
        return [("handover_soon", near.email, told, near.language), ("desk_handovers", desk.email, told, desk.language)]

    found = nearby(session, wanted, Line.custody_start, LineState.APPROVED)
    return [_candidate(near, near.line.custody_start, near.reservation.created_at, letters) for near in found]


def returns(session: Session, wanted: Wanted) -> Iterable[Candidate]:
    """What is lent and comes back soon. A hall goes nowhere; who took something after the moment to tell of it, knows."""

    def letters(near: Near, _step: int) -> list[Any]:
        return [("return_soon", near.email, near.told(near.line.custody_end), near.language)]

    found = nearby(session, wanted, Line.custody_end, LineState.HANDED_OVER)
    return [_candidate(near, near.line.custody_end, near.line.custody_start, letters) for near in found if not near.in_place]


def overdue(session: Session, wanted: Wanted) -> Iterable[Candidate]:
    """What is lent and should have been back: borrower and desk hear again and again."""

    def letters(near: Near, _step: int) -> list[Any]:
        at, desk = near.line.custody_end, near.owner
        told = near.told(at, days=(wanted.day - local(at).date()).days)
        return [("line_still_overdue", near.email, told, near.language), ("desk_overdue", desk.email, told, desk.language)]

    late = (Line.state == LineState.HANDED_OVER, Line.custody_end < start_of(wanted.day))
    found = _read(session, *late) if wanted.only is None else nearby(session, wanted, Line.custody_end, LineState.HANDED_OVER)
    return [_candidate(near, near.line.custody_end, None, letters) for near in found if not near.in_place]


def options(session: Session, wanted: Wanted) -> Iterable[Candidate]:
    """Options that lapse soon."""

    def letters(near: Near, _step: int) -> list[Any]:
        return [("option_lapses", near.email, near.told(near.line.holds_until or near.line.custody_start), near.language)]

    found = nearby(session, wanted, Line.holds_until, LineState.OPTION)
    return [_candidate(near, near.line.holds_until, near.reservation.created_at, letters) for near in found if near.line.holds_until]


def nearby(session: Session, wanted: Wanted, at: InstrumentedAttribute[Any], *states: LineState) -> list[Near]:
    """Lines in these states of which a moment lies ahead, within reach; or the one that is asked for, if it is still in them."""
    if wanted.only is not None:
        return _read(session, Line.id == wanted.only, Line.state.in_(states))
    until = end_of(wanted.day + timedelta(days=wanted.reach))
    return _read(session, Line.state.in_(states), at > wanted.now, at < until)


def _candidate(near: Near, at: datetime, known_since: datetime | None, letters: Callable[[Near, int], list[Any]]) -> Candidate:
    return Candidate(f"line:{near.line.id}", at, known_since, partial(letters, near))


def _read(session: Session, *which: Any) -> list[Near]:
    known = catalogue(session)
    query = (
        select(Line, Reservation, Dossier.authority_id, Borrower.name, Borrower.email, Account.language)
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .join(Account, Account.id == Reservation.account_id)
        .where(*which)
        .order_by(Line.id)
        .execution_options(populate_existing=True)
    )
    return [
        Near(line, reservation, known.assets[line.asset_id].name, known.assets[line.asset_id].in_place, known.authorities[owner], *rest)
        for line, reservation, owner, *rest in session.execute(query)
    ]
