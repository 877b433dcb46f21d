"""Who owns an asset, on screen: what was and is, a proposal for later, and the answer of those that it concerns."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField

from booking.clock import now
from booking.queries.administration import owners as queries
from booking.rules.periods import local
from booking.rules.permissions import may
from booking.services.administration import assets as services
from booking.web.access import requires
from booking.web.administration.assets import SHEET
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, saved
from booking.web.administration.forms.owners import OwnersForm, as_percent
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.fields import told
from booking.web.language import language
from booking.web.row_ids import read_id
from booking.web.session import current_actor

PLACE = "/middelen/<int:asset>/eigendom"


class AnswerForm(Form):
    """Which proposal the answer is to: another may have come meanwhile."""

    proposal = HiddenField()


@pages.route(PLACE, endpoint="asset_owners", methods=["GET", "POST"])
@requires("asset.administer")
def owners(asset: int) -> Response | Page:
    """Who owns it by day, what waits, and a form for other owners."""
    session, actor, today = db.session(), current_actor(), local(now()).date()
    found = queries.owners_page(session, actor, asset, today)
    form, counted = OwnersForm(found.today, found.choices, found.version, today), list[bool]()
    if saved(form, lambda: counted.append(services.propose_owners(session, actor, asset, form.read_at, form.wanted(), now()))):
        return done("setting_saved" if counted[-1] else "owners_asked", "administration.asset_owners", asset=asset)
    manages = may(actor, queries.ACT, authorities=(found.today.manager,))
    page = render_template(
        "administration/asset_owners.html", sheet=SHEET, found=found, form=form, told=told(form), manages=manages, key=asset,
    )  # fmt: skip
    return page, 409 if form.meanwhile else 422 if form.errors or form.form_errors else 200


@pages.post(f"{PLACE}/instemmen", endpoint="agree_owners")
@requires("asset.administer")
def agree(asset: int) -> Response:
    """Yes, for all the reader's authorities that it concerns."""
    return _answered(asset, services.agree, "owners_agreed")


@pages.post(f"{PLACE}/intrekken", endpoint="take_back_owners")
@requires("asset.administer")
def take_back(asset: int) -> Response:
    """No; things stay as they are."""
    return _answered(asset, services.take_back, "owners_taken_back")


def _answered(asset: int, answer: object, said: str) -> Response:
    session, actor, form = db.session(), current_actor(), AnswerForm()
    queries.owners_page(session, actor, asset, local(now()).date())
    proposal = read_id(form.proposal.data)
    if form.sent_well() and proposal and callable(answer):
        pressed(lambda: answer(session, actor, asset, proposal, now()), said)
    try:
        queries.owners_page(session, actor, asset, local(now()).date())
    except queries.NotFound:  # it concerns the reader no longer
        return redirect(url_for(SHEET.overview), 303)
    return redirect(url_for("administration.asset_owners", asset=asset), 303)


@pages.app_template_filter("percent_of")
def percent_of(points: int) -> str:
    """Filter: basis points as a percentage without its sign."""
    return as_percent(points, language())
