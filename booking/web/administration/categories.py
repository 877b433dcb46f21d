"""Categories on screen: what all owners share, kept by who administers the partnership."""

from __future__ import annotations

from dataclasses import asdict

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import categories as queries
from booking.rules.custody import Buffer
from booking.rules.features import FEATURES
from booking.rules.periods import local
from booking.rules.permissions import may
from booking.services.administration import categories as services
from booking.services.administration.changes import settings_of
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.category import CategoryForm
from booking.web.administration.sheet import Column, Sheet, list_page
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words import label
from booking.words.sentences import LANGUAGES

SHEET = Sheet(
    noun="category",
    title=_("Categorieën"),
    purpose=_("Soorten middelen en zalen die alle besturen delen, met hun tekening en hun tijd voor en na een uitlening."),
    icon="list",
    rows=queries.categories,
    columns=(
        Column("name", _("Naam")),
        Column("code", _("Naam in bestanden")),
        Column("in_place", _("Ter plaatse gebruikt"), "yes"),
        Column("assets", _("Middelen"), "number"),
    ),
    searched=("name", "code"),
    overview="administration.categories",
    detail="administration.category",
)


@pages.get("/categorieen", endpoint="categories")
@requires("category.read")
def overview() -> Response | str:
    """Every category; for the steward also those that the product knows and that are not in use."""
    unused = queries.unused(db.session()) if may(current_actor(), "category.administer") else []
    return list_page(SHEET, "administration/categories.html", unused=unused)


@pages.get("/categorieen/<int:category>", endpoint="category")
@requires("category.read")
def show(category: int) -> str:
    """One category, with what is in it."""
    found = queries.category_page(db.session(), category, local(now()).date())
    row = found.row
    before, after = Buffer(row.hours_before, row.open_days_before), Buffer(row.hours_after, row.open_days_after)
    return render_template(
        "administration/category.html", sheet=SHEET, found=found, title=row.name, history=found.history, before=before, after=after,
        names=[label("category", row.code, language) for language in LANGUAGES], features=FEATURES,
        changes=may(current_actor(), "category.administer"),
    )  # fmt: skip


@pages.post("/categorieen", endpoint="use_category")
@requires("category.administer")
def use() -> Response:
    """One that the product knows is taken into use."""
    code = request.form.get("code", "")
    if ButtonForm().sent_well():
        pressed(lambda: services.take_into_use(db.session(), current_actor(), code, now()), "setting_saved")
    return redirect(url_for(SHEET.overview), 303)


@pages.route("/categorieen/<int:category>/wijzigen", endpoint="edit_category", methods=["GET", "POST"])
@requires("category.administer")
def edit(category: int) -> Response | Page:
    """What lists call it, and the time around a loan."""
    found, wanted = queries.category_page(db.session(), category, local(now()).date()), services.CategorySettings
    form = CategoryForm(asdict(settings_of(wanted, found.row)) | {"version": found.version})
    act = db.session(), current_actor(), category
    if saved(form, lambda: services.change_category(*act, form.read_at, form.settings(wanted), now())):
        return done("setting_saved", "administration.category", category=category)
    name, back = found.row.name, url_for(SHEET.detail, category=category)
    return form_page(SHEET, form, name, back, "administration/category_form.html", under=name)
