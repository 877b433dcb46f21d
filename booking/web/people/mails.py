"""How often one hears of what: a page of one's own, and the page behind the link at the foot of a mail."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.mail_choices import addresses_of, is_off
from booking.rules.refusals import NotFound
from booking.services import mail_choices
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.mails import MailsForm
from booking.web.notices import notice
from booking.web.people.sign_up import UNTRACED
from booking.web.session import current_actor

pages = Blueprint("mails", __name__)

Page = Response | tuple[str, int] | tuple[str, int, dict[str, str]]


@pages.route("/account/berichten", methods=["GET", "POST"])
@requires("account.own")
def choose() -> Page:
    """A card per address; one of them is sent at a time."""
    session, actor = db.session(), current_actor()
    addresses, status = addresses_of(session, actor), 200
    sent = next((place for place, each in enumerate(addresses) if each.address == request.form.get("address")), None)
    forms = [MailsForm(each, place) for place, each in enumerate(addresses)]
    if request.method == "POST":
        status = 422
        if sent is not None and (form := forms[sent]).sent_well():
            done, _ = filled(form, lambda: mail_choices.choose(session, actor, addresses[sent].address, form.chosen(), now()))
            if done:
                notice("mail_choices_kept")
                return redirect(url_for("mails.choose", _anchor=f"adres-{sent}"), 303)
    return render_template("account/mails.html", cards=list(zip(addresses, forms, strict=True))), status


@pages.route(f"{mail_choices.PLACE}/<key>", methods=["GET", "POST"])
@requires("door.open")
def stop(key: str) -> Page:
    """Whoever holds a mail may switch such mails off and on again, signed in or not. Nothing changes by looking.

    A mail program posts here for its reader, without a cookie or a token (RFC 8058): the key in the address is the proof.
    """
    secret = current_app.config["SECRET_KEY"].encode()
    try:
        if request.method == "POST":
            mail_choices.stop(db.session(), secret, key, now(), again="aan" in request.form)
        told = mail_choices.named(secret, key)
    except NotFound:
        return render_template("auth/link_dead.html"), 404, UNTRACED
    return render_template("account/mails_stop.html", address=told[0], family=told[1], off=is_off(db.session(), *told)), 200, UNTRACED
