"""One line of a reservation: what its borrower may change and answer, and what the owner's desk decides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import Blueprint, Response
from sqlalchemy.orm import Session

from booking.clock import now
from booking.queries.overview import LineView, overview
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from booking.services import reservations
from booking.services.transaction import retried
from booking.web.access import requires
from booking.web.api.asked import change_of, use_of
from booking.web.api.openapi import described
from booking.web.api.reading import body
from booking.web.api.reservations import told
from booking.web.api.schemas.inputs import APPROVAL, CHANGE, NOTHING, PROPOSAL, REFUSAL, WITH_REASON
from booking.web.extensions import db
from booking.web.session import current_actor

pages = Blueprint("lines", __name__, url_prefix="/reservations/<reference>/lines/<int(min=1, max=999):number>")


def _done(reference: str, number: int, act: Callable[[Session, Actor, str, int, datetime], None]) -> Response:
    """Do something to a line, again when the database asks for it, and answer with the reservation as it then is."""
    session, actor, moment = db.session(), current_actor(), now()
    retried(lambda: act(session, actor, reference, number, moment))
    return told(reference)


def _standing(reference: str, number: int) -> LineView:
    """The line as it stands. Raises NotFound."""
    lines = overview(db.session(), current_actor(), reference).lines
    found = next((line for line in lines if line.number == number), None)
    if found is None:
        raise NotFound()
    return found


@pages.patch("")
@described("Ask for another period, number, hand-over, person or asset of the same owner", "Reservation", body=CHANGE)
@requires("line.amend")
def amend(reference: str, number: int) -> Response:
    """A request changes in place; an approved line keeps its promise until the desk has decided."""
    given = body()
    change, reason = change_of(given, _standing(reference, number)), given.get("reason", "")
    return _done(reference, number, lambda *line: reservations.amend(*line, change, reason))


@pages.post("/approve")
@described("The desk says yes", "Reservation", body=APPROVAL)
@requires("line.decide")
def approve(reference: str, number: int) -> Response:
    """To a request, or to a change of an approved line."""
    given = body()
    reason, override, aside = given.get("reason", ""), given.get("override", False), given.get("reasons", {})
    return _done(reference, number, lambda *line: reservations.approve(*line, reason, override=override, aside=aside))


@pages.post("/refuse")
@described("The desk says no, with a reason", "Reservation", body=REFUSAL)
@requires("line.decide")
def refuse(reference: str, number: int) -> Response:
    """What it held is free at once."""
    given = body()
    return _done(reference, number, lambda *line: reservations.refuse(*line, given["reason"]))


@pages.post("/propose")
@described("The desk proposes another date, or another asset of its own", "Reservation", body=PROPOSAL)
@requires("line.decide")
def propose(reference: str, number: int) -> Response:
    """Both are held until the borrower answers."""
    given = body()
    use, reason, asset = use_of(given, _standing(reference, number)), given.get("reason", ""), given.get("asset")
    return _done(reference, number, lambda *line: reservations.propose(*line, use, reason, asset))


@pages.post("/accept")
@described("The borrower takes the proposal", "Reservation", body=NOTHING)
@requires("line.answer")
def accept(reference: str, number: int) -> Response:
    """It is approved at once, at its own price."""
    body()
    return _done(reference, number, reservations.accept)


@pages.post("/decline")
@described("The borrower does not take the proposal", "Reservation", body=WITH_REASON)
@requires("line.answer")
def decline(reference: str, number: int) -> Response:
    """What was first asked goes back to the desk."""
    given = body()
    return _done(reference, number, lambda *line: reservations.decline(*line, given.get("reason", "")))


@pages.post("/confirm")
@described("The borrower turns an option into a request", "Reservation", body=NOTHING)
@requires("line.answer")
def confirm(reference: str, number: int) -> Response:
    """The desk then decides."""
    body()
    return _done(reference, number, reservations.confirm_option)


@pages.post("/cancel")
@described("Borrower or desk call one line off", "Reservation", body=WITH_REASON)
@requires("line.cancel")
def cancel(reference: str, number: int) -> Response:
    """The rest of the reservation stands."""
    given = body()
    return _done(reference, number, lambda *line: reservations.cancel_line(*line, given.get("reason", "")))
