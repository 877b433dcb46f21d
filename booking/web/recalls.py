"""Recalling: an owner takes back what it promised or lent for an emergency of its own, and the borrower chooses what comes instead."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField

from booking.clock import now
from booking.queries.overview import LineView, Overview
from booking.queries.recalls import RECALLABLE, recallable
from booking.rules.lifecycle import IllegalMove
from booking.rules.permissions import may
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import incidents
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.fields import told
from booking.web.forms.recall import RecallForm
from booking.web.notices import notice
from booking.web.row_ids import read_id
from booking.web.session import current_actor

pages = Blueprint("recalls", __name__)


class ChoiceForm(Form):
    """Which of the assets that were offered; nothing for none of them."""

    asset = HiddenField()


@pages.route("/werklijst/<loan>/lijnen/<int:number>/terugroepen", endpoint="ask", methods=["GET", "POST"])
@requires("line.recall")
def ask(loan: str, number: int) -> Response | tuple[str, int]:
    """Why it is needed, when, and what is offered instead."""
    session, actor = db.session(), current_actor()
    try:
        found = recallable(session, actor, loan, number, now())
    except IllegalMove as wrong:
        notice("move_not_allowed", "problem", current=str(wrong.current))
        return redirect(url_for("reservations.show", reference=loan), 303)
    form, own = RecallForm(found, now()), list[str]()
    emergency = form.emergency(out=found.out) if form.sent_well() else None
    if emergency and filled(
        form,
        lambda: own.append(
            incidents.recall(session, actor, loan, number, now(), emergency, form.reason.data, form.offered.data or [])
        ),
    )[0]:  # fmt: skip
        notice("line_recalled", number=number, own=own[-1])
        return redirect(url_for("reservations.show", reference=own[-1]), 303)
    page = render_template("recalls/ask.html", found=found, form=form, told=told(form))
    return page, 422 if form.errors or form.form_errors else 200


@pages.post("/reservaties/<reference>/lijnen/<int:number>/terugroeping", endpoint="answer")
@requires("line.answer")
def answer(reference: str, number: int) -> Response:
    """The borrower takes one of the assets that are offered, or none."""
    form, session, actor = ChoiceForm(), db.session(), current_actor()
    if not form.sent_well():
        return redirect(url_for("reservations.show", reference=reference), 303)
    try:
        taken = incidents.answer_recall(session, actor, reference, number, now(), read_id(form.asset.data))
    except Refused as refused:
        if isinstance(refused, NotAllowed | NotFound) and refused.code != "recall_answered":
            raise
        notice(refused.code if refused.code == "recall_answered" else "recall_gone", "problem")
        return redirect(url_for("reservations.show", reference=reference), 303)
    if taken:
        notice("recall_taken", reference=taken)
        return redirect(url_for("reservations.show", reference=taken), 303)
    notice("recall_declined")
    return redirect(url_for("reservations.show", reference=reference), 303)


def to_recall(found: Overview) -> list[LineView]:
    """The lines of a reservation that the reader may recall."""
    actor = current_actor()
    mine = [dossier for dossier in found.dossiers if may(actor, "line.recall", authorities=(dossier.authority.id,))]
    return [line for dossier in mine for line in dossier.lines if line.state in RECALLABLE]
