"""Vehicles on screen: their list, one of them, its form, and out of use or back again."""

from __future__ import annotations

from dataclasses import asdict

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import crews as queries
from booking.queries.administration.changes import changes_of, version_of
from booking.queries.administration.depots import administered
from booking.rules.kinds import VehicleKind
from booking.services.administration import crews as services
from booking.services.administration.changes import settings_of
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.crew import VehicleForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import chosen
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from models import Vehicle

KINDS = chosen("vehicle_kind", VehicleKind)

SHEET = Sheet(
    noun="vehicle",
    title=_("Voertuigen"),
    purpose=_("Waarmee gereden wordt: een taak kan een voertuig krijgen, en wie plant ziet wanneer het al weg is."),
    icon="truck",
    rows=queries.vehicles,
    columns=(
        Column("name", _("Naam")),
        Column("plate", _("Nummerplaat")),
        Column("kind", _("Soort"), "vehicle_kind"),
        Column("depot", _("Thuis in")),
        Column("authority", _("Bestuur")),
        Column("retired", _("Buiten gebruik sinds"), "day"),
    ),
    searched=("name", "plate"),
    overview="administration.vehicles",
    detail="administration.vehicle",
    create="administration.new_vehicle",
    create_text=_("Nieuw voertuig"),
    filters=(
        Filter("kind", _("Soort"), lambda _session, _actor: list(KINDS().items())),
        Filter("retired", _("Welke"), lambda _session, _actor: [("1", gettext("Ook buiten gebruik"))], _("In gebruik")),
    ),
)


@pages.get("/voertuigen", endpoint="vehicles")
@requires("crew.administer")
def overview() -> Response | str:
    """The vehicles of the reader's authorities."""
    return list_page(SHEET)


@pages.get("/voertuigen/<int:vehicle>", endpoint="vehicle")
@requires("crew.administer")
def show(vehicle: int) -> str:
    """One of them."""
    session = db.session()
    row = queries.own_hands(session, current_actor(), Vehicle, vehicle)
    home, history = queries.home_of(session, row.depot_id), changes_of(session, "vehicle", vehicle)
    return render_template("administration/hands.html", sheet=SHEET, row=row, title=row.name, home=home, history=history)


@pages.route("/voertuigen/nieuw", endpoint="new_vehicle", methods=["GET", "POST"])
@requires("crew.administer")
def create() -> Response | Page:
    """A new one."""
    session, actor, made = db.session(), current_actor(), list[int]()
    mine = administered(session, actor, queries.ACT)
    form = VehicleForm(mine, queries.homes(session, mine))
    if saved(
        form,
        lambda: made.append(services.create_hands(session, actor, form.authority.data, form.settings(services.VehicleSettings), now())),
    ):
        return done("setting_saved", SHEET.detail, vehicle=made[0])
    return form_page(SHEET, form, _("Nieuw voertuig"), url_for(SHEET.overview))


@pages.route("/voertuigen/<int:vehicle>/wijzigen", endpoint="edit_vehicle", methods=["GET", "POST"])
@requires("crew.administer")
def edit(vehicle: int) -> Response | Page:
    """Its name, where it is at home, and what else is known about it."""
    session, actor = db.session(), current_actor()
    row = queries.own_hands(session, actor, Vehicle, vehicle)
    mine = [pair for pair in administered(session, actor, queries.ACT) if pair[0] == row.authority_id]
    read = {"authority": row.authority_id, "version": version_of(session, "vehicle", vehicle)}
    values = asdict(settings_of(services.VehicleSettings, row)) | read
    form, title = VehicleForm(mine, queries.homes(session, mine), values), gettext("%(name)s wijzigen") % {"name": row.name}
    wanted = services.VehicleSettings
    if saved(form, lambda: services.change_hands(session, actor, vehicle, form.read_at, form.settings(wanted), now())):
        return done("setting_saved", SHEET.detail, vehicle=vehicle)
    return form_page(SHEET, form, title, url_for(SHEET.detail, vehicle=vehicle), under=row.name)


@pages.post("/voertuigen/<int:vehicle>/stoppen", endpoint="retire_vehicle")
@requires("crew.administer")
def retire(vehicle: int) -> Response:
    """Out of use, or in use again."""
    session, actor = db.session(), current_actor()
    row = queries.own_hands(session, actor, Vehicle, vehicle)
    if ButtonForm().sent_well():
        pressed(lambda: services.retire_hands(session, actor, Vehicle, vehicle, row.retired_on is None, now()), "setting_saved")
    return redirect(url_for(SHEET.detail, vehicle=vehicle), 303)
