"""Signing in with two steps: set up with an app, kept on paper, ended again, and required of who decides for a municipality."""

from __future__ import annotations

from flask import Blueprint, Flask, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.formats.qr import code as squares
from booking.queries.account import own_account
from booking.rules.permissions import needs_second_factor
from booking.rules.refusals import NotAllowed, Refused
from booking.services import profile, second_factor
from booking.services.vault import Locked
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.account import FactorForm, ProofForm
from booking.web.language import here
from booking.web.notices import notice
from booking.web.problems import is_api
from booking.web.security import SAFE
from booking.web.session import bearer_token, current_actor, current_visit, door
from booking.web.targets import local_target

pages = Blueprint("second_factor", __name__, url_prefix="/account/tweede-stap")

Page = Response | tuple[str, int]
OPEN = ("account.", "second_factor.", "auth.", "recovery.", "sign_up.", "health.", "about.", "static", "invitations.answer", "start.show")


def hang(app: Flask) -> None:
    """Stand behind the door that judges every request."""
    app.before_request(ask_for_factor)


def ask_for_factor() -> Response | None:
    """Outside the demo, who decides for a municipality sets up a second step before anything else. Raises NotAllowed to a program.

    A bearer token is made by whoever runs the machine and stands for itself.
    """
    if current_app.config["DEMO"] or request.routing_exception or bearer_token() is not None:
        return None
    visit = current_visit()
    if visit is None or visit.second_factor or not needs_second_factor(visit.actor) or (request.endpoint or "").startswith(OPEN):
        return None
    if is_api():
        raise NotAllowed("factor_needed")
    notice("factor_needed", "notice")
    return redirect(url_for("second_factor.set_up", next=here() if request.method in SAFE else None), 303)


@pages.route("", methods=["GET", "POST"])
@requires("account.own")
def set_up() -> Page:
    """Show a secret as QR code and as text; a code of the app proves that it arrived. Then the paper codes, once.

    The password is asked too, and a step that is on is first turned off with it: an open browser is not enough to lock its owner out.
    """
    actor, visit, form = current_actor(), current_visit(), FactorForm()
    own = own_account(db.session(), actor, now())
    account_id = actor.account_id or 0
    if own.factor_since:
        return redirect(url_for("account.show"), 303)
    try:
        if form.sent_well() and visit:
            profile.prove(db.session(), door(), account_id, form.password.data, now())
            codes = second_factor.turn_on(db.session(), door(), account_id, visit.id, form.proposed.data, form.code.data, now())
            return _paper(codes)
    except Locked:
        form.proposed.data = ""
    except Refused as refused:
        form.blame(refused.code, "password" if refused.code == "password_wrong" else "code", **refused.details)
    form.proposed.data = form.proposed.data or second_factor.new_secret(door(), account_id)
    try:
        text, address = second_factor.shown(door(), account_id, own.email, form.proposed.data)
    except Locked:
        return redirect(url_for("second_factor.set_up"), 303)
    page = render_template("account/second_factor.html", form=form, own=own, secret=text, code=squares(address))
    return page, 200 if request.method == "GET" else 422


@pages.route("/herstelcodes", methods=["GET", "POST"])
@requires("account.own")
def paper() -> Page:
    """Ten new codes on paper; those of before end."""
    form, account_id = ProofForm(), current_actor().account_id or 0
    if form.sent_well():
        done, _ = filled(form, lambda: profile.prove(db.session(), door(), account_id, form.password.data, now()))
        if done:
            return _paper(second_factor.new_paper_codes(db.session(), door(), account_id))
    return render_template("account/paper_ask.html", form=form), 200 if request.method == "GET" else 422


@pages.route("/uit", methods=["GET", "POST"])
@requires("account.own")
def turn_off() -> Page:
    """Back to the password alone; who decides for a municipality is asked to set it up again at once."""
    form, account_id = ProofForm(), current_actor().account_id or 0
    if form.sent_well():
        done, _ = filled(form, lambda: profile.prove(db.session(), door(), account_id, form.password.data, now()))
        if done:
            second_factor.turn_off(db.session(), account_id, now())
            notice("factor_off")
            return redirect(url_for("account.show"), 303)
    return render_template("account/second_factor_off.html", form=form), 200 if request.method == "GET" else 422


def _paper(codes: list[str]) -> Page:
    return render_template("account/paper.html", codes=codes, onward=local_target(request.args.get("next"))), 200
