"""Signing in, in one step or two, and out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.rules.refusals import NotSignedIn, TooMany
from booking.services import second_factor
from booking.services import sign_in as front_door
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.account import SecondStepForm
from booking.web.forms.auth import SignInForm
from booking.web.notices import notice
from booking.web.people.sign_up import Page, wait_for
from booking.web.session import caller, current_visit, door, give_key, keep_device, presented_key
from booking.web.targets import home, local_target

pages = Blueprint("auth", __name__)


@pages.route("/aanmelden", methods=["GET", "POST"])
@requires("door.open")
def sign_in() -> Page:
    """The sign-in page; whoever is signed in goes on at once."""
    form = SignInForm({"next": request.args.get("next", "")})
    if request.method == "GET" and current_visit():
        return redirect(local_target(form.next.data), 303)
    status, headers = 200 if request.method == "GET" else 422, {}
    if form.sent_well():
        try:
            give_key(front_door.sign_in(db.session(), door(), caller(), form.email.data, form.password.data, now()))
            keep_device(form.email.data)
            return onward(form.next.data)
        except (NotSignedIn, TooMany) as refused:
            form.blame(refused.code, **refused.details)
            status, headers = refused.status, wait_for(refused)
    return render_template("auth/sign_in.html", form=form), status, headers


@pages.route("/aanmelden/tweede-stap", methods=["GET", "POST"])
@requires("door.open")
def second_step() -> Page:
    """The code of an app or of the paper, for who gave the right password just now."""
    form = SecondStepForm({"next": request.args.get("next", "")})
    if second_factor.awaited_by(db.session(), presented_key(), now()) is None:
        return redirect(url_for("auth.sign_in", next=form.next.data or None), 303)
    status, headers = 200 if request.method == "GET" else 422, {}
    if form.sent_well():
        try:
            give_key(second_factor.enter(db.session(), door(), caller(), form.code.data, now()))
            return redirect(local_target(form.next.data), 303)
        except (NotSignedIn, TooMany) as refused:
            form.blame(refused.code, "code", **refused.details)
            status, headers = refused.status, wait_for(refused)
    return render_template("auth/second_step.html", form=form), status, headers


@pages.post("/afmelden")
@requires("door.open")
def sign_out() -> Response:
    """Forget this browser; whoever was not signed in any more is simply told so."""
    front_door.sign_out(db.session(), presented_key())
    give_key("")
    notice("signed_out")
    return redirect(home(), 303)


def onward(wanted: str) -> Response:
    """To where someone was going, by way of the second step when there is one."""
    if second_factor.awaited_by(db.session(), presented_key(), now()):
        return redirect(url_for("auth.second_step", next=wanted or None), 303)
    return redirect(local_target(wanted), 303)
