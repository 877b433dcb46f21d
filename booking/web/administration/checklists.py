"""What is looked at and counted at each hand-over and return, on screen: a list per category, and one per asset besides."""

from __future__ import annotations

from flask import url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import checklists as queries
from booking.queries.administration.changes import version_of
from booking.services.administration import checklists as services
from booking.web.access import requires
from booking.web.administration.assets import SHEET as ASSETS
from booking.web.administration.assets import found_asset
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.checklist import ChecklistForm
from booking.web.administration.sheet import Column, Sheet, list_page
from booking.web.extensions import db
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words import label

FORM = "administration/checklist.html"

SHEET = Sheet(
    noun="checklist",
    title=_("Controlelijsten"),
    purpose=_("Wat de loods nakijkt en telt bij elke uitgifte en terugname, per categorie die uw bestuur uitleent."),
    icon="check",
    rows=queries.checklists,
    columns=(
        Column("category", _("Categorie"), "category"),
        Column("authority", _("Bestuur")),
        Column("looked", _("Na te kijken"), "number"),
        Column("counted", _("Te tellen"), "number"),
    ),
    searched=("name",),
    overview="administration.checklists",
    detail="administration.checklist",
    sort="category",
)


@pages.get("/controlelijsten", endpoint="checklists")
@requires("asset.administer")
def overview() -> Response | str:
    """A list per category of the reader's authorities."""
    return list_page(SHEET)


@pages.route("/controlelijsten/<int(max=999999999):checklist>", endpoint="checklist", methods=["GET", "POST"])
@requires("asset.administer")
def edit(checklist: int) -> Response | Page:
    """The lines of a list."""
    session, actor = db.session(), current_actor()
    owner, category = queries.whose(session, actor, checklist)
    form = ChecklistForm(queries.lines_of(session, owner), version_of(session, services.NOUN, checklist))
    if saved(form, lambda: services.change_checklist(session, actor, checklist, form.read_at, form.listed(), now())):
        return done("setting_saved", SHEET.detail, checklist=checklist)
    title = gettext("Controlelijst: %(name)s") % {"name": label("category", category.code, language())}
    return form_page(SHEET, form, title, url_for(SHEET.overview), FORM)


@pages.route("/middelen/<int:asset>/controlelijst", endpoint="asset_checklist", methods=["GET", "POST"])
@requires("asset.administer")
def edit_own(asset: int) -> Response | Page:
    """What is looked at of one asset beside the list of its category."""
    session, actor, found = db.session(), current_actor(), found_asset(asset)
    category = queries.number_of(found.manager, found.row.category_id)
    form = ChecklistForm(queries.lines_of(session, queries.Whose(found.manager, asset=asset)), found.version)
    if saved(form, lambda: services.change_own_checklist(session, actor, asset, form.read_at, form.listed(), now())):
        return done("setting_saved", ASSETS.detail, asset=asset)
    title, back = gettext("Controlelijst van %(name)s") % {"name": found.row.name}, url_for(ASSETS.detail, asset=asset)
    return form_page(ASSETS, form, title, back, FORM, under=found.row.name, category=category)
