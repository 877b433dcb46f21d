"""What an owner says when it recalls something: for which of its services, when, by when it must be back, why, and what it offers."""

from __future__ import annotations

from datetime import datetime, timedelta

from wtforms import DateField, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField, TimeField
from wtforms.validators import DataRequired, InputRequired, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from booking.queries.recalls import Recallable
from booking.rules.asking import LONGEST_NAME, LONGEST_NOTE
from booking.rules.periods import Period, local
from booking.services.incidents import Emergency
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import PeriodFields
from booking.web.language import lazy_gettext as _

SOON = timedelta(hours=4)


class RecallForm(PeriodFields, Form):
    """An emergency of the owner itself."""

    borrower = SelectField(_("Voor welke dienst"), [InputRequired()], coerce=int)
    event = StringField(_("Wat er aan de hand is"), [DataRequired(), at_most(LONGEST_NAME)], description=_("Zoals “wateroverlast”."))
    back_day = DateField(_("Terug tegen"), [Optional()])
    back_time = TimeField(_("Uur"), [Optional()])
    back_fold = RadioField(_("Dit uur komt twee keer voor. Welk bedoelt u?"), [Optional()], choices=[])
    reason = TextAreaField(_("Reden"), [DataRequired(), at_most(LONGEST_NOTE)], description=_("De ontlener krijgt deze reden te lezen."))
    offered = SelectMultipleField(
        _("Wat u in de plaats aanbiedt"), coerce=int, widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )  # fmt: skip

    def __init__(self, found: Recallable, now: datetime) -> None:
        super().__init__({"offered": [place.asset.id for place in found.places]})
        self.borrower.choices = found.services
        self.offered.choices = [(place.asset.id, place.asset.name) for place in found.places]
        if not self.from_day.raw_data:
            line = found.found.line
            start = max(line.use_start, now + SOON) if found.out else line.use_start
            self.fill(Period(min(start, line.use_end - timedelta(hours=1)), line.use_end))
            back = local(max(start - timedelta(hours=1), now))
            self.back_day.data, self.back_time.data = back.date(), back.time().replace(second=0, tzinfo=None)

    def emergency(self, *, out: bool) -> Emergency | None:
        """What was filled in, or None with what is wrong told at its field."""
        use, back = self.period(), self.moment("back") if out else None
        if out and back is None:
            if not self.back_day.errors and not self.back_time.errors:
                self.fault("back_day", "field_required")
            return None
        return Emergency(self.borrower.data, use, self.event.data.strip(), back_by=back) if use else None
