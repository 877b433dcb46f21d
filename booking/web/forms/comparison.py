"""A basket to compare: what, when, for what and for whom; all of it stands in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from flask import request
from sqlalchemy.orm import Session
from wtforms import FieldList, FormField, IntegerField, SelectField, SelectMultipleField
from wtforms.validators import Optional

from booking.queries.catalogue import catalogue
from booking.queries.places import places
from booking.rules.comparisons import GUISES, MOST_GUISES, MOST_ITEMS, Basket, Guise, Item
from booking.rules.kinds import Handover, Purpose
from booking.rules.periods import Period, local, moment_on
from booking.web.forms.fields import Part, PeriodFields, chosen, number_or_none, positive
from booking.web.forms.measured import read_amount
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.words import label

MEASURE = "m-"
USUAL = ("association_recognised", "authority_partner")


class ItemFields(Part):
    """So many of a category; an empty category is nothing."""

    category = SelectField(_("Categorie"), default="")
    units = IntegerField(_("Aantal"), [Optional(), positive], default=1, render_kw={"inputmode": "numeric"})


class ComparisonForm(PeriodFields, Part):
    """Asked by address (GET), so that a comparison can be kept and shared; without a category it is only a form to fill in."""

    items = FieldList(FormField(ItemFields), min_entries=MOST_ITEMS, max_entries=MOST_ITEMS)
    purpose = SelectField(_("Soort gebruik"), choices=chosen("purpose", Purpose), default=Purpose.EVENT)
    handover = SelectField(_("Afhalen of laten leveren"), choices=chosen("handover", Handover), default=Handover.PICKUP)
    who = SelectMultipleField(_("Voor wie?"), choices=lambda: {code: label("guise", code, language()) for code in GUISES})
    home = SelectField(_("Uit welke gemeente?"), coerce=number_or_none)

    def __init__(self, session: Session, now: datetime) -> None:
        known, today = catalogue(session), local(now).date()
        self.towns = {place.authority: place.name for place in places(session, known, today) if place.is_town}
        self.asked = any(text.strip() for name, text in request.args.items() if name.endswith("-category"))
        super().__init__(request.args if self.asked else None)
        every = chosen("category", {asset.category for asset in known.assets.values()}, str(_("kies een categorie")))()
        self.home.choices = {"": gettext("Elke gemeente zelf"), **self.towns}
        for entry in self.items:
            entry.form.category.choices = every
        self.who.data = [code for code in self.who.data or () if code in GUISES][:MOST_GUISES] or list(USUAL)
        if self.home.data not in self.towns:
            self.home.data = None
        if not self.asked:
            friday, monday, _wednesday = example_days(today)
            self.fill(Period(moment_on(friday, 16 * 60), moment_on(monday, 9 * 60)))

    def basket(self) -> Basket | None:
        """What is compared, or None with what is wrong told at its field."""
        well, use = self.validate(), self.period()
        items = tuple(Item(entry.form.category.data, entry.form.units.data or 1) for entry in self.items if entry.form.category.data)
        if not well or use is None or not items:
            return None
        return Basket(items, use, self.purpose.data, self.handover.data, measures())

    def guises(self) -> dict[str, Guise]:
        """The columns by their words: as every owner sees them, or those of one municipality, each once."""
        found = {code: GUISES[code] for code in self.who.data}
        if self.home.data is None:
            return {label("guise", code, language()): guise for code, guise in found.items()}
        town = self.towns[self.home.data]
        return {
            gettext("%(who)s uit %(town)s") % {"who": _kind(guise), "town": town}: replace(guise, home=self.home.data)
            for guise in found.values()
        }  # fmt: skip


def measures() -> Mapping[str, Decimal]:
    """What tariffs count with, as the address says it (`m-km=12,5`); what is no amount is left out."""
    found = {name.removeprefix(MEASURE): read_amount(text) for name, text in request.args.items() if name.startswith(MEASURE)}
    return {name: amount for name, amount in found.items() if amount is not None}


def _kind(guise: Guise) -> str:
    kind = label("borrower_kind", guise.kind, language())
    return f"{kind} ({label('recognition', guise.recognised, language()).lower()})" if guise.recognised else kind


def example_days(today: date) -> tuple[date, date, date]:
    """The Friday and Monday around a weekend, and the Wednesday after it, some six weeks from now: what the ready-made baskets ask."""
    friday = date.fromordinal(today.toordinal() + 42 + (4 - today.weekday()) % 7)
    return friday, date.fromordinal(friday.toordinal() + 3), date.fromordinal(friday.toordinal() + 5)
