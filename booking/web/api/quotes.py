"""What it would cost and what stands in its way, before asking: nothing is written."""

from __future__ import annotations

from flask import Blueprint, Response

from booking.clock import now
from booking.services import reservations
from booking.web.access import requires
from booking.web.api.asked import ask_of
from booking.web.api.openapi import described
from booking.web.api.reading import body
from booking.web.api.schemas.inputs import REQUEST
from booking.web.api.telling import answer, dumps, offer
from booking.web.extensions import db
from booking.web.language import language
from booking.web.session import current_actor

pages = Blueprint("quotes", __name__)


@pages.post("/quotes")
@described("Price and findings of a request, nothing written", "Offer", body=REQUEST)
@requires("reservation.preview")
def preview() -> Response:
    """Per dossier its price, per line what was found."""
    given, moment = body(), now()
    ask = ask_of(db.session(), given, moment)
    judged = reservations.preview(db.session(), current_actor(), ask, moment)
    return answer(dumps(offer(judged.dossiers, language())))
