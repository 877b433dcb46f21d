"""From the board a piece of work is given to a crew and a vehicle: told first is what else they have then."""

from __future__ import annotations

from collections.abc import Sequence

from flask import render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.task import Clash, clashes, task_page
from booking.rules.refusals import NotFound
from booking.services import tasks
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.fields import told
from booking.web.forms.giving import GiveForm
from booking.web.notices import notice
from booking.web.planning.pages import pages
from booking.web.scripts import wants_part
from booking.web.session import current_actor
from booking.web.targets import led_to, local_target


@pages.route("/planning/taken/<int(max=999999999):task>/toewijzen", methods=["GET", "POST"])
@requires("task.plan")
def give(task: int) -> Response | tuple[str, int]:
    """Which crew does it, with which vehicle, and when."""
    session, actor, moment = db.session(), current_actor(), now()
    found = task_page(session, actor, task, moment)
    if not found.plans:
        raise NotFound()
    form, gives = GiveForm(found), request.method == "POST" and request.form.get("do") == "give"
    wanted = form.wanted() if gives and form.sent_well() else None
    if wanted and filled(form, lambda: tasks.arrange(session, actor, task, form.sequence.data or 0, wanted, moment))[0]:
        notice("task_arranged")
        return led_to(local_target(form.back.data) if form.back.data else url_for("tasks.task", task=task))
    template = "planning/give_part.html" if wants_part() else "planning/give.html"
    shown = {"found": found, "card": found.card, "form": form, "told": told(form), "beside": _beside(form, task)}
    return render_template(template, **shown, in_dialog=wants_part()), 422 if gives else 200


def _beside(form: GiveForm, task: int) -> Sequence[Clash]:
    """What else the crew and the vehicle of the form have at its time."""
    time = form.lasts()
    return clashes(db.session(), current_actor(), time, form.crew.data, form.vehicle.data, task) if time else ()
