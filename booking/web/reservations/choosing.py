"""The borrower of something that cannot be kept chooses between what its desk offers."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.lines import standing
from booking.queries.offered import standing_offers
from booking.queries.ways_out import ways_out
from booking.rules.lifecycle import LineState
from booking.services import incidents
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.choosing import ChooseForm
from booking.web.forms.fields import told
from booking.web.notices import notice
from booking.web.reservations.blueprint import pages
from booking.web.reservations.changing import line_of
from booking.web.session import current_actor

DONE = {LineState.CANCELLED: "choice_cancelled", LineState.REQUESTED: "choice_asked"}


@pages.route("/<reference>/lijnen/<int:number>/keuze", methods=["GET", "POST"])
@requires("line.answer")
def choose(reference: str, number: int) -> Response | tuple[str, int]:
    """What is offered instead, what each costs, and calling off free of charge; who comes too late reads that it is settled."""
    session, actor, moment = db.session(), current_actor(), now()
    found, line = line_of(reference, number)
    _, offers = standing_offers(session, line.id)
    form, state = ChooseForm(offers), LineState.APPROVED

    def act() -> None:
        nonlocal state
        state = incidents.choose(session, actor, reference, number, form.offer.data, moment)

    if form.sent_well() and filled(form, act)[0]:
        notice(DONE.get(state, "choice_made"))
        return redirect(url_for("reservations.show", reference=reference), 303)
    fit = ways_out(session, standing(session, actor, "line.answer", reference, number), moment) if offers else None
    shown = {"found": found, "line": line, "offers": offers, "fit": fit, "form": form, "told": told(form)}
    return render_template("reservations/choose.html", **shown), 200 if request.method == "GET" else 422
