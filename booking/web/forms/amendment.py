"""A change to a line that stands, and the reason for calling something off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from flask import request
from wtforms import HiddenField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.queries.moving import Fit
from booking.queries.overview import LineView
from booking.rules.asking import LONGEST_NOTE, AskLine
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import Handover
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import PeriodFields, chosen, number_or_none, units_field
from booking.web.forms.measured import MeasuredFields
from booking.web.forms.moving import button_period, grouped
from booking.web.forms.request_line import nobody
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _


class AmendForm(PeriodFields, MeasuredFields, Form):
    """Another period, asset of the same owner, number, way of fetching, operator, driver, measure or service for one line; it opens as the
    line stands. `seen` marks the price that was last shown.
    """

    asset = SelectField(_("Middel of zaal"), [InputRequired()], coerce=int)
    units = units_field(_("Aantal"))
    handover = SelectField(_("Afhalen of laten leveren"), choices=chosen("handover", Handover))
    operator = SelectField(_("Wie bedient het?"), [Optional()], coerce=number_or_none)
    driver = SelectField(_("Wie haalt het op (bestuurder)?"), [Optional()], coerce=number_or_none)
    reason = TextAreaField(_("Waarom?"), [at_most(LONGEST_NOTE)], description=_("De uitleendienst leest dit mee."))
    seen = HiddenField()
    may_name = False  # whoever is new is named on the page of the borrower's people

    def __init__(self, line: LineView, persons: Mapping[str, Sequence[tuple[int, str]]]) -> None:
        kept = [{"name": name, "amount": amount.replace(".", ","), "wanted": True} for name, amount in line.measures.items()]
        values = {"asset": line.asset.id, "units": line.units, "handover": line.handover, "measures": kept, "extras": kept}
        super().__init__(values)
        self.line, self.card, self.asset.choices = line, line.asset, {}
        if request.method != "POST":
            self.fill(line.periods.use)
        elif chosen_period := button_period():
            self.fill(chosen_period)
            for field in self.from_day, self.from_time, self.to_day, self.to_time:
                field.raw_data = [field.data.strftime(field.format[0])]  # as if it had been typed
        for field, name in (self.operator, line.operator), (self.driver, line.driver):
            as_now = {"": gettext("zoals nu: %(name)s") % {"name": name}} if name else nobody()
            field.choices = {**as_now, **dict(pair for each in persons.values() for pair in each)}

    def offer(self, fits: Sequence[Fit], known: Catalogue, booked: date) -> None:
        """What it may be exchanged for, of the same kind first; and what goes with the one that was chosen, first asked on `booked`."""
        self.asset.choices = grouped(fits)
        self.card = next((fit.asset for fit in fits if fit.asset.id == self.asset.data), self.line.asset)
        day = self.from_day.data or self.line.periods.use.days()[0]
        self.ask_about(known, self.card, known.owner(self.card, day), day, booked)

    @property
    def sends(self) -> bool:
        """True when the button was pressed that asks for the change; anything else only looks."""
        return request.method == "POST" and request.form.get("do") == "amend"

    def change(self) -> AskLine | None:
        """What is asked, or None with what is wrong told at its field."""
        use, card = self.period(), self.card
        if self.units.data and not self.units.errors and self.units.data > card.units:
            self.fault("units", "units_beyond_stock", asset=card.name, units=self.units.data, limit=card.units)
        if use is None or self.errors:
            return None
        handover = Handover.PICKUP if card.in_place else Handover(self.handover.data)
        measures = self._kept(card) | self.counted(handover)
        return AskLine(card.id, use, self.units.data, handover, self.operator.data, self.driver.data, measures)

    def changes(self, wanted: AskLine) -> bool:
        """True when anything would be other than it is."""
        line, amounts = self.line, {name: Decimal(amount) for name, amount in self.line.measures.items()}
        as_it_is = AskLine(line.asset.id, line.periods.use, line.units, Handover(line.handover), measures=amounts)
        return wanted != as_it_is

    def _kept(self, card: AssetCard) -> dict[str, Decimal]:
        """What the line counts with that nobody asks here: of another asset it means nothing."""
        asked = {entry.form["name"].data for entry in (*self.measures, *self.extras)}
        return {
            name: Decimal(amount) for name, amount in self.line.measures.items() if name not in asked and card.id == self.line.asset.id
        }


class CallOffForm(Form):
    """Calling off needs no reason of the borrower, but one helps the owner."""

    reason = TextAreaField(_("Waarom?"), [at_most(LONGEST_NOTE)], description=_("De uitleendienst leest dit mee."))


class DeskCallOffForm(Form):
    """Who takes back what was promised says why."""

    reason = TextAreaField(_("Reden"), [DataRequired(), at_most(LONGEST_NOTE)], description=_("De ontlener krijgt deze reden te lezen."))
