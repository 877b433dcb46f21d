"""What a technician fills in: a hand-over, a return, a late return, and what happened to an asset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from wtforms import BooleanField, DateField, FieldList, FormField, IntegerField, SelectField, TextAreaField, TimeField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.asking import LONGEST_NOTE
from booking.rules.catalogue import AssetCard
from booking.rules.periods import InvalidTime, from_local, local
from booking.services.charges import Seen
from booking.web.forms.base import Form, Said, at_most
from booking.web.forms.charges import Euros
from booking.web.forms.fields import PeriodFields, units_field
from booking.web.forms.request_line import MeasureFields
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words.tariffs.nouns import NOUNS


def kinds() -> dict[str, str]:
    """What may be reported, in the reader's language."""
    return {"breakdown": str(_("Defect")), "lost": str(_("Verloren of ontbrekend")), "closure": str(_("Gesloten (werken, eigen gebruik)"))}


class HandOverForm(Form):
    """Out it goes; a missing document may be set aside by the desk, with a reason."""

    override = BooleanField(_("Toch uitgeven zonder het ontbrekende document (enkel de uitleendienst)"))
    reason = TextAreaField(_("Opmerking of reden"), [at_most(LONGEST_NOTE)])


class TakeBackForm(Form):
    """Back it comes, perhaps not all of it."""

    missing = IntegerField(_("Hoeveel stuks ontbreken er?"), [Optional()], default=0, render_kw={"inputmode": "numeric", "min": 0})
    measures = FieldList(FormField(MeasureFields))
    damage = Euros(_("Geschatte herstelkosten in euro"), [Optional()], render_kw={"inputmode": "decimal", "autocomplete": "off"})
    note = TextAreaField(_("Opmerking over de staat"), [at_most(LONGEST_NOTE)])

    def __init__(self, asked: Mapping[str, tuple[str, Decimal | None]] | None = None) -> None:
        """`asked` gives per measure the title of the article that counts with it and the amount agreed."""
        told = asked or {}
        super().__init__({"measures": [{"name": name, "amount": _shown(agreed)} for name, (_title, agreed) in told.items()]})
        self.asked = told
        for entry in self.measures:
            name = entry.form["name"].data
            word = NOUNS.get(name, {}).get(language(), (name, name))[1]
            entry.form["amount"].label.text = f"{told[name][0]} ({word})" if name in told else word

    def seen(self) -> Seen:
        """What was filled in, without what is as agreed."""
        parts = [(entry.form["name"].data, entry.form.number()) for entry in self.measures]
        real = {name: amount for name, amount in parts if name in self.asked and amount is not None}
        return Seen({name: amount for name, amount in real.items() if amount != (self.asked[name][1] or 0)}, self.damage.cents or 0)

    def validate_damage(self, field: Euros) -> None:
        """Nothing, or what it costs."""
        if (field.cents or 0) < 0:
            raise Said("amount_unreadable", value=field.data)

    def validate_missing(self, field: IntegerField) -> None:
        """None, or some."""
        if (field.data or 0) < 0:
            raise Said("units_not_positive", units=field.data)


def _shown(agreed: Decimal | None) -> str:
    return f"{agreed:f}".replace(".", ",") if agreed else ""


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

    def stretch(self) -> tuple[datetime, datetime | None] | None:
        """From and, if known, until; None with what is wrong told at its field."""
        if not self.to_day.data and not self.to_day.errors:
            start = self.moment("from")
            return (start, None) if start else None
        if self.to_time.data is None and not self.to_time.errors:
            self.fault("to_time", "field_required")
        period = self.period()
        return (period.start, period.end) if period else None
