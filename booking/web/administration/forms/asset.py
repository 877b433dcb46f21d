"""What is filled in about an asset: what it is and what it is worth, where it goes, what it is made of, when it leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from wtforms import DateField, FileField, HiddenField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.services.administration.assets import AssetSettings
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import LONGEST_CODE, euro_field, short_text, whole_number
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import number_or_none, units_field
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import label

Named = Sequence[tuple[int, str]]


class AssetForm(SettingsForm):
    """What it is, what it is worth, and the time that it needs around a loan."""

    code = short_text(_("Nummer"), DataRequired(), limit=LONGEST_CODE, description=_("Zoals het op het middel staat: RAN-WC-01."))
    name = short_text(_("Naam"), DataRequired())
    category_id = SelectField(_("Categorie"), [InputRequired()], coerce=int)
    units = units_field(_("Aantal"))
    description = TextAreaField(_("Beschrijving"), [Optional(), at_most(4000)])
    capacity = whole_number(_("Aantal personen"), 1, 100_000)
    mass_kg = whole_number(_("Massa van één stuk in kg"), 1, 1_000_000)
    replacement_value_cents = euro_field(_("Vervangingswaarde van één stuk in euro"))
    in_service_from = DateField(_("In dienst vanaf"), [InputRequired()])
    hours_before = whole_number(_("Uren vooraf"), 0, 240)
    open_days_before = whole_number(_("Openingsdagen vooraf"), 0, 30)
    hours_after = whole_number(_("Uren nadien"), 0, 240)
    open_days_after = whole_number(_("Openingsdagen nadien"), 0, 30)

    def __init__(self, values: Mapping[str, Any], categories: Mapping[int, str]) -> None:
        super().__init__(values)
        named = {key: label("category", code, language()) for key, code in categories.items()}
        self.category_id.choices = dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))

    def wanted(self) -> AssetSettings:
        """The settings, of a form that is in order."""
        return self.settings(AssetSettings)


class NewAssetForm(AssetForm):
    """A new one also needs a place."""

    depot = SelectField(_("Plaats"), [InputRequired()], coerce=int, description=_("Waar het staat en uitgegeven wordt."))

    def __init__(self, values: Mapping[str, Any], categories: Mapping[int, str], places: Named) -> None:
        super().__init__(values, categories)
        self.depot.choices = dict(places)


class MoveForm(SettingsForm):
    """Another place from a day on."""

    about = _("Wat al beloofd is, wordt uitgegeven waar het beloofd was. Verwittig de ontleners als dat niet meer kan.")
    depot = SelectField(_("Plaats"), [InputRequired()], coerce=int)
    first = DateField(_("Vanaf"), [InputRequired()])

    def __init__(self, places: Named, version: int) -> None:
        super().__init__({"version": version})
        self.depot.choices = dict(places)


class RetireForm(SettingsForm):
    """The last day in service."""

    about = _("Het middel blijft met zijn geschiedenis bestaan, maar wordt na deze dag niet meer uitgeleend.")
    last = DateField(_("Laatste dag in dienst"), [InputRequired()])


class PartForm(SettingsForm):
    """Something that a whole is made of, and how much of it."""

    part = SelectField(_("Onderdeel"), [InputRequired()], coerce=number_or_none)
    units = units_field(_("Aantal"))

    def __init__(self, parts: Named, version: int) -> None:
        super().__init__({"version": version})
        self.part.choices = dict(parts)


class PhotographForm(Form):
    """A picture, and what it shows in words."""

    file = FileField(
        _("Foto"), render_kw={"accept": "image/jpeg,image/png,image/webp"}, description=_("JPEG, PNG of WebP, hoogstens 8 MB.")
    )
    alt = short_text(_("Wat staat erop?"), DataRequired(), description=_("Voor wie de foto niet ziet: WC-wagen met drie cabines."))

    def __init__(self) -> None:
        super().__init__()
        self.file.flags.required = True

    def picture(self) -> bytes | None:
        """The bytes of the file, or None with what is wrong told at its field."""
        sent = request.files.get("file")
        if sent is None or not sent.filename:
            self.blame("field_required", "file")
            return None
        with sent.stream:
            return sent.read()


class AltForm(Form):
    """Other words for a picture than those that it `was` described with."""

    was = HiddenField()
    alt = short_text(_("Wat staat erop?"), DataRequired())
