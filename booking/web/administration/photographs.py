"""The photographs of an asset on screen: added, put first, described, taken away."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.rules.refusals import NotFound
from booking.services.administration import photographs as services
from booking.web.access import requires
from booking.web.administration.assets import SHEET, found_asset
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done
from booking.web.administration.forms.asset import AltForm, PhotographForm
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.photographs import folder
from booking.web.session import current_actor

PLACE = "/middelen/<int:asset>/fotos"
ONE = f"{PLACE}/<int:photograph>"


@pages.route(PLACE, endpoint="asset_photographs", methods=["GET", "POST"])
@requires("asset.administer")
def overview(asset: int) -> Response | Page:
    """The photographs in their order, and a form for one more."""
    session, actor, found, form = db.session(), current_actor(), found_asset(asset), PhotographForm()
    picture = form.picture() if form.sent_well() else None
    if picture is not None and filled(
        form, lambda: services.add_photograph(session, actor, asset, picture, form.alt.data, folder(), now())
    )[0]:  # fmt: skip
        return done("photograph_added", "administration.asset_photographs", asset=asset)
    page = render_template("administration/photographs.html", sheet=SHEET, found=found, form=form, told=told(form))
    return page, 422 if form.errors or form.form_errors else 200


@pages.post(f"{ONE}/eerst", endpoint="lead_with")
@requires("asset.administer")
def lead(asset: int, photograph: int) -> Response:
    """Show it first."""
    _check(asset, photograph)
    if ButtonForm().sent_well():
        pressed(lambda: services.lead_with(db.session(), current_actor(), asset, photograph, now()), "setting_saved")
    return _back(asset)


@pages.post(f"{ONE}/beschrijving", endpoint="describe_photograph")
@requires("asset.administer")
def describe(asset: int, photograph: int) -> Response:
    """Other words for who cannot see it."""
    _check(asset, photograph)
    form = AltForm()
    if form.sent_well():
        wanted = asset, photograph, form.was.data, form.alt.data
        pressed(lambda: services.describe_photograph(db.session(), current_actor(), *wanted, now()), "setting_saved")
    return _back(asset)


@pages.post(f"{ONE}/weg", endpoint="drop_photograph")
@requires("asset.administer")
def drop(asset: int, photograph: int) -> Response:
    """Take it away."""
    _check(asset, photograph)
    if ButtonForm().sent_well():
        pressed(lambda: services.drop_photograph(db.session(), current_actor(), asset, photograph, folder(), now()), "setting_saved")
    return _back(asset)


def _check(asset: int, photograph: int) -> None:
    """Raises NotFound for a photograph of another asset, or an asset of another authority."""
    if photograph not in {each.id for each in found_asset(asset).photographs}:
        raise NotFound()


def _back(asset: int) -> Response:
    return redirect(url_for("administration.asset_photographs", asset=asset), 303)
