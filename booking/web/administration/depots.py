"""Depots and hall buildings on screen: their list, one of them, its form, and the days on which it opens beside its hours."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import depots as queries
from booking.rules.hours import written_hours
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services.administration import depots as services
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.depot import DepotForm, ExtraForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.attempts import filled, pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import chosen, told
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from models.assets import PLACES

pages.add_app_template_filter(written_hours, "hours")

KINDS = chosen("place_kind", PLACES)
FORM = "administration/depot_form.html"

SHEET = Sheet(
    noun="depot",
    title=_("Loodsen en gebouwen"),
    purpose=_("Plaatsen waar middelen afgehaald worden of waar een zaal is, met hun adres en openingsuren."),
    icon="pin",
    rows=queries.depots,
    columns=(
        Column("name", _("Naam")),
        Column("kind", _("Soort"), "place_kind"),
        Column("address", _("Adres")),
        Column("authority", _("Bestuur")),
        Column("assets", _("Middelen"), "number"),
    ),
    searched=("name", "address"),
    overview="administration.depots",
    detail="administration.depot",
    create="administration.new_depot",
    create_text=_("Nieuwe plaats"),
    filters=(Filter("kind", _("Soort"), lambda _session, _actor: list(KINDS().items())),),
)


@pages.get("/plaatsen", endpoint="depots")
@requires("depot.administer")
def overview() -> Response | str:
    """The places of the reader's authorities."""
    return list_page(SHEET)


@pages.get("/plaatsen/<int:depot>", endpoint="depot")
@requires("depot.administer")
def show(depot: int) -> Page:
    """One place."""
    return _page(_found(depot), ExtraForm())


@pages.route("/plaatsen/nieuw", endpoint="new_depot", methods=["GET", "POST"])
@requires("depot.administer")
def create() -> Response | Page:
    """A new place."""
    session, actor, made = db.session(), current_actor(), list[int]()
    form = DepotForm(queries.administered(session, actor))
    if saved(
        form,
        lambda: made.append(
            services.create_depot(session, actor, form.authority.data, form.settings(services.DepotSettings), form.week(), now())
        ),
    ):
        return done("setting_saved", SHEET.detail, depot=made[0])
    return form_page(SHEET, form, _("Nieuwe plaats"), url_for(SHEET.overview), FORM)


@pages.route("/plaatsen/<int:depot>/wijzigen", endpoint="edit_depot", methods=["GET", "POST"])
@requires("depot.administer")
def edit(depot: int) -> Response | Page:
    """Where it is and when it is open."""
    session, actor, found = db.session(), current_actor(), _found(depot)
    form = DepotForm([(found.row.authority_id, found.authority)], found)
    title = gettext("%(name)s wijzigen") % {"name": found.row.name}
    if saved(
        form,
        lambda: services.change_depot(session, actor, depot, form.read_at, form.settings(services.DepotSettings), form.week(), now()),
    ):
        return done("setting_saved", SHEET.detail, depot=depot)
    return form_page(SHEET, form, title, url_for(SHEET.detail, depot=depot), FORM, under=found.row.name)


@pages.post("/plaatsen/<int:depot>/extra", endpoint="open_extra")
@requires("depot.administer")
def open_extra(depot: int) -> Response | Page:
    """It also opens on a day."""
    session, actor, found, form = db.session(), current_actor(), _found(depot), ExtraForm()
    if form.sent_well() and filled(
        form, lambda: services.open_extra(session, actor, depot, form.day.data, form.hours.slots, now())
    )[0]:  # fmt: skip
        return done("setting_saved", SHEET.detail, depot=depot)
    return _page(found, form, 422)


@pages.post("/plaatsen/<int:depot>/extra/<int:slot>", endpoint="drop_extra")
@requires("depot.administer")
def drop_extra(depot: int, slot: int) -> Response:
    """It does not open on that day after all."""
    if slot not in {each.id for each in _found(depot).extra}:
        raise NotFound()
    if ButtonForm().sent_well():
        pressed(lambda: services.drop_extra(db.session(), current_actor(), depot, slot, now()), "setting_saved")
    return redirect(url_for(SHEET.detail, depot=depot), 303)


def _found(depot: int) -> queries.DepotPage:
    return queries.depot_page(db.session(), current_actor(), depot, local(now()).date())


def _page(found: queries.DepotPage, extra: ExtraForm, status: int = 200) -> Page:
    page = render_template(
        "administration/depot.html", sheet=SHEET, found=found, title=found.row.name, history=found.history, extra=extra, told=told(extra)
    )
    return page, status
