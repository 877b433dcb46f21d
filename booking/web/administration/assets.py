"""Assets on screen: their list, one of them, a new one, a copy, and its settings."""

from __future__ import annotations

from dataclasses import asdict

from flask import redirect, render_template, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import assets as queries
from booking.queries.administration.calendars import of_asset
from booking.queries.administration.checklists import Whose, lines_of
from booking.queries.administration.depots import administered
from booking.rules.features import FEATURES
from booking.rules.periods import local
from booking.rules.permissions import Actor, could
from booking.rules.refusals import NotFound
from booking.services.administration import assets as services
from booking.services.administration.changes import settings_of
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.asset import AssetForm, NewAssetForm
from booking.web.administration.sheet import Choices, Column, Filter, Sheet, list_page
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.notices import notice
from booking.web.session import current_actor
from booking.words import label, numbers

FORM = "administration/asset_form.html"


@pages.app_template_filter()
def counted(number: int, thing: str) -> str:
    """Filter: `{{ 2|counted("hours") }}` is `2 uur`."""
    return numbers.counted(number, thing, language())


@pages.app_template_filter()
def number(value: float) -> str:
    """Filter: `2,5`, and `12` for a whole number."""
    return numbers.decimal(value, language())


def _categories(session: Session, _actor: Actor) -> Choices:
    named = ((code, label("category", code, language())) for code in queries.categories(session).values())
    return sorted(named, key=lambda pair: pair[1].casefold())


def _places(session: Session, actor: Actor) -> Choices:
    own = [key for key, _name in administered(session, actor, queries.ACT)]
    return [(str(key), name) for key, name in queries.places_of(session, own)]


SHEET = Sheet(
    noun="asset",
    title=_("Middelen en zalen"),
    purpose=_("Alles wat u uitleent: nummer, plaats, kenmerken, foto's, waarde en het werk dat elke uitlening vraagt."),
    icon="truck",
    rows=queries.assets,
    columns=(
        Column("name", _("Naam")),
        Column("code", _("Nummer")),
        Column("category", _("Categorie"), "category"),
        Column("units", _("Aantal"), "number"),
        Column("depot", _("Plaats")),
        Column("value", _("Waarde per stuk"), "money"),
    ),
    searched=("name", "code", "depot"),
    overview="administration.assets",
    detail="administration.asset",
    create="administration.new_asset",
    create_text=_("Nieuw middel"),
    filters=(
        Filter("category", _("Categorie"), _categories),
        Filter("depot", _("Plaats"), _places),
        Filter("service", _("Dienst"), lambda _session, _actor: [("retired", gettext("Uit dienst"))], _("In dienst")),
    ),
)


@pages.get("/middelen", endpoint="assets")
@requires("asset.administer")
def overview() -> Response | str:
    """The assets that the reader's authorities manage."""
    return list_page(SHEET, "administration/assets.html")


@pages.get("/middelen/<int:asset>", endpoint="asset")
@requires("asset.administer")
def show(asset: int) -> str:
    """One asset."""
    session, actor, found = db.session(), current_actor(), found_asset(asset)
    calendars = of_asset(session, actor, asset, local(now()).date())
    checks = lines_of(session, Whose(found.manager, asset=asset))
    return render_template(
        "administration/asset.html", sheet=SHEET, found=found, title=found.row.name, history=found.history, features=FEATURES,
        calendars=calendars, follows=could(actor, "calendar.administer"), checks=checks,
    )  # fmt: skip


@pages.route("/middelen/nieuw", endpoint="new_asset", methods=["GET", "POST"])
@requires("asset.administer")
def create() -> Response | Page:
    """A new asset, managed by the authority of the place that keeps it."""
    session, actor, made = db.session(), current_actor(), list[int]()
    owners = {
        place: owner for owner, _name in administered(session, actor, queries.ACT) for place, _n in queries.places_of(session, [owner])
    }
    form = NewAssetForm({"in_service_from": local(now()).date()}, queries.categories(session), _named_places(session, actor))
    if saved(
        form,
        lambda: made.append(services.create_asset(session, actor, owners[form.depot.data], form.depot.data, form.wanted(), now())),
    ):
        return done("setting_saved", SHEET.detail, asset=made[0])
    return form_page(SHEET, form, _("Nieuw middel"), url_for(SHEET.overview), FORM)


@pages.route("/middelen/<int:asset>/wijzigen", endpoint="edit_asset", methods=["GET", "POST"])
@requires("asset.administer")
def edit(asset: int) -> Response | Page:
    """Its own row."""
    session, actor, found = db.session(), current_actor(), found_asset(asset)
    kept = asdict(settings_of(services.AssetSettings, found.row)) | {"version": found.version}
    form, title = AssetForm(kept, queries.categories(session)), gettext("%(name)s wijzigen") % {"name": found.row.name}
    if saved(form, lambda: services.change_asset(session, actor, asset, form.read_at, form.wanted(), now())):
        return done("setting_saved", SHEET.detail, asset=asset)
    return form_page(SHEET, form, title, url_for(SHEET.detail, asset=asset), FORM, under=found.row.name)


@pages.post("/middelen/<int:asset>/kopie", endpoint="duplicate_asset")
@requires("asset.administer")
def duplicate(asset: int) -> Response:
    """Another one like it; its form opens."""
    found_asset(asset)
    if not ButtonForm().sent_well():
        raise NotFound()
    made = services.duplicate_asset(db.session(), current_actor(), asset, now())
    notice("asset_copied")
    return redirect(url_for("administration.edit_asset", asset=made), 303)


def found_asset(asset: int) -> queries.AssetPage:
    """An asset that the reader administers. Raises NotFound."""
    return queries.asset_page(db.session(), current_actor(), asset, local(now()).date())


def _named_places(session: Session, actor: Actor) -> list[tuple[int, str]]:
    return [(int(key), name) for key, name in _places(session, actor)]
