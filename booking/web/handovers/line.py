"""One line at the counter: hand over, take back, late, or nobody came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.queries.charges.basis import told_on_return
from booking.queries.overview import LineView, Overview, overview
from booking.rules.lifecycle import LineState
from booking.rules.permissions import may
from booking.rules.refusals import NotFound
from booking.services import handovers, incidents
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm, Form
from booking.web.forms.depot import HandOverForm, LateForm, TakeBackForm
from booking.web.forms.fields import told
from booking.web.notices import notice
from booking.web.session import current_actor
from booking.web.tasks.blueprint import pages

Page = tuple[str, int]


@pages.get("/<reference>/lijnen/<int:number>")
@requires("line.hand_over")
def line(reference: str, number: int) -> Page:
    """One line at the counter: hand over, take back, late, or nobody came."""
    return _page(*_line(reference, number))


@pages.post("/<reference>/lijnen/<int:number>/uitgeven")
@requires("line.hand_over")
def hand_over(reference: str, number: int) -> Response | Page:
    """Out: every check runs once more."""
    session, actor, form = db.session(), current_actor(), HandOverForm()
    return _sent(
        reference, number, form, "handed_over",
        lambda: handovers.hand_over(session, actor, reference, number, now(), form.reason.data, override=form.override.data),
    )  # fmt: skip


@pages.post("/<reference>/lijnen/<int:number>/terugnemen")
@requires("line.hand_over")
def take_back(reference: str, number: int) -> Response | Page:
    """Back: what is missing is recorded as lost."""
    session, actor = db.session(), current_actor()
    form = TakeBackForm(_asked_back(*_line(reference, number)))
    return _sent(
        reference, number, form, "taken_back",
        lambda: handovers.take_back(session, actor, reference, number, now(), form.missing.data or 0, form.note.data, form.seen()),
    )  # fmt: skip


@pages.post("/<reference>/lijnen/<int:number>/te-laat")
@requires("line.hand_over")
def late(reference: str, number: int) -> Response | Page:
    """It comes back later than promised."""
    session, actor, form = db.session(), current_actor(), LateForm()
    expected = form.expected() if form.sent_well() else None
    if expected is None:
        return _page(*_line(reference, number), form)
    return _sent(
        reference, number, form, "fact_recorded",
        lambda: incidents.record_overdue(session, actor, reference, number, now(), expected, form.why.data),
    )  # fmt: skip


@pages.post("/<reference>/lijnen/<int:number>/niet-opgedaagd")
@requires("line.hand_over")
def no_show(reference: str, number: int) -> Response:
    """Nobody came."""
    if ButtonForm().sent_well():
        pressed(lambda: handovers.no_show(db.session(), current_actor(), reference, number, now()), "line_no_show", number=number)
    return redirect(url_for("tasks.line", reference=reference, number=number), 303)


def _sent(reference: str, number: int, form: Form, done: str, act: Callable[[], object]) -> Response | Page:
    """Carry a form of the counter out, or show it again with what stood in the way."""
    found, mine = _line(reference, number)
    findings: list[Any] = []
    if form.sent_well():
        well, findings = filled(form, act)
        if well:
            notice(done, asset=mine.asset.name)
            return redirect(url_for("tasks.overview"), 303)
    return _page(found, mine, form, findings)


def _page(found: Overview, mine: LineView, sent: Form | None = None, findings: Sequence[Any] = ()) -> Page:
    asked = _asked_back(found, mine) if mine.state is LineState.HANDED_OVER else {}
    forms = {"out": HandOverForm(), "back": TakeBackForm(asked), "late": LateForm()}
    forms = {name: sent if type(sent) is type(form) else form for name, form in forms.items()}
    shown = {"found": found, "line": mine, "forms": forms, "findings": findings or mine.findings, "moment_now": now()}
    page = render_template("tasks/line.html", sent=sent, told=told(sent) if sent else [], **shown)
    return page, 422 if sent else 200


def _asked_back(found: Overview, mine: LineView) -> dict[str, tuple[str, Decimal | None]]:
    """What the regulation that priced the line counts with when it comes back."""
    dossier = next(each for each in found.dossiers if mine in each.lines)
    return told_on_return(db.session(), catalogue(db.session()), dossier.id, mine.id)


def _line(reference: str, number: int) -> tuple[Overview, LineView]:
    """A line that the reader hands over. Raises NotFound for any other."""
    actor = current_actor()
    found = overview(db.session(), actor, reference)
    mine = [(dossier, line) for dossier in found.dossiers for line in dossier.lines if line.number == number]
    if not mine or not may(actor, "line.hand_over", authorities=(mine[0][0].authority.id,)):
        raise NotFound()
    return found, mine[0][1]
