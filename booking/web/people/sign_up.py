"""Signing up: one page, a code by mail, and back to where someone was."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.sign_up import municipalities, organisations
from booking.rules.refusals import Refused, TooMany
from booking.services import sign_up
from booking.services.claims import ORGANISATIONS
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.auth import CodeForm, KnownPasswordForm, SignUpForm, WhomFields
from booking.web.forms.base import ButtonForm
from booking.web.language import language
from booking.web.notices import notice
from booking.web.session import caller, current_visit, door, give_key, keep_device
from booking.web.targets import local_target

pages = Blueprint("sign_up", __name__, url_prefix="/account-maken")

Page = Response | tuple[str, int, dict[str, str]]
UNTRACED = {"Referrer-Policy": "no-referrer"}  # on pages whose address is a key (TEST_PLAN T-65)


@pages.route("", methods=["GET", "POST"])
@requires("door.open")
def ask() -> Page:
    """Who someone is and for whom they act. The answer is the same for an address that has an account."""
    form = SignUpForm({"next": request.args.get("next", ""), "language": language()})
    if request.method == "GET" and current_visit():
        return redirect(local_target(form.next.data), 303)
    offer(form)
    status, headers = 200 if request.method == "GET" else 422, {}
    if form.sent_well() and form.is_complete():
        try:
            handle = sign_up.ask(db.session(), door(), caller(), form.asked(), now())
            return redirect(url_for("sign_up.confirm", handle=handle), 303)
        except Refused as refused:
            form.blame(refused.code, "password" if refused.code.startswith("password") else None, **refused.details)
            status, headers = refused.status, wait_for(refused)
    return render_template("auth/sign_up.html", form=form), status, headers


@pages.route("/bevestigen/<handle>", methods=["GET", "POST"])
@requires("door.open")
def confirm(handle: str) -> Page:
    """The code of the mail, typed in the tab where the reservation waits."""
    form, status = CodeForm(), 200 if request.method == "GET" else 422
    email, headers = sign_up.email_of(db.session(), handle, now()), {}
    if form.sent_well():
        try:
            return enter(sign_up.confirm_by_code(db.session(), door(), caller(), handle, form.code.data, now()))
        except Refused as refused:
            form.blame(refused.code, "code", **refused.details)
            status, headers = refused.status, wait_for(refused)
    return render_template("auth/sign_up_code.html", form=form, email=email, handle=handle), status, headers


@pages.post("/bevestigen/<handle>/opnieuw")
@requires("door.open")
def resend(handle: str) -> Response:
    """Another mail; the code of the one before ends."""
    if ButtonForm().sent_well():
        try:
            sign_up.resend(db.session(), door(), caller(), handle, language(), now())
            notice("code_sent_again")
        except TooMany as refused:
            notice(refused.code, "problem", **refused.details)
    return redirect(url_for("sign_up.confirm", handle=handle), 303)


@pages.route("/link/<key>", methods=["GET", "POST"])
@requires("door.open")
def follow(key: str) -> Page:
    """The link of the mail. It asks for the password: some mail programs open every link, and a stranger may have given this address."""
    form, status, headers = KnownPasswordForm(), 200 if request.method == "GET" else 422, {}
    if not sign_up.is_waiting(db.session(), key, now()):
        return render_template("auth/link_dead.html"), 404, UNTRACED
    if form.sent_well():
        try:
            return enter(sign_up.confirm_by_link(db.session(), door(), caller(), key, form.password.data, now()))
        except Refused as refused:
            form.blame(refused.code, "password", **refused.details)
            status, headers = refused.status, wait_for(refused)
    return render_template("auth/sign_up_link.html", form=form), status, {**UNTRACED, **headers}


def offer(form: WhomFields) -> None:
    """Give a form the municipalities and organisations to choose from."""
    session = db.session()
    form.offer(organisations(session, ORGANISATIONS), municipalities(session))


def enter(entered: sign_up.Entered) -> Response:
    """Let somebody in who proved who they are, and send them to where they were going."""
    give_key(entered.key)
    keep_device(entered.email)
    notice("account_made")
    return redirect(local_target(entered.next), 303)


def wait_for(refused: Refused) -> dict[str, str]:
    """The header that tells a program how long to wait."""
    return {"Retry-After": str(60 * refused.details["minutes"])} if "minutes" in refused.details else {}
