"""One's own account: who one is here, how one signs in, for whom one acts, and the browsers one is signed in with."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries import account as queries
from booking.rules.permissions import could
from booking.rules.refusals import NotFound
from booking.services import claims, profile, sign_in
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.account import CloseForm, EmailForm, OrganisationForm, PasswordForm, ProfileForm
from booking.web.forms.base import ButtonForm
from booking.web.notices import notice
from booking.web.people.sign_up import UNTRACED, offer
from booking.web.session import current_actor, current_visit, door, give_key
from booking.web.targets import home

pages = Blueprint("account", __name__, url_prefix="/account")

Page = Response | tuple[str, int]


@pages.get("")
@requires("account.own")
def show() -> str:
    """Name, roles, borrowers and browsers."""
    own, may_invite = queries.own_account(db.session(), current_actor(), now()), could(current_actor(), "invitation.read")
    return render_template("account/show.html", own=own, may_invite=may_invite, visit=current_visit())


@pages.route("/profiel", methods=["GET", "POST"])
@requires("account.own")
def change() -> Page:
    """Name, telephone and language; the next page speaks the language that was chosen."""
    actor = current_actor()
    own = queries.own_account(db.session(), actor, now())
    form = ProfileForm({"name": actor.name, "phone": own.phone, "language": own.language})
    if form.sent_well():
        values = (" ".join(form.name.data.split()), form.phone.data.strip(), form.language.data)
        profile.change(db.session(), actor.account_id or 0, *values, now())
        notice("profile_changed")
        return redirect(url_for("account.show"), 303)
    return render_template("account/profile.html", form=form, own=own), _status()


@pages.route("/wachtwoord", methods=["GET", "POST"])
@requires("account.own")
def password() -> Page:
    """Change the password, and with it sign out every other browser."""
    form, account_id, visit = PasswordForm(), current_actor().account_id or 0, current_visit()
    if form.sent_well():
        words, stay = (form.old_password.data, form.new_password.data), visit.id if visit else None
        done, _ = filled(form, lambda: profile.change_password(db.session(), door(), account_id, *words, now(), stay=stay))
        if done:
            notice("password_changed")
            return redirect(url_for("account.show"), 303)
    return render_template("account/password.html", form=form), _status()


@pages.route("/e-mail", methods=["GET", "POST"])
@requires("account.own")
def email() -> Page:
    """Ask for another address; it counts when the link that is mailed there is followed."""
    form, account_id = EmailForm(), current_actor().account_id or 0
    if form.sent_well():
        asked = (form.password.data, form.email.data)
        done, _ = filled(form, lambda: profile.ask_email(db.session(), door(), account_id, *asked, now()))
        if done:
            notice("email_asked", email=form.email.data)
            return redirect(url_for("account.show"), 303)
    return render_template("account/email.html", form=form), _status()


@pages.route("/e-mail/nieuw/<key>", methods=["GET", "POST"])
@requires("door.open")
def confirm_email(key: str) -> Page | tuple[str, int, dict[str, str]]:
    """The link in the new mailbox: from now on this address counts."""
    try:
        found = profile.awaits_email(db.session(), "new_email", key, now())
        if request.method == "POST" and ButtonForm().sent_well():
            profile.confirm_email(db.session(), key, now())
            notice("email_changed")
            return redirect(url_for("account.show"), 303)
    except NotFound:
        return render_template("auth/link_dead.html"), 404, UNTRACED
    return render_template("account/email_confirm.html", email=found.email), 200, UNTRACED


@pages.route("/e-mail/behouden/<key>", methods=["GET", "POST"])
@requires("door.open")
def keep_email(key: str) -> Page | tuple[str, int, dict[str, str]]:
    """The link in the old mailbox: nothing changes, nobody stays signed in, and a new password is chosen."""
    try:
        found = profile.awaits_email(db.session(), "keep_email", key, now())
        if request.method == "POST" and ButtonForm().sent_well():
            reset = profile.keep_email(db.session(), door(), key, now())
            notice("email_kept")
            return redirect(url_for("recovery.reset", key=reset), 303)
    except NotFound:
        return render_template("auth/link_dead.html"), 404, UNTRACED
    return render_template("account/email_keep.html", email=found.email), 200, UNTRACED


@pages.route("/organisaties", methods=["GET", "POST"])
@requires("account.own")
def organisations() -> Page:
    """Say for whom else one acts."""
    form, account_id = OrganisationForm(), current_actor().account_id or 0
    offer(form)
    if form.sent_well() and form.is_complete():
        done, _ = filled(form, lambda: claims.act_for(db.session(), account_id, form.chosen_whom(), now()))
        if done:
            notice("profile_changed" if form.for_oneself() else "organisation_claimed")
            return redirect(url_for("account.show"), 303)
    return render_template("account/organisations.html", form=form), _status()


@pages.post("/organisaties/<int(max=999999999):organisation>/verlaten")
@requires("account.own")
def leave(organisation: int) -> Response:
    """No longer act for a borrower."""
    account_id = current_actor().account_id or 0
    pressed(lambda: claims.leave(db.session(), account_id, organisation, now()), "organisation_left")
    return redirect(url_for("account.show"), 303)


@pages.post("/toestellen/<int(max=999999999):visit>/afmelden")
@requires("account.own")
def sign_out_one(visit: int) -> Response:
    """Sign out one browser."""
    pressed(lambda: sign_in.sign_out_one(db.session(), current_actor().account_id or 0, visit), "visit_ended")
    return redirect(url_for("account.show"), 303)


@pages.post("/afmelden-elders")
@requires("account.own")
def sign_out_elsewhere() -> Response:
    """Sign out every browser but this one."""
    visit = current_visit()
    sign_in.sign_out_everywhere(db.session(), current_actor().account_id or 0, except_visit=visit.id if visit else None)
    notice("signed_out_elsewhere")
    return redirect(url_for("account.show"), 303)


@pages.route("/sluiten", methods=["GET", "POST"])
@requires("account.own")
def close() -> Page:
    """Leave for good."""
    form, account_id = CloseForm(), current_actor().account_id or 0
    if form.sent_well():
        done, _ = filled(form, lambda: profile.close(db.session(), door(), account_id, form.password.data, now()))
        if done:
            give_key("")
            notice("account_closed")
            return redirect(home(), 303)
    return render_template("account/close.html", form=form), _status()


def _status() -> int:
    return 200 if request.method == "GET" else 422
