"""A forgotten password: ask for a link, follow it, choose another."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for

from booking.clock import now
from booking.rules.refusals import NotFound, Refused, TooMany
from booking.services import recovery
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.auth import ForgottenForm, NewPasswordForm
from booking.web.language import language
from booking.web.notices import notice
from booking.web.people.auth import onward
from booking.web.people.sign_up import UNTRACED, Page, wait_for
from booking.web.session import caller, door, give_key

pages = Blueprint("recovery", __name__, url_prefix="/wachtwoord-vergeten")


@pages.route("", methods=["GET", "POST"])
@requires("door.open")
def ask() -> Page:
    """Ask for a link. The answer is the same whether the address has an account or not."""
    form, headers = ForgottenForm({"email": request.args.get("email", "")}), {}
    status = 200 if request.method == "GET" else 422
    if form.sent_well():
        try:
            recovery.ask(db.session(), door(), caller(), form.email.data, language(), now())
            return redirect(url_for("recovery.sent"), 303)
        except TooMany as refused:
            form.blame(refused.code, **refused.details)
            status, headers = refused.status, wait_for(refused)
    return render_template("auth/forgotten.html", form=form), status, headers


@pages.get("/verstuurd")
@requires("door.open")
def sent() -> str:
    """What happens next."""
    return render_template("auth/forgotten_sent.html")


@pages.route("/<key>", methods=["GET", "POST"])
@requires("door.open")
def reset(key: str) -> Page:
    """Choose another password. It ends every visit and signs this browser in, as far as its second factor."""
    form, status = NewPasswordForm(), 200 if request.method == "GET" else 422
    try:
        account = recovery.owner(db.session(), key, now())
        if form.sent_well():
            give_key(recovery.reset(db.session(), door(), caller(), key, form.password.data, now()).key)
            notice("password_reset")
            return onward("")
    except NotFound:
        return render_template("auth/link_dead.html", again=url_for("recovery.ask")), 404, UNTRACED
    except Refused as refused:
        form.blame(refused.code, "password", **refused.details)
    return render_template("auth/reset.html", form=form, email=account.email), status, UNTRACED
