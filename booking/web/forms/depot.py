"""What a technician fills in: a late return, and what happened to an asset."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flask import request
from wtforms import DateField, SelectField, TextAreaField, TimeField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.asking import LONGEST_NOTE
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import OccupancyKind
from booking.rules.periods import InvalidTime, from_local, local
from booking.services.incidents import Report
from booking.web.forms.base import Form, OnceField, at_most
from booking.web.forms.fields import PeriodFields, units_field
from booking.web.language import lazy_gettext as _


def kinds() -> dict[str, str]:
    """What may be reported, in the reader's language."""
    return {"breakdown": str(_("Defect")), "lost": str(_("Verloren of ontbrekend")), "closure": str(_("Gesloten (werken, eigen gebruik)"))}


class LateForm(Form):
    """When it is expected back: the borrower called."""

    day = DateField(_("Terug op"), [InputRequired()])
    time = TimeField(_("om"), [InputRequired()])
    why = TextAreaField(_("Opmerking"), [at_most(LONGEST_NOTE)])

    def expected(self) -> datetime | None:
        """The moment, or None with what is wrong told. An hour that the clock shows twice is taken late: nobody waits for nothing."""
        try:
            return from_local(datetime.combine(self.day.data, self.time.data), 1)
        except InvalidTime as wrong:
            self.blame(wrong.code, "time", **wrong.details)
            return None


class ReportForm(PeriodFields, Form):
    """A breakdown, a loss or a closure, from when until when, if anybody knows."""

    once = OnceField()
    what = SelectField(_("Wat is er?"), [InputRequired()], choices=kinds)
    asset = SelectField(_("Middel of zaal"), [InputRequired()], coerce=int)
    units = units_field(_("Hoeveel stuks?"))
    to_day = DateField(_("Tot (als u het weet)"), [Optional()])
    to_time = TimeField(_("Einduur"), [Optional()])
    note = TextAreaField(_("Wat is er gebeurd?"), [DataRequired(), at_most(LONGEST_NOTE)])

    def __init__(self, assets: Sequence[AssetCard], now: datetime, asset: str | None) -> None:
        here = local(now)
        first = next((card.id for card in assets if card.code == asset), None)
        super().__init__({"from_day": here.date(), "from_time": here.time().replace(tzinfo=None, second=0), "asset": first})
        self.asset.choices = {card.id: f"{card.name} ({card.code})" for card in assets}

    def report(self) -> Report | None:
        """What was filled in, or None with what is wrong told."""
        well = self.sent_well()  # in this order: to validate is to forget what was found before
        times = self._stretch() if request.method == "POST" else None
        kind, units = OccupancyKind(self.what.data) if well else None, self.units.data
        return Report(kind, self.asset.data, *times, units, self.note.data) if kind and times else None

    def _stretch(self) -> tuple[datetime, datetime | None] | None:
        """From and, if known, until; None with what is wrong told at its field."""
        if not self.to_day.data and not self.to_day.errors:
            start = self.moment("from")
            return (start, None) if start else None
        if self.to_time.data is None and not self.to_time.errors:
            self.fault("to_time", "field_required")
        period = self.period()
        return (period.start, period.end) if period else None
