"""Asking: one page that is filled in, priced while it is typed, and sent; every button is a round trip that keeps what was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.rules.asking import Ask
from booking.rules.periods import Period
from booking.rules.refusals import Refused
from booking.services import reservations, waiting
from booking.services.idempotency import Answer, once
from booking.services.proofs import people
from booking.services.transaction import retried
from booking.web import basket
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.fields import told
from booking.web.forms.reservation import ReservationForm
from booking.web.notices import notice
from booking.web.picks import Pick, read_picks
from booking.web.reservations.blueprint import pages
from booking.web.reservations.judging import Outlook, outlook
from booking.web.session import current_actor

Page = tuple[str, int]


@pages.route("/nieuw", methods=["GET", "POST"])
@requires("reservation.request")
def new() -> Response | Page:
    """The form with what it comes to, the same beside it while it is typed, and at last the request itself."""
    moment = now()
    form = ReservationForm(db.session(), current_actor(), moment, _picked())
    act = request.form.get("do", "preview")
    if act.startswith(("add", "remove:", "fill:", "find")) or request.method == "GET":
        form.change(act)
        return _page(form, outlook(form, moment))
    if act.startswith("person:"):
        _name_person(form, act.removeprefix("person:"), moment)
        return _page(form, outlook(form, moment))
    form.sent_well()
    if "HX-Request" in request.headers:
        return _page(form, outlook(form, moment), template="reservations/live.html")
    ask, found = form.ask(), outlook(form, moment)
    if ask is not None and act.startswith("wait:"):
        return _wait(form, ask, act.removeprefix("wait:"), moment)
    if ask is None or found.judged is None or (act == "request" and not form.agrees(found.terms)):
        return _page(form, found, 422)
    known = form.seen.data == found.mark
    reference = _request(form, ask, moment) if act == "request" and known else None
    if reference:
        return redirect(url_for("reservations.show", reference=reference), 303)
    if form.form_errors:  # it was not as it seemed a moment ago
        found = outlook(form, moment)
    return _page(form, found, 409 if form.form_errors else 200, changed=act == "request" and not known)


def _name_person(form: ReservationForm, asked: str, moment: datetime) -> None:
    """Somebody new to drive or to operate on one line: known to the borrower from now on, and chosen there."""
    part, kind = form.line_and_role(asked)
    if part is None:
        return
    name, borrower = part.newcomer.data or "", form.borrower.data or 0
    try:
        person = retried(lambda: people.add_person(db.session(), current_actor(), borrower, name, moment))
    except Refused as refused:
        part.fault("newcomer", refused.code)
        return
    part.newcomer.data, part.newcomer.raw_data = "", None
    form.choose_person(part[kind], person)


def _picked() -> list[Pick]:
    """What the address names, or else what is in the basket."""
    named = read_picks(request.args.getlist("line"))
    kept = basket.mine() if request.method == "GET" and not named and "asset" not in request.args else None
    return named or [Pick(line.asset.code, line.use, line.units) for line in (kept.lines if kept else ())]


def _request(form: ReservationForm, ask: Ask, moment: datetime) -> str | None:
    """The reference of what was written, now or when this form was sent before; None with what stood in the way told on the form."""
    session, actor = db.session(), current_actor()

    def write() -> Answer:
        return Answer(201, reservations.request(session, actor, ask, moment, basket.mine()).reference)

    try:
        answer = retried(lambda: once(session, actor.account_id or 0, f"form-{form.once.data}", repr(ask).encode(), moment, write))
    except Refused as refused:
        form.blame("form_sent_twice" if refused.code == "key_reused" else refused.code)
        if refused.code == "key_reused":
            form.once.data = form.once.default()
        return None
    notice("form_sent_twice" if answer.again else "reservation_made", "notice" if answer.again else "ok", reference=answer.text)
    return answer.text


def _wait(form: ReservationForm, ask: Ask, place: str, moment: datetime) -> Response | Page:
    """Join the queue for one line; what else the form holds can still be asked."""
    chosen = ask.lines[int(place) : int(place) + 1] if place.isascii() and place.isdecimal() and len(place) < 4 else ()
    try:
        waiting.join(db.session(), current_actor(), replace(ask, lines=chosen, option_until=None), moment)
    except Refused as refused:
        form.blame(refused.code, **{name: value for name, value in refused.details.items() if name == "limit"})
        return _page(form, outlook(form, moment), 409)
    notice("waiting_joined", asset=form.known.assets[chosen[0].asset].name)
    if len(ask.lines) == 1:
        return redirect(url_for("waiting.overview"), 303)
    form.change(f"remove:{place}")
    return _page(form, outlook(form, moment))


def _page(
    form: ReservationForm, found: Outlook, status: int = 200, *, changed: bool = False, template: str = "reservations/new.html"
) -> Page:
    """The form, or only what stands beside it, with what was found about each line."""
    form.seen.data = found.mark
    named = all(entry.form.card for entry in form.lines)
    assets = [] if named else sorted(form.known.assets.values(), key=lambda card: card.code)
    return render_template(template, form=form, found=found, told=told(form), changed=changed, assets=assets), status


@pages.app_template_global()
def pick(asset: str, use: Period, units: int) -> str:
    """What a button says that fills in a line."""
    return str(Pick(asset, use, units))
