"""Reservations: ask, look, call off."""

from __future__ import annotations

import orjson
from flask import Blueprint, Response, request

from booking.clock import now
from booking.queries.charges.reading import money_of
from booking.queries.overview import overview
from booking.rules.periods import local
from booking.rules.refusals import NotAllowed
from booking.services import reservations
from booking.services.idempotency import Answer, once
from booking.services.transaction import retried
from booking.web.access import believing, requires
from booking.web.api.asked import ask_of
from booking.web.api.openapi import KEY_HEADER, described
from booking.web.api.owed import owed
from booking.web.api.reading import body
from booking.web.api.reserved import made, seen
from booking.web.api.schemas.inputs import REQUEST, WITH_REASON
from booking.web.api.telling import answer, dumps
from booking.web.extensions import db
from booking.web.language import language
from booking.web.session import current_actor

pages = Blueprint("reservations", __name__)


@pages.post("/reservations")
@described("Ask for assets and halls, all lines or none", "Reservation", status=201, body=REQUEST, keyed=True)
@believing
@requires("reservation.request")
def ask() -> Response:
    """Write the request once, however often it is sent under one key."""
    session, actor, moment, given = db.session(), current_actor(), now(), body()
    fingerprint = orjson.dumps(given, str, orjson.OPT_SORT_KEYS)

    def act() -> Answer:
        asked = ask_of(session, given, moment)
        receipt = reservations.request(session, actor, asked, moment)
        return Answer(201, dumps(made(receipt, asked, moment, actor.language)))

    key = request.headers.get(KEY_HEADER, "")
    answered = retried(lambda: once(session, actor.account_id or 0, key, fingerprint, moment, act))
    response = answer(answered.text, answered.status)
    if answered.again:
        response.headers["Idempotency-Replayed"] = "true"
    return response


@pages.get("/reservations/<reference>")
@described("A reservation with its dossiers, lines, findings and prices", "Reservation")
@requires("reservation.read")
def show(reference: str) -> Response:
    """All of it for its borrower, its own part for an owner."""
    return told(reference)


@pages.get("/reservations/<reference>/payments")
@described("What is due for a reservation, until when, and what came in or goes back", "Payments")
@requires("reservation.read")
def payments(reference: str) -> Response:
    """Per dossier its amounts; a charge from the moment that it was made."""
    found = overview(db.session(), current_actor(), reference)
    money = money_of(db.session(), [each.id for each in found.dossiers], local(now()).date(), proposals=False)
    return answer(dumps({"dossiers": [owed(each) for each in money.values()]}))


@pages.post("/reservations/<reference>/cancel")
@described("Call off every line that still can be", "Reservation", body=WITH_REASON)
@requires("reservation.cancel")
def cancel(reference: str) -> Response:
    """For the borrower only; a desk calls off a line of its own."""
    session, actor, given = db.session(), current_actor(), body()
    if not overview(session, actor, reference).mine:
        raise NotAllowed()
    retried(lambda: reservations.cancel(session, actor, reference, now(), given.get("reason", "")))
    return told(reference)


def told(reference: str) -> Response:
    """The reservation as it stands now."""
    return answer(dumps(seen(overview(db.session(), current_actor(), reference), language())))
