"""Work that somebody makes by hand, and changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.hands import hands_of
from booking.queries.task import places_to_plan, task_page
from booking.rules.kinds import TaskState
from booking.rules.periods import local
from booking.rules.permissions import authorities_for
from booking.rules.refusals import NotFound
from booking.services import tasks
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.fields import told
from booking.web.forms.task import NO_HANDS, MadeForm, values_of
from booking.web.notices import notice
from booking.web.session import current_actor
from booking.web.tasks.blueprint import pages
from booking.web.tasks.one import ONE, Page


@pages.route("/nieuw", endpoint="make", methods=["GET", "POST"])
@requires("task.plan")
def make() -> Response | Page:
    """A new task, for the asset or the line that the address names, if any."""
    session, actor, made = db.session(), current_actor(), list[int]()
    start = local(now()).replace(minute=0, second=0)
    form = _form({
        "day": start.date(), "time": start.time().replace(tzinfo=None), "asset": request.args.get("middel", ""),
        "line": request.args.get("lijn", ""), "depot": request.args.get("loods", type=int),
    })  # fmt: skip
    wanted = form.wanted() if form.sent_well() else None
    if wanted and filled(form, lambda: made.append(tasks.make(session, actor, wanted, now(), form.once.data)))[0]:
        notice("task_made")
        return redirect(url_for("tasks.task", task=made[-1]), 303)
    return _page(form, url_for("tasks.overview"))


@pages.route(f"{ONE}/wijzigen", endpoint="change", methods=["GET", "POST"])
@requires("task.plan")
def change(task: int) -> Response | Page:
    """A task that was made by hand. Raises NotFound for any other."""
    session, actor = db.session(), current_actor()
    found = task_page(session, actor, task, now())
    if not found.by_hand or not found.plans:
        raise NotFound()
    if found.row.state != TaskState.PLANNED:
        notice("task_not_open", "problem")
        return redirect(url_for("tasks.task", task=task), 303)
    form = _form(values_of(found), found.hands)
    wanted = form.wanted() if form.sent_well() else None
    if wanted and filled(form, lambda: tasks.change(session, actor, task, form.sequence.data or 0, wanted, now()))[0]:
        notice("task_saved")
        return redirect(url_for("tasks.task", task=task), 303)
    return _page(form, url_for("tasks.task", task=task), found.row.title)


def _form(values: dict[str, Any], hands: Sequence[tuple[int | None, str]] = NO_HANDS) -> MadeForm:
    session, actor = db.session(), current_actor()
    form = MadeForm(places_to_plan(session, actor), values)
    form.offer(*hands_of(session, authorities_for(actor, "task.plan"), local(now()).date()), hands)
    return form


def _page(form: MadeForm, back: str, name: str = "") -> Page:
    page = render_template("tasks/make.html", form=form, told=told(form), back=back, name=name)
    return page, 200 if request.method == "GET" else 422
