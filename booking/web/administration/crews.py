"""Crews on screen: their list, one of them, its form, and out of use or back again."""

from __future__ import annotations

from dataclasses import asdict

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import crews as queries
from booking.queries.administration.changes import changes_of, version_of
from booking.queries.administration.depots import administered
from booking.services.administration import crews as services
from booking.services.administration.changes import settings_of
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.crew import CrewForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
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


@pages.get("/ploegen", endpoint="crews")
@requires("crew.administer")
def overview() -> Response | str:
    """The crews of the reader's authorities."""
    return list_page(SHEET)


@pages.get("/ploegen/<int:crew>", endpoint="crew")
@requires("crew.administer")
def show(crew: int) -> str:
    """One of them."""
    session = db.session()
    row = queries.own_hands(session, current_actor(), Crew, crew)
    home, history = queries.home_of(session, row.depot_id), changes_of(session, "crew", crew)
    return render_template("administration/hands.html", sheet=SHEET, row=row, title=row.name, home=home, history=history)


@pages.route("/ploegen/nieuw", endpoint="new_crew", methods=["GET", "POST"])
@requires("crew.administer")
def create() -> Response | Page:
    """A new one."""
    session, actor, made = db.session(), current_actor(), list[int]()
    mine = administered(session, actor, queries.ACT)
    form = CrewForm(mine, queries.homes(session, mine))
    if saved(
        form,
        lambda: made.append(services.create_hands(session, actor, form.authority.data, form.settings(services.CrewSettings), now())),
    ):
        return done("setting_saved", SHEET.detail, crew=made[0])
    return form_page(SHEET, form, _("Nieuwe ploeg"), url_for(SHEET.overview))


@pages.route("/ploegen/<int:crew>/wijzigen", endpoint="edit_crew", methods=["GET", "POST"])
@requires("crew.administer")
def edit(crew: int) -> Response | Page:
    """Its name, where it is at home, and what else is known about it."""
    session, actor = db.session(), current_actor()
    row = queries.own_hands(session, actor, Crew, crew)
    mine = [pair for pair in administered(session, actor, queries.ACT) if pair[0] == row.authority_id]
    read = {"authority": row.authority_id, "version": version_of(session, "crew", crew)}
    values = asdict(settings_of(services.CrewSettings, row)) | read
    form, title = CrewForm(mine, queries.homes(session, mine), values), gettext("%(name)s wijzigen") % {"name": row.name}
    wanted = services.CrewSettings
    if saved(form, lambda: services.change_hands(session, actor, crew, form.read_at, form.settings(wanted), now())):
        return done("setting_saved", SHEET.detail, crew=crew)
    return form_page(SHEET, form, title, url_for(SHEET.detail, crew=crew), under=row.name)


@pages.post("/ploegen/<int:crew>/stoppen", endpoint="retire_crew")
@requires("crew.administer")
def retire(crew: int) -> Response:
    """Out of use, or in use again."""
    session, actor = db.session(), current_actor()
    row = queries.own_hands(session, actor, Crew, crew)
    if ButtonForm().sent_well():
        pressed(lambda: services.retire_hands(session, actor, Crew, crew, row.retired_on is None, now()), "setting_saved")
    return redirect(url_for(SHEET.detail, crew=crew), 303)
