"""Accepting an owner's terms of use for what was asked before."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.services import terms
from booking.web.access import requires
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.reservations.blueprint import pages
from booking.web.session import current_actor


@pages.post("/<reference>/besturen/<int(max=999999999):authority>/voorwaarden/aanvaarden")
@requires("terms.accept")
def accept_terms(reference: str, authority: int) -> Response:
    """Accept the versions that the button named."""
    sent = request.form.get("terms", "").split()
    versions = {int(text) for text in sent if text.isascii() and text.isdecimal() and len(text) < 10}
    if ButtonForm().sent_well():
        pressed(lambda: terms.accept(db.session(), current_actor(), reference, authority, versions, now()), "terms_taken")
    return redirect(url_for("reservations.show", reference=reference), 303)
