"""A change to a line that stands, and the reason for calling something off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import request
from wtforms import SelectField, TextAreaField
from wtforms.validators import Optional

from booking.queries.overview import LineView
from booking.rules.asking import LONGEST_NOTE, AskLine
from booking.rules.kinds import Handover
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import PeriodFields, chosen, number_or_none, units_field


class AmendForm(PeriodFields, Form):
    """Another period, number, way of fetching, operator or driver for one line; it opens with the line as it stands."""

    units = units_field()
    handover = SelectField("Afhalen of laten leveren", choices=chosen("handover", Handover))
    operator = SelectField("Wie bedient het?", [Optional()], coerce=number_or_none)
    driver = SelectField("Wie haalt het op (bestuurder)?", [Optional()], coerce=number_or_none)
    reason = TextAreaField("Waarom?", [at_most(LONGEST_NOTE)], description="De uitleendienst leest dit mee.")

    def __init__(self, line: LineView, persons: Mapping[str, Sequence[tuple[int, str]]]) -> None:
        super().__init__({"units": line.units, "handover": line.handover})
        self.line = line
        if request.method != "POST":
            self.fill(line.periods.use)
        for field in self.operator, self.driver:
            field.choices = {"": "niet gewijzigd", **dict(pair for each in persons.values() for pair in each)}

    def change(self) -> AskLine | None:
        """What is asked, or None with what is wrong told at its field."""
        use = self.period()
        if self.units.data and not self.units.errors and self.units.data > self.line.asset.units:
            self.fault("units", "units_beyond_stock", asset=self.line.asset.name, units=self.units.data, limit=self.line.asset.units)
        if use is None or self.errors:
            return None
        return AskLine(self.line.asset.id, use, self.units.data, Handover(self.handover.data), self.operator.data, self.driver.data)


class CallOffForm(Form):
    """Calling off needs no reason, but one helps the owner."""

    reason = TextAreaField("Waarom?", [at_most(LONGEST_NOTE)], description="De uitleendienst leest dit mee.")
