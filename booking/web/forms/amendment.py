"""A change to a line that stands, and the reason for calling something off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import request
from wtforms import FieldList, FormField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Optional

from booking.queries.moving import Fit
from booking.queries.overview import LineView
from booking.rules.asking import LONGEST_NOTE, AskLine
from booking.rules.kinds import Handover
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import PeriodFields, chosen, number_or_none, units_field
from booking.web.forms.moving import grouped
from booking.web.forms.request_line import MeasureFields
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words.tariffs.nouns import NOUNS


class AmendForm(PeriodFields, Form):
    """Another period, asset of the same owner, number, way of fetching, operator, driver or measure for one line; it opens with the line as
    it stands.
    """

    asset = SelectField(_("Middel of zaal"), [InputRequired()], coerce=int)
    units = units_field(_("Aantal"))
    handover = SelectField(_("Afhalen of laten leveren"), choices=chosen("handover", Handover))
    operator = SelectField(_("Wie bedient het?"), [Optional()], coerce=number_or_none)
    driver = SelectField(_("Wie haalt het op (bestuurder)?"), [Optional()], coerce=number_or_none)
    measures = FieldList(FormField(MeasureFields))
    reason = TextAreaField(_("Waarom?"), [at_most(LONGEST_NOTE)], description=_("De uitleendienst leest dit mee."))

    def __init__(
        self,
        line: LineView,
        persons: Mapping[str, Sequence[tuple[int, str]]],
        fits: Sequence[Fit],
        services: Mapping[str, str] | None = None,
    ) -> None:
        """`fits` are what it may be exchanged for, `services` the names of what was taken with the line, by measure."""
        measures = [{"name": name, "amount": amount} for name, amount in line.measures.items()]
        super().__init__({"asset": line.asset.id, "units": line.units, "handover": line.handover, "measures": measures})
        self.line, self.cards = line, {line.asset.id: line.asset, **{fit.asset.id: fit.asset for fit in fits}}
        self.asset.choices = grouped(fits)
        if request.method != "POST":
            self.fill(line.periods.use)
        for field in self.operator, self.driver:
            field.choices = {"": str(_("niet gewijzigd")), **dict(pair for each in persons.values() for pair in each)}
        for entry in self.measures:
            name = entry.form["name"].data
            entry.form["amount"].label.text = (services or {}).get(name) or NOUNS.get(name, {}).get(language(), (name, name))[1]

    def change(self) -> AskLine | None:
        """What is asked, or None with what is wrong told at its field."""
        use, card = self.period(), self.cards.get(self.asset.data, self.line.asset)
        if self.units.data and not self.units.errors and self.units.data > card.units:
            self.fault("units", "units_beyond_stock", asset=card.name, units=self.units.data, limit=card.units)
        if use is None or self.errors:
            return None
        parts = [(entry.form["name"].data, entry.form.number()) for entry in self.measures]
        measures = {name: amount for name, amount in parts if name in self.line.measures and amount is not None}
        handover = Handover.PICKUP if card.in_place else Handover(self.handover.data)
        return AskLine(card.id, use, self.units.data, handover, self.operator.data, self.driver.data, measures)


class CallOffForm(Form):
    """Calling off needs no reason, but one helps the owner."""

    reason = TextAreaField(_("Waarom?"), [at_most(LONGEST_NOTE)], description=_("De uitleendienst leest dit mee."))
