"""Calling off: one line or everything, by the borrower or the desk, with what the ladder of the regulation leaves due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.charges.cancelling import Cancelling, cancelling
from booking.queries.lines import Standing, pending, standing
from booking.rules.catalogue import Catalogue
from booking.rules.lifecycle import MOVES, IllegalMove, LineState, Party
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from booking.services import charges, ledger, records
from booking.services.reservations.amendments import close
from booking.services.reservations.common import locked, move, notify, requote, return_quota, stop
from booking.services.transaction import transaction
from models import Line
from models.reservations import id_of


def cancel_line(session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str = "") -> None:
    """Borrower or desk call a line off: its units, tasks and (in time) its quota are given back and the rest is priced anew. What the
    ladder of its regulation leaves due of an approved line that its borrower calls off is proposed to the desk.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.cancel", reference, number, now)
        due = _due(session, known, found.dossier.id, [found.line], now) if _is_own(actor, found) else None
        _call_off(session, known, found, actor, now, reason)
        if due:
            charges.propose_cancellation(session, known, found, due, actor.account_id, now)


def _is_own(actor: Actor, found: Standing) -> bool:
    """True for the borrower's side, False for the desk that decides."""
    return actor.acts_for(found.reservation.borrower_id) or not may(actor, "line.decide", authorities=(found.dossier.authority_id,))


def _due(session: Session, known: Catalogue, dossier: int, lines: Iterable[Line], now: datetime) -> Cancelling | None:
    """What calling these lines of a dossier off costs: only what stands approved can cost anything."""
    approved = [line.id for line in lines if line.state == LineState.APPROVED]
    return cancelling(session, known, dossier, approved, local(now).date()) if approved else None


def _call_off(session: Session, known: Catalogue, found: Standing, actor: Actor, now: datetime, reason: str) -> None:
    party = Party.BORROWER if _is_own(actor, found) else Party.DESK
    change = pending(session, found.line.id)
    if change is not None:
        close(session, change, "withdrawn", actor, now)
    move(session, found, LineState.CANCELLED, party, actor.account_id, now, reason)
    feeds = stop(session, found, now)
    return_quota(session, found, known, now)
    requote(session, known, found, now, actor.account_id if party is Party.BORROWER else None)
    notify(session, known, found, "cancel", actor, now, reason)
    records.raise_versions(session, feeds)


def cancel(session: Session, actor: Actor, reference: str, now: datetime, reason: str = "") -> int:
    """The borrower calls off every line that can still be; returns how many. What the ladder leaves due is proposed per dossier, as of one
    thing withdrawn. Raises NotFound, NotAllowed to the desks that only decide on it, and IllegalMove when nothing can be called off.
    """
    with transaction(session):
        known, lines = _locked(session, actor, reference, now)
        able = [line for line in lines if Party.BORROWER in MOVES.get((LineState(line.state), LineState.CANCELLED), ())]
        if not able:
            raise IllegalMove(LineState(lines[0].state), LineState.CANCELLED, Party.BORROWER)
        dossiers = sorted({line.dossier_id for line in able})
        due = {key: _due(session, known, key, [line for line in able if line.dossier_id == key], now) for key in dossiers}
        for number, dossier in [(line.number, line.dossier_id) for line in able]:
            _, found = locked(session, actor, "line.cancel", reference, number, now)
            _call_off(session, known, found, actor, now, reason)
            if waiting := due.pop(dossier, None):
                charges.propose_cancellation(session, known, found, waiting, actor.account_id, now)
        return len(able)


def _locked(session: Session, actor: Actor, reference: str, now: datetime) -> tuple[Catalogue, list[Line]]:
    """Every line of a reservation, all of their assets locked at once in the order of their ids, and what lapsed on them released."""
    query = select(Line).where(Line.reservation_id == (id_of(reference) or 0)).order_by(Line.number)
    lines = session.scalars(query.execution_options(populate_existing=True)).all()
    if not lines:
        raise NotFound()
    standing(session, actor, "reservation.cancel", reference, lines[0].number)
    known = catalogue(session)
    ledger.turn(session, {leaf for line in lines for leaf in known.assets[line.asset_id].leaves}, [], now)
    return known, list(session.scalars(query.execution_options(populate_existing=True)))
