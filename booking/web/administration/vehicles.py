"""Vehicles on screen: their list, one of them, its form, and out of use or back again."""

from __future__ import annotations

from werkzeug.wrappers import Response

from booking.queries.administration import crews as queries
from booking.rules.kinds import VehicleKind
from booking.services.administration.crews import VehicleSettings
from booking.web.access import requires
from booking.web.administration import hands
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page
from booking.web.administration.forms.crew import VehicleForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.forms.fields import chosen
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
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

VEHICLES = hands.Hands(SHEET, Vehicle, VehicleForm, VehicleSettings)


@pages.get("/voertuigen", endpoint="vehicles")
@requires("crew.administer")
def overview() -> Response | str:
    """The vehicles of the reader's authorities."""
    return list_page(SHEET)


@pages.get("/voertuigen/<int:vehicle>", endpoint="vehicle")
@requires("crew.administer")
def show(vehicle: int) -> str:
    """One of them."""
    return hands.show(VEHICLES, vehicle)


@pages.route("/voertuigen/nieuw", endpoint="new_vehicle", methods=["GET", "POST"])
@requires("crew.administer")
def create() -> Response | Page:
    """A new one."""
    return hands.create(VEHICLES)


@pages.route("/voertuigen/<int:vehicle>/wijzigen", endpoint="edit_vehicle", methods=["GET", "POST"])
@requires("crew.administer")
def edit(vehicle: int) -> Response | Page:
    """Its name, where it is at home, and what else is known about it."""
    return hands.edit(VEHICLES, vehicle)


@pages.post("/voertuigen/<int:vehicle>/stoppen", endpoint="retire_vehicle")
@requires("crew.administer")
def retire(vehicle: int) -> Response:
    """Out of use, or in use again."""
    return hands.retire(VEHICLES, vehicle)
