"""Crews on screen: their list, one of them, its form, and out of use or back again."""

from __future__ import annotations

from werkzeug.wrappers import Response

from booking.queries.administration import crews as queries
from booking.services.administration.crews import CrewSettings
from booking.web.access import requires
from booking.web.administration import hands
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page
from booking.web.administration.forms.crew import CrewForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from models import Crew

SHEET = Sheet(
    noun="crew",
    title=_("Ploegen"),
    purpose=_("Wie het werk doet: aan een ploeg wijst u taken toe, en haar agenda toont die."),
    icon="people",
    rows=queries.crews,
    columns=(
        Column("name", _("Naam")),
        Column("people", _("Mensen"), "number"),
        Column("phone", _("Telefoon")),
        Column("depot", _("Thuis in")),
        Column("authority", _("Bestuur")),
        Column("retired", _("Buiten gebruik sinds"), "day"),
    ),
    searched=("name",),
    overview="administration.crews",
    detail="administration.crew",
    create="administration.new_crew",
    create_text=_("Nieuwe ploeg"),
    filters=(Filter("retired", _("Welke"), lambda _session, _actor: [("1", gettext("Ook buiten gebruik"))], _("In gebruik")),),
)

CREWS = hands.Hands(SHEET, Crew, CrewForm, CrewSettings)


@pages.get("/ploegen", endpoint="crews")
@requires("crew.administer")
def overview() -> Response | str:
    """The crews of the reader's authorities."""
    return list_page(SHEET)


@pages.get("/ploegen/<int:crew>", endpoint="crew")
@requires("crew.administer")
def show(crew: int) -> str:
    """One of them."""
    return hands.show(CREWS, crew)


@pages.route("/ploegen/nieuw", endpoint="new_crew", methods=["GET", "POST"])
@requires("crew.administer")
def create() -> Response | Page:
    """A new one."""
    return hands.create(CREWS)


@pages.route("/ploegen/<int:crew>/wijzigen", endpoint="edit_crew", methods=["GET", "POST"])
@requires("crew.administer")
def edit(crew: int) -> Response | Page:
    """Its name, where it is at home, and what else is known about it."""
    return hands.edit(CREWS, crew)


@pages.post("/ploegen/<int:crew>/stoppen", endpoint="retire_crew")
@requires("crew.administer")
def retire(crew: int) -> Response:
    """Out of use, or in use again."""
    return hands.retire(CREWS, crew)
