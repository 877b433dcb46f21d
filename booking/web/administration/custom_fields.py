"""The fields of an authority's own, on screen."""

from __future__ import annotations

from dataclasses import asdict

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import custom_fields as queries
from booking.queries.administration.changes import changes_of, version_of
from booking.queries.administration.depots import administered
from booking.services.administration import custom_fields as services
from booking.services.administration.changes import settings_of
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.asset_details import CustomFieldForm
from booking.web.administration.sheet import Column, Sheet, list_page
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from models import CustomField

SHEET = Sheet(
    noun="custom_field",
    title=_("Eigen velden"),
    purpose=_("Wat uw bestuur van elk middel wil bijhouden en nog niet bij de kenmerken staat, zoals een inventarisnummer."),
    icon="pencil",
    rows=queries.custom_fields,
    columns=(
        Column("label", _("Naam")),
        Column("kind", _("Soort"), "field_kind"),
        Column("authority", _("Bestuur")),
        Column("position", _("Volgorde"), "number"),
        Column("used", _("Ingevuld"), "number"),
        Column("retired", _("Niet meer gevraagd sinds"), "day"),
    ),
    searched=("label",),
    overview="administration.custom_fields",
    detail="administration.custom_field",
    create="administration.new_custom_field",
    create_text=_("Nieuw veld"),
    sort="position",
)


@pages.get("/velden", endpoint="custom_fields")
@requires("asset.administer")
def overview() -> Response | str:
    """The fields of the reader's authorities."""
    return list_page(SHEET)


@pages.get("/velden/<int:custom_field>", endpoint="custom_field")
@requires("asset.administer")
def show(custom_field: int) -> str:
    """One field."""
    session = db.session()
    row = queries.custom_field(session, current_actor(), custom_field)
    history = changes_of(session, services.NOUN, custom_field)
    return render_template("administration/custom_field.html", sheet=SHEET, row=row, title=row.label, history=history)


@pages.route("/velden/nieuw", endpoint="new_custom_field", methods=["GET", "POST"])
@requires("asset.administer")
def create() -> Response | Page:
    """A new field."""
    session, actor, made = db.session(), current_actor(), list[int]()
    form = CustomFieldForm(administered(session, actor, queries.ACT))
    if saved(form, lambda: made.append(services.create_field(session, actor, form.authority.data, _wanted(form), now()))):
        return done("setting_saved", SHEET.detail, custom_field=made[0])
    return form_page(SHEET, form, _("Nieuw veld"), url_for(SHEET.overview))


@pages.route("/velden/<int:custom_field>/wijzigen", endpoint="edit_custom_field", methods=["GET", "POST"])
@requires("asset.administer")
def edit(custom_field: int) -> Response | Page:
    """Its name, kind and choices."""
    session, actor = db.session(), current_actor()
    row = queries.custom_field(session, actor, custom_field)
    named = [pair for pair in administered(session, actor, queries.ACT) if pair[0] == row.authority_id]
    form, title = CustomFieldForm(named, _values(row)), gettext("%(name)s wijzigen") % {"name": row.label}
    if saved(form, lambda: services.change_field(session, actor, custom_field, form.read_at, _wanted(form), now())):
        return done("setting_saved", SHEET.detail, custom_field=custom_field)
    return form_page(SHEET, form, title, url_for(SHEET.detail, custom_field=custom_field), under=row.label)


@pages.post("/velden/<int:custom_field>/stoppen", endpoint="retire_custom_field")
@requires("asset.administer")
def retire(custom_field: int) -> Response:
    """It is no longer asked, or asked again."""
    session, actor = db.session(), current_actor()
    row = queries.custom_field(session, actor, custom_field)
    if ButtonForm().sent_well():
        pressed(lambda: services.retire_field(session, actor, custom_field, row.retired_on is None, now()), "setting_saved")
    return redirect(url_for(SHEET.detail, custom_field=custom_field), 303)


def _wanted(form: CustomFieldForm) -> services.FieldSettings:
    choices = form.listed() or None
    return services.FieldSettings(form.label.data.strip(), form.kind.data, form.position.data, choices, form.public.data)


def _values(row: CustomField) -> dict[str, object]:
    kept = asdict(settings_of(services.FieldSettings, row))
    version = version_of(db.session(), services.NOUN, row.id)
    return {**kept, "choices": "\n".join(row.choices or []), "authority": row.authority_id, "version": version}
