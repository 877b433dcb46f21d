"""One's places on the waiting list, what is offered there, and the offers that follow when a request gave something back."""

from __future__ import annotations

import logging

from flask import Blueprint, Flask, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.queries.waiting import places
from booking.rules.refusals import Refused
from booking.services import ledger, waiting
from booking.services.transaction import retried
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.notices import notice
from booking.web.session import current_actor

log = logging.getLogger(__name__)

pages = Blueprint("waiting", __name__, url_prefix="/wachtlijst")


def hang(app: Flask) -> None:
    """Offer what a request gave back, once it is done; what goes wrong there is found again by the job."""
    app.after_request(_offer)


@pages.get("")
@requires("account.own")
def overview() -> str:
    """What is offered to the reader, what the reader waits for, and what became of it."""
    return render_template("waiting/places.html", found=places(db.session(), current_actor()))


@pages.post("/<int(max=999999999):entry>/aanvragen")
@requires("waiting.answer")
def accept(entry: int) -> Answer:
    """Ask for what is offered."""
    if not ButtonForm().sent_well():
        return redirect(url_for("waiting.overview"), 303)
    try:
        reference = retried(lambda: waiting.accept(db.session(), current_actor(), entry, now()))
    except Refused as refused:
        if refused.status == 404:
            raise
        notice(refused.code, "problem", **{name: value for name, value in refused.details.items() if name == "limit"})
        return redirect(url_for("waiting.overview"), 303)
    notice("reservation_made", reference=reference)
    return redirect(url_for("reservations.show", reference=reference), 303)


@pages.post("/<int(max=999999999):entry>/verlaten")
@requires("waiting.answer")
def leave(entry: int) -> Answer:
    """Wait no longer, or decline what is offered."""
    if ButtonForm().sent_well():
        retried(lambda: waiting.leave(db.session(), current_actor(), entry, now()))
        notice("waiting_left")
    return redirect(url_for("waiting.overview"), 303)


def _offer(response: Response) -> Response:
    freed = ledger.given_back(db.session()) if response.status_code < 400 else set()
    if freed:
        try:
            waiting.offer_freed(db.session(), now(), freed)
        except Exception:
            db.session.rollback()
            log.exception("what came free was not offered yet")
    return response
