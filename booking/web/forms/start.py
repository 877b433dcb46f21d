"""The forms of a new installation's first steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wtforms import DateField, FieldList, FormField, HiddenField, StringField
from wtforms.validators import DataRequired, InputRequired

from booking.formats.regulation.template import GROUPS, Decision
from booking.rules.regulations import in_force_from
from booking.web.administration.fields import CommaField, between, nis_code, short_text, whole_number
from booking.web.forms.auth import email_field, new_password_field
from booking.web.forms.base import Form
from booking.web.forms.fields import Part
from booking.web.language import lazy_gettext as _

DEAREST = 100_000


class AdministratorForm(Form):
    """Who sets this installation up."""

    code = short_text(
        _("Startcode"), DataRequired(), limit=20,
        description=_(
            "Acht tekens, zoals ABCD-EFGH. Wie Streekdepot installeerde, zag ze; de opdracht flask --app app init toont ze opnieuw."
        ),
        render_kw={"autocomplete": "one-time-code", "spellcheck": "false"},
    )  # fmt: skip
    name = short_text(_("Uw naam"), DataRequired(), render_kw={"autocomplete": "name"})
    email = email_field()
    password = new_password_field()


class MunicipalityForm(Form):
    """The first authority."""

    name = short_text(_("Naam van de gemeente"), DataRequired())
    nis = StringField(_("NIS-code"), [DataRequired(), nis_code], description=_("Vijf cijfers, bijvoorbeeld 11035 voor Ranst."))
    email = short_text(_("E-mail van de uitleendienst"), limit=254, description=_("Daarheen gaan vragen van ontleners."))


class PriceForm(Part):
    """What one piece of a category costs for a day, in euros."""

    category = HiddenField()
    price = CommaField(
        _("Prijs"), [InputRequired(), between(0, DEAREST)], places=2, render_kw={"inputmode": "decimal", "type": "text"}
    )


class RegulationForm(Form):
    """What the council decided, for a simple regulation: a price per piece and per day, and percentages of it."""

    title = short_text(_("Titel van het reglement"), DataRequired())
    organ = short_text(_("Beslist door"), DataRequired())
    decided_on = DateField(_("Datum van de beslissing"), [InputRequired()])
    number = short_text(_("Nummer van de beslissing"), limit=60)
    published_on = DateField(_("Bekendgemaakt op"), [InputRequired()])
    valid_from = DateField(
        _("Geldt vanaf"), [InputRequired()], description=_("Tenzij de raad anders besliste: vijf dagen na de bekendmaking.")
    )
    own_services = whole_number(_("Eigen diensten betalen"), 0, 1000)
    associations = whole_number(_("Verenigingen en scholen betalen"), 0, 1000)
    partners = whole_number(_("Andere besturen betalen"), 0, 1000)
    companies = whole_number(_("Ondernemingen betalen"), 0, 1000)
    prices = FieldList(FormField(PriceForm))

    def __init__(self, categories: Sequence[str], title: str, today: date) -> None:
        first: dict[str, Any] = {
            "title": title, "organ": "gemeenteraad", "decided_on": today, "published_on": today, "valid_from": in_force_from(today),
            "own_services": 0, "associations": 50, "partners": 100, "companies": 200,
            "prices": [{"category": code} for code in categories],
        }  # fmt: skip
        super().__init__(first)
        self.known = frozenset(categories)

    @property
    def percentages(self) -> list[Any]:
        """The fields of what each group pays, in the order of GROUPS."""
        return [self[code] for code in GROUPS]

    def decision(self, owner: str) -> Decision:
        """What was filled in, prices in cents."""
        prices: Mapping[str, int] = {
            entry.category.data: int(entry.price.data * 100) for entry in self.prices if entry.category.data in self.known
        }
        return Decision(
            owner, self.title.data, self.organ.data, self.decided_on.data, self.number.data, self.published_on.data, self.valid_from.data,
            prices, {code: 100 if self[code].data is None else self[code].data for code in GROUPS},
        )  # fmt: skip
