"""Inviting colleagues, taking up an invitation, and helping a colleague who lost the second step."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries import account as queries
from booking.rules.refusals import NotFound, Refused
from booking.services import invitations, second_factor
from booking.web.access import requires
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.account import InviteForm, JoinForm
from booking.web.forms.base import ButtonForm
from booking.web.language import language
from booking.web.notices import notice
from booking.web.people.sign_up import UNTRACED
from booking.web.session import caller, current_actor, current_visit, door, give_key, keep_device
from booking.web.targets import home

pages = Blueprint("invitations", __name__)

Page = Response | tuple[str, int] | tuple[str, int, dict[str, str]]


@pages.route("/collegas", methods=["GET", "POST"])
@requires("invitation.read")
def overview() -> Page:
    """What was sent and waits, the form for one more, and colleagues who sign in with two steps."""
    session, actor, form = db.session(), current_actor(), InviteForm()
    form.offer(*queries.inviting(session, actor))
    if form.sent_well():
        asked = (form.email.data.strip(), form.invited_to(), language())
        done, _ = filled(form, lambda: invitations.invite(session, door(), actor, *asked, now()))
        if done:
            notice("invitation_sent", email=asked[0])
            return redirect(url_for("invitations.overview"), 303)
    waiting, guarded = queries.open_invitations(session, actor, now()), queries.colleagues_with_factor(session, actor, now())
    page = render_template("account/colleagues.html", form=form, waiting=waiting, guarded=guarded)
    return page, 200 if request.method == "GET" else 422


@pages.post("/collegas/uitnodigingen/<int(max=999999999):invitation>/intrekken")
@requires("invitation.read")
def revoke(invitation: int) -> Response:
    """End an invitation that waits."""
    pressed(lambda: invitations.revoke(db.session(), current_actor(), invitation, now()), "invitation_revoked")
    return redirect(url_for("invitations.overview"), 303)


@pages.post("/collegas/<int(max=999999999):colleague>/tweede-stap-wissen")
@requires("colleague.reset_factor")
def reset_factor(colleague: int) -> Response:
    """A colleague lost the device: the password opens the door again, until a new one is set up."""
    pressed(lambda: second_factor.turn_off_for(db.session(), current_actor(), colleague, now()), "factor_reset_for")
    return redirect(url_for("invitations.overview"), 303)


@pages.route("/uitnodiging/<key>", methods=["GET", "POST"])
@requires("door.open")
def answer(key: str) -> Page:
    """The link of the mail: whoever has an account signs in and says yes; whoever has none makes one here."""
    session, form, visit = db.session(), JoinForm({"language": language()}), current_visit()
    try:
        found = invitations.find(session, key, now())
        if visit and request.method == "POST" and ButtonForm().sent_well():
            invitations.accept(session, visit.actor, key, now())
            return _accepted()
        if not visit and form.sent_well():
            who = (" ".join(form.name.data.split()), form.password.data, form.language.data)
            give_key(invitations.accept_as_new(session, door(), caller(), key, *who, now()))
            keep_device(found.email)
            return _accepted()
    except NotFound:
        return render_template("auth/link_dead.html"), 404, UNTRACED
    except Refused as refused:
        form.blame(refused.code, "password" if refused.code.startswith("password") else None, **refused.details)
    told = {**invitations.told(session, found), "known": invitations.has_account(session, found), "visit": visit}
    page = render_template("account/invitation.html", form=form, email=found.email, **told)
    return page, 200 if request.method == "GET" else 422, UNTRACED


def _accepted() -> Response:
    notice("invitation_accepted")
    return redirect(home(), 303)
