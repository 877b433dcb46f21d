"""What an asset has and what its owner keeps of it: a field per feature, and per field of its owner's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from wtforms import BooleanField, DateField, Field, IntegerField, RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.queries.administration.assets import AssetPage
from booking.rules.features import FEATURES, YES, Feature
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import CommaField, between, float_or_none, short_text
from booking.web.forms.base import Said, at_most
from booking.web.forms.fields import chosen
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import label
from models import CustomField
from models.asset_details import FIELD_KINDS


class Word:
    """The word for a code of a closed list, in the reader's language when it is shown: the label of a field made beforehand."""

    def __init__(self, noun: str, code: str) -> None:
        self._noun, self._code = noun, code

    def __str__(self) -> str:
        return label(self._noun, self._code, language())


def _feature_field(feature: Feature) -> Field:
    if feature.unit == YES:
        return BooleanField(Word("feature", feature.code))
    options: dict[str, Any] = {"places": None, "filters": [float_or_none], "render_kw": {"inputmode": "decimal"}}
    return CommaField(Word("feature", feature.code), [Optional(), between(0, 100_000)], **options)


def _own_field(field: CustomField) -> Field:
    """A field that an authority made, as its kind asks."""
    if field.kind == "yes_no":
        return BooleanField(field.label)
    if field.kind == "choice":
        return SelectField(field.label, [Optional()], choices={"": "–", **{each: each for each in field.choices or ()}})
    if field.kind == "date":
        return DateField(field.label, [Optional()])
    if field.kind == "number":
        options = {"places": None, "render_kw": {"inputmode": "decimal"}}
        return CommaField(field.label, [Optional(), between(-(10**9), 10**9)], **options)
    return short_text(field.label)


def features_form(found: AssetPage) -> FeaturesForm:
    """The form of one asset, with the fields that its owner added."""
    made = type("OwnFeaturesForm", (FeaturesForm,), {f"own_{field.id}": _own_field(field) for field, _value in _asked(found)})
    return made(found)


class FeaturesForm(SettingsForm):
    """A field per feature that makes sense for this asset."""

    def __init__(self, found: AssetPage) -> None:
        self.features = [each for each in FEATURES if each.of in ("both", "hall" if found.in_place else "thing")]
        self.own = _asked(found)
        kept = {f"own_{field.id}": _read(field.kind, value) for field, value in self.own}
        super().__init__({**found.card.features, **kept, "version": found.version})

    def has(self) -> dict[str, float]:
        """The features that were filled in, by code; 1 for what is there."""
        sent = ((each.code, self[each.code].data) for each in self.features)
        return {code: float(value) for code, value in sent if value}

    def says(self) -> dict[int, str]:
        """What the owner's fields say, by id, as text."""
        sent = ((field.id, self[f"own_{field.id}"].data) for field, _value in self.own)
        return {key: _written(value) for key, value in sent if value not in (None, "", False)}


for _feature in FEATURES:
    setattr(FeaturesForm, _feature.code, _feature_field(_feature))


class CustomFieldForm(SettingsForm):
    """A field that an authority keeps of its assets beside the features."""

    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    label = short_text(_("Naam van het veld"), DataRequired(), description=_("Bijvoorbeeld: inventarisnummer, kleur, kast."))
    kind = RadioField(_("Wat komt erin?"), [InputRequired()], choices=chosen("field_kind", FIELD_KINDS), default="text")
    choices = TextAreaField(_("Keuzes"), [Optional(), at_most(2000)], description=_("Eén per regel, alleen voor een keuzelijst."))
    position = IntegerField(_("Volgorde"), [InputRequired(), between(1, 1000)], default=1)
    public = BooleanField(_("Ook ontleners mogen dit zien"))

    def __init__(self, authorities: Sequence[tuple[int, str]], values: dict[str, Any] | None = None) -> None:
        super().__init__(values)
        self.authority.choices = dict(authorities)

    def validate_choices(self, field: TextAreaField) -> None:
        """A list to choose from has at least two."""
        if self.kind.data == "choice" and len(self.listed()) < 2:
            field.errors = list(field.errors)
            raise Said("choices_missing")

    def listed(self) -> list[str]:
        """The choices, each once."""
        lines = (line.strip()[:200] for line in (self.choices.data or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line)) if self.kind.data == "choice" else []


def _asked(found: AssetPage) -> list[tuple[CustomField, str | None]]:
    return [(field, value) for field, value in found.fields if field.retired_on is None]


def _read(kind: str, value: str | None) -> Any:
    """A kept text as its field shows it."""
    if value is None:
        return None
    if kind == "yes_no":
        return value == "1"
    try:
        return date.fromisoformat(value) if kind == "date" else Decimal(value) if kind == "number" else value
    except (ValueError, InvalidOperation):
        return None


def _written(value: Any) -> str:
    if value is True:
        return "1"
    return value.isoformat() if isinstance(value, date) else format(value, "f") if isinstance(value, Decimal) else str(value).strip()
