"""Signing in and out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from booking.clock import now
from booking.rules.refusals import NotSignedIn, TooMany
from booking.services import sign_in as front_door
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.auth import SignInForm
from booking.web.notices import notice
from booking.web.session import caller, current_visit, door, give_key, presented_key
from booking.web.targets import home, local_target

pages = Blueprint("auth", __name__)


@pages.route("/aanmelden", methods=["GET", "POST"])
@requires("door.open")
def sign_in() -> Response | tuple[str, int, dict[str, str]]:
    """The sign-in page; whoever is signed in goes on at once."""
    form = SignInForm({"next": request.args.get("next", "")})
    if request.method == "GET" and current_visit():
        return redirect(local_target(form.next.data), 303)
    status, headers = 200 if request.method == "GET" else 422, {}
    if form.sent_well():
        try:
            give_key(front_door.sign_in(db.session(), door(), caller(), form.email.data, form.password.data, now()))
            return redirect(local_target(form.next.data), 303)
        except (NotSignedIn, TooMany) as refused:
            form.blame(refused.code, **refused.details)
            status = refused.status
            headers = {"Retry-After": str(60 * refused.details["minutes"])} if "minutes" in refused.details else {}
    return render_template("auth/sign_in.html", form=form), status, headers


@pages.post("/afmelden")
@requires("door.open")
def sign_out() -> Response:
    """Forget this browser; whoever was not signed in any more is simply told so."""
    front_door.sign_out(db.session(), presented_key())
    give_key("")
    notice("signed_out")
    return redirect(home(), 303)
