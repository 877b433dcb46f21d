"""One's own account: who one is here, the password, and the browsers one is signed in with."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries import account as queries
from booking.rules.refusals import Refused
from booking.services import accounts
from booking.services.sign_in import sign_out_everywhere
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.forms.auth import PasswordForm
from booking.web.notices import notice
from booking.web.session import current_actor, current_visit

pages = Blueprint("account", __name__, url_prefix="/account")


@pages.get("")
@requires("account.own")
def show() -> str:
    """Name, roles, borrowers and browsers."""
    return render_template("auth/account.html", own=queries.own_account(db.session(), current_actor(), now()), visit=current_visit())


@pages.route("/wachtwoord", methods=["GET", "POST"])
@requires("account.own")
def password() -> Response | tuple[str, int]:
    """Change the password, and with it sign out every other browser."""
    form, visit = PasswordForm(), current_visit()
    if form.sent_well():
        try:
            accounts.change_password(
                db.session(), current_actor().account_id or 0, form.old_password.data, form.new_password.data, now(),
                cost=current_app.config["PASSWORD_COST"], stay=visit.id if visit else None,
            )  # fmt: skip
            notice("password_changed")
            return redirect(url_for("account.show"), 303)
        except Refused as refused:
            form.blame(refused.code, "old_password" if refused.code == "password_wrong" else "new_password", **refused.details)
    return render_template("auth/password.html", form=form), 200 if request.method == "GET" else 422


@pages.post("/afmelden-elders")
@requires("account.own")
def sign_out_elsewhere() -> Response:
    """Sign out every browser but this one."""
    visit = current_visit()
    sign_out_everywhere(db.session(), current_actor().account_id or 0, except_visit=visit.id if visit else None)
    notice("signed_out_elsewhere")
    return redirect(url_for("account.show"), 303)
