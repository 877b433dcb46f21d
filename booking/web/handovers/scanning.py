"""Where the label on an asset leads: to its next step for who hands it over, to its page for everybody else."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.assets import asset_of
from booking.queries.catalogue import catalogue
from booking.queries.maintenance.looked_after import keepers_of
from booking.queries.scanning import at_once, next_steps
from booking.queries.work import reportable
from booking.rules.permissions import may
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.fields import told
from booking.web.forms.scan import ScanForm
from booking.web.security import always
from booking.web.session import current_actor

pages = Blueprint("scan", __name__)


@pages.get("/m/<code>")
@requires("catalogue.read")
def asset(code: str) -> Response | str:
    """What a label leads to; with `kies`, always the choice."""
    session, actor, moment = db.session(), current_actor(), now()
    card = asset_of(session, code)
    if not may(actor, "tasks.read", authorities=keepers_of(catalogue(session), card, moment)):
        return redirect(url_for("catalogue.asset", code=card.code), 303)
    steps = next_steps(session, actor, card, moment)
    step = None if "kies" in request.args else at_once(card, steps, moment)
    if step:
        return redirect(url_for("tasks.line", reference=step.reference, number=step.number), 303)
    reports = may(actor, "fact.record", authorities=keepers_of(catalogue(session), card, moment))
    return render_template("handovers/asset.html", card=card, steps=steps, moment_now=moment, reports=reports)


@pages.get("/scannen")
@requires("tasks.read")
def camera() -> Response:
    """A label read by the telephone's camera, or its code typed or chosen."""
    session, actor, moment = db.session(), current_actor(), now()
    form = ScanForm(catalogue(session))
    if found := form.found():
        return redirect(url_for("scan.asset", code=found), 303)
    page = render_template("handovers/scan.html", form=form, cards=reportable(session, actor, moment), told=told(form))
    answer = make_response(page, 422 if form.asked else 200)
    answer.headers["Permissions-Policy"] = always()["Permissions-Policy"].replace("camera=()", "camera=(self)")
    return answer
