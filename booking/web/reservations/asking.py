"""Asking: one form that is filled in, previewed and sent; every button is a round trip that keeps what was typed."""

from __future__ import annotations

from datetime import datetime

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.judging import Judged, JudgedLine
from booking.queries.nearby import Alternatives, alternatives
from booking.rules.admission import Outcome
from booking.rules.asking import Ask
from booking.rules.periods import InvalidTime, Period
from booking.rules.refusals import Refused
from booking.services import reservations
from booking.services.idempotency import Answer, once
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.fields import told
from booking.web.forms.reservation import ReservationForm, mark_of
from booking.web.notices import notice
from booking.web.picks import Pick
from booking.web.reservations.blueprint import pages
from booking.web.session import current_actor

Page = tuple[str, int]


@pages.route("/nieuw", methods=["GET", "POST"])
@requires("reservation.request")
def new() -> Response | Page:
    """The form, what it would come to, and at last the request itself."""
    form, moment = ReservationForm(db.session(), current_actor()), now()
    act = request.form.get("do", "preview")
    if request.method == "GET":
        return _page(form)
    if act.startswith(("add", "remove:", "fill:")):
        form.change(act)
        return _page(form)
    form.sent_well()
    ask = form.ask(db.session(), current_actor())
    judged = _preview(form, ask, moment) if ask else None
    if ask is None or judged is None:
        return _page(form, status=422)
    shown = mark_of(ask, [dossier.quote for dossier in judged.dossiers])
    if act == "request" and form.seen.data == shown:
        reference = _request(form, ask, moment)
        if reference:
            return redirect(url_for("reservations.show", reference=reference), 303)
    form.seen.data = shown
    return _page(form, judged, 409 if form.form_errors else 200, changed=act == "request" and not form.form_errors)


def _preview(form: ReservationForm, ask: Ask, moment: datetime) -> Judged | None:
    try:
        return reservations.preview(db.session(), current_actor(), ask, moment)
    except InvalidTime as wrong:
        form.blame(wrong.code, **wrong.details)
    except Refused as refused:
        form.blame(refused.code, **refused.details)
    return None


def _request(form: ReservationForm, ask: Ask, moment: datetime) -> str | None:
    """The reference of what was written, now or when this form was sent before; None with what stood in the way told on the form."""
    session, actor = db.session(), current_actor()

    def write() -> Answer:
        return Answer(201, reservations.request(session, actor, ask, moment).reference)

    try:
        answer = once(session, actor.account_id or 0, f"form-{form.once.data}", repr(ask).encode(), moment, write)
    except Refused as refused:
        form.blame("form_sent_twice" if refused.code == "key_reused" else refused.code)
        if refused.code == "key_reused":
            form.once.data = form.once.default()
        return None
    notice("form_sent_twice" if answer.again else "reservation_made", "notice" if answer.again else "ok", reference=answer.text)
    return answer.text


def _page(form: ReservationForm, judged: Judged | None = None, status: int = 200, *, changed: bool = False) -> Page:
    """The form, with what was found beside each line once it was judged."""
    lines = judged.lines if judged else []
    page = render_template(
        "reservations/new.html",
        form=form,
        judged=judged,
        found={line.number: line for line in lines},
        other={line.number: _alternatives(form, line) for line in lines},
        refused=[line for line in lines if line.outcome is Outcome.REFUSED],
        confirmed=bool(lines) and all(line.outcome is Outcome.CONFIRMED for line in lines),
        told=told(form),
        changed=changed,
        assets=sorted(form.known.assets.values(), key=lambda card: card.code),
    )
    return page, status


@pages.app_template_global()
def pick(asset: str, use: Period, units: int) -> str:
    """What a button says that fills in a line."""
    return str(Pick(asset, use, units))


def _alternatives(form: ReservationForm, line: JudgedLine) -> Alternatives | None:
    taken = any(finding.code == "asset_taken" for finding in line.findings)
    return alternatives(db.session(), form.known, line, line.facts.now) if taken else None
