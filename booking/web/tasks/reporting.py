"""What happened to an asset: broken, lost, closed; and that it is over."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.conflicts import lasting_facts
from booking.queries.work import reportable
from booking.services import incidents
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.depot import ReportForm
from booking.web.forms.fields import told
from booking.web.notices import notice
from booking.web.session import current_actor
from booking.web.tasks.blueprint import pages

Page = tuple[str, int]


@pages.route("/melden", methods=["GET", "POST"])
@requires("fact.record")
def report() -> Response | Page:
    """Broken, lost or closed: always recorded, whatever was promised."""
    session, actor, moment = db.session(), current_actor(), now()
    form = ReportForm(reportable(session, actor, moment), moment, request.args.get("middel"))
    wanted = form.report()
    if wanted and filled(form, lambda: incidents.report(session, actor, wanted, moment, form.once.data))[0]:
        notice("fact_recorded", "notice")
        return redirect(url_for("tasks.overview"), 303)
    return render_template("tasks/report.html", form=form, told=told(form)), 200 if request.method == "GET" else 422


@pages.post("/feiten/<int:fact>/opgelost")
@requires("fact.record")
def end_fact(fact: int) -> Response:
    """Mended, found, open again."""
    session, actor = db.session(), current_actor()
    name = next((each.asset.name for each in lasting_facts(session, actor, now()) if each.id == fact), "")
    if ButtonForm().sent_well():
        pressed(lambda: incidents.end_fact(session, actor, fact, now()), "fact_ended", asset=name)
    return redirect(url_for("tasks.overview"), 303)
