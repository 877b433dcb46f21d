"""What belongs to an asset, on screen: its features, the work it asks, its parts, where it is kept and its last day."""

from __future__ import annotations

from flask import redirect, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import assets as queries
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services.administration import assets as services
from booking.web.access import requires
from booking.web.administration.assets import SHEET, found_asset
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.asset import MoveForm, PartForm, RetireForm
from booking.web.administration.forms.asset_details import features_form
from booking.web.administration.forms.asset_plan import PlanForm
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.language import gettext
from booking.web.session import current_actor


@pages.route("/middelen/<int:asset>/kenmerken", endpoint="asset_features", methods=["GET", "POST"])
@requires("asset.administer")
def features(asset: int) -> Response | Page:
    """What it has."""
    session, actor, found = db.session(), current_actor(), found_asset(asset)
    form, title = features_form(found), gettext("Kenmerken van %(name)s") % {"name": found.row.name}
    if saved(form, lambda: services.change_features(session, actor, asset, form.read_at, form.has(), form.says(), now())):
        return done("setting_saved", SHEET.detail, asset=asset)
    return form_page(SHEET, form, title, url_for(SHEET.detail, asset=asset), "administration/asset_features.html", under=found.row.name)


@pages.route("/middelen/<int:asset>/werk", endpoint="asset_plan", methods=["GET", "POST"])
@requires("asset.administer")
def plan(asset: int) -> Response | Page:
    """What work each loan asks."""
    session, actor, found = db.session(), current_actor(), found_asset(asset)
    form, title = PlanForm(found), gettext("Werk per uitlening van %(name)s") % {"name": found.row.name}
    if saved(form, lambda: services.change_plan(session, actor, asset, form.read_at, form.steps(), now())):
        return done("setting_saved", SHEET.detail, asset=asset)
    return form_page(SHEET, form, title, url_for(SHEET.detail, asset=asset), "administration/asset_plan.html", under=found.row.name)


@pages.route("/middelen/<int:asset>/onderdelen", endpoint="asset_parts", methods=["GET", "POST"])
@requires("asset.administer")
def parts(asset: int) -> Response | Page:
    """What it is made of, and a form for one more part."""
    session, actor, found = db.session(), current_actor(), found_asset(asset)
    form = PartForm(queries.possible_parts(session, found, local(now()).date()), found.version)
    if saved(form, lambda: services.add_part(session, actor, asset, form.read_at, form.part.data, form.units.data, now())):
        return done("setting_saved", "administration.asset_parts", asset=asset)
    back, title = url_for(SHEET.detail, asset=asset), found.row.name
    return form_page(SHEET, form, title, back, "administration/asset_parts.html", found=found, under=found.row.name)


@pages.post("/middelen/<int:asset>/onderdelen/<int:part>", endpoint="drop_part")
@requires("asset.administer")
def drop_part(asset: int, part: int) -> Response:
    """It no longer holds this part."""
    if part not in {each.id for each in found_asset(asset).parts}:
        raise NotFound()
    if ButtonForm().sent_well():
        pressed(lambda: services.drop_part(db.session(), current_actor(), asset, part, now()), "setting_saved")
    return redirect(url_for("administration.asset_parts", asset=asset), 303)


@pages.route("/middelen/<int:asset>/verhuizen", endpoint="move_asset", methods=["GET", "POST"])
@requires("asset.administer")
def move(asset: int) -> Response | Page:
    """Another place keeps it from a day on."""
    session, actor, found = db.session(), current_actor(), found_asset(asset)
    form = MoveForm(queries.places_of(session, [found.manager]), found.version)
    title = gettext("%(name)s verhuizen") % {"name": found.row.name}
    if saved(form, lambda: services.move_asset(session, actor, asset, form.read_at, form.depot.data, form.first.data, now())):
        return done("setting_saved", SHEET.detail, asset=asset)
    return form_page(SHEET, form, title, url_for(SHEET.detail, asset=asset), under=found.row.name)


@pages.route("/middelen/<int:asset>/uit-dienst", endpoint="retire_asset", methods=["GET", "POST"])
@requires("asset.administer")
def retire(asset: int) -> Response | Page:
    """Its last day in service."""
    session, actor, found = db.session(), current_actor(), found_asset(asset)
    form = RetireForm({"version": found.version, "last": found.row.in_service_until})
    title = gettext("%(name)s uit dienst nemen") % {"name": found.row.name}
    if saved(form, lambda: services.retire_asset(session, actor, asset, form.read_at, form.last.data, now())):
        return done("setting_saved", SHEET.detail, asset=asset)
    return form_page(SHEET, form, title, url_for(SHEET.detail, asset=asset), under=found.row.name)


@pages.post("/middelen/<int:asset>/in-dienst", endpoint="restore_asset")
@requires("asset.administer")
def restore(asset: int) -> Response:
    """It stays after all."""
    found_asset(asset)
    if ButtonForm().sent_well():
        pressed(lambda: services.restore_asset(db.session(), current_actor(), asset, now()), "setting_saved")
    return redirect(url_for(SHEET.detail, asset=asset), 303)
