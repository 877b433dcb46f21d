"""One piece of work on a phone: what, where, when, for whom; begun, done, put back; and who does it with what."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.task import TaskPage, task_page
from booking.services import tasks
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm, Form
from booking.web.forms.fields import told
from booking.web.forms.task import ArrangeForm
from booking.web.notices import notice
from booking.web.session import current_actor
from booking.web.targets import local_target
from booking.web.tasks.blueprint import pages

Page = tuple[str, int]
ONE = "/<int(max=999999999):task>"


@pages.get(ONE)
@requires("tasks.read")
def task(task: int) -> Page:
    """One piece of work."""
    found = _found(task)
    return page_of(found, ArrangeForm(found) if found.plans else None)


@pages.post(f"{ONE}/beginnen", endpoint="start")
@requires("task.do")
def start(task: int) -> Response:
    """Somebody is at it."""
    if ButtonForm().sent_well():
        pressed(lambda: tasks.start(db.session(), current_actor(), task, now()), "task_started")
    return _onward(task)


@pages.post(f"{ONE}/gedaan", endpoint="finish")
@requires("task.do")
def finish(task: int) -> Response:
    """It is done."""
    if ButtonForm().sent_well():
        pressed(lambda: tasks.finish(db.session(), current_actor(), task, now()), "task_done")
    return _onward(task)


@pages.post(f"{ONE}/ongedaan", endpoint="undo")
@requires("task.do")
def undo(task: int) -> Response:
    """It is not done after all."""
    if ButtonForm().sent_well():
        pressed(lambda: tasks.undo(db.session(), current_actor(), task, now()), "task_undone")
    return _onward(task)


@pages.post(f"{ONE}/regelen", endpoint="arrange")
@requires("task.plan")
def arrange(task: int) -> Response | Page:
    """Who does it, with what, and when; a page with what else they have then warns of it."""
    session, actor, found = db.session(), current_actor(), _found(task)
    form = ArrangeForm(found)
    wanted = form.wanted() if form.sent_well() else None
    if wanted and filled(form, lambda: tasks.arrange(session, actor, task, form.sequence.data or 0, wanted, now()))[0]:
        notice("task_arranged")
        return redirect(url_for("tasks.task", task=task), 303)
    return page_of(_found(task), form)


@pages.post(f"{ONE}/afzeggen", endpoint="call_off")
@requires("task.plan")
def call_off(task: int) -> Response:
    """Work that was made by hand is not needed."""
    if ButtonForm().sent_well():
        pressed(lambda: tasks.call_off(db.session(), current_actor(), task, now()), "task_called_off")
    return redirect(url_for("tasks.task", task=task), 303)


def _onward(task: int) -> Response:
    """Back to the day on which the button was pressed, or else to the page of the work."""
    back = request.form.get("back")
    return redirect(local_target(back) if back else url_for("tasks.task", task=task), 303)


def page_of(found: TaskPage, form: Form | None) -> Page:
    """The page of a task with its form, and with what stood in the way when that was sent."""
    sent = form if request.method == "POST" else None
    page = render_template("tasks/task.html", found=found, card=found.card, form=form, sent=sent, told=told(sent) if sent else [])
    return page, 422 if sent else 200


def _found(key: int) -> TaskPage:
    return task_page(db.session(), current_actor(), key, now())
