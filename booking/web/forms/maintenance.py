"""The forms of inspections and maintenance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from wtforms import BooleanField, DateField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.queries.maintenance.due import OrderView
from booking.queries.maintenance.history import InspectionView, Upkept
from booking.rules.asking import LONGEST_NAME, LONGEST_NOTE
from booking.rules.catalogue import PlanCard
from booking.rules.kinds import InspectionVerdict
from booking.rules.maintenance import Window
from booking.rules.periods import Period
from booking.services.maintenance import Outcome, PlanTerms, Visit
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import DocumentField, PeriodFields, chosen
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import moments

OWN = "own"
NAME = at_most(LONGEST_NAME)


class VisitForm(PeriodFields, Form):
    """One of the times that are proposed, or another; who comes and what for."""

    which = RadioField(_("Wanneer?"), [InputRequired()], coerce=str)
    body = StringField(_("Door wie?"), [NAME], description=_("Het keuringsorganisme of de firma die langskomt."))
    note = TextAreaField(_("Opmerking voor de ploeg"), [at_most(LONGEST_NOTE)])

    def __init__(self, windows: Sequence[Window], order: OrderView | None, body: str) -> None:
        first = {"which": "0" if windows else OWN, "body": (order.body if order else "") or body, "note": order.note if order else ""}
        super().__init__(first)
        self.windows = windows
        shown = {str(place): moments.period(window.time, language()) for place, window in enumerate(windows)}
        self.which.choices = {**shown, OWN: str(_("Een ander moment"))}
        if not self.from_day.raw_data and (known := (order.time if order else None) or (windows[0].time if windows else None)):
            self.fill(known)
        if self.which.data != OWN:
            for name in ("from_day", "from_time", "to_day", "to_time"):
                self[name].validators = [Optional()]

    def visit(self) -> Visit | None:
        """What was chosen, or None with what is wrong told at its field."""
        time: Period | None = self.period() if self.which.data == OWN else self.windows[int(self.which.data)].time
        return Visit(time, self.body.data.strip(), self.note.data.strip()) if time else None


class DoneForm(Form):
    """On which day it was done."""

    on = DateField(_("Gedaan op"), [InputRequired()])
    note = TextAreaField(_("Wat is er gedaan?"), [at_most(LONGEST_NOTE)])

    def __init__(self, today: date) -> None:
        super().__init__({"on": today})


class CallOffForm(Form):
    """Why it does not happen then."""

    reason = TextAreaField(_("Waarom gaat het niet door?"), [DataRequired(), at_most(LONGEST_NOTE)])


class OutcomeForm(Form):
    """What an inspection body wrote."""

    on = DateField(_("Gekeurd op"), [InputRequired()])
    body = StringField(_("Keuringsorganisme"), [DataRequired(), NAME])
    verdict = RadioField(_("Uitslag"), [InputRequired()], choices=chosen("inspection_verdict", InspectionVerdict))
    until = DateField(
        _("Geldig tot en met"), [Optional()],
        description=_("Laat leeg voor de langste termijn. Een kortere mag, met een reden."),
    )  # fmt: skip
    reason = StringField(_("Reden van de kortere termijn"), [NAME])
    remarks = StringField(_("Opmerkingen van de keurder"), [NAME])
    repair = BooleanField(_("Plan een herstelling voor deze opmerkingen"))
    repair_by = DateField(_("Te herstellen tegen"), [Optional()])
    report = DocumentField(_("Verslag"), needed=False)

    def __init__(self, found: Upkept, wrong: InspectionView | None, today: date) -> None:
        last = found.inspections[0] if found.inspections else None
        first = {"on": today, "body": last.body if last else "", "verdict": InspectionVerdict.PASSED}
        if wrong:
            first = {"on": wrong.on, "body": wrong.body, "verdict": wrong.verdict, "remarks": wrong.remarks, "reason": wrong.reason}
        super().__init__(first)
        self.verdict.choices = {code: self.verdict.choices[code] for code in InspectionVerdict}

    def outcome(self) -> Outcome:
        """What was filled in."""
        repair = self.repair.data and self.verdict.data != InspectionVerdict.PASSED
        return Outcome(
            self.on.data, self.body.data, InspectionVerdict(self.verdict.data), self.until.data, self.reason.data, self.remarks.data,
            repair=repair, repair_by=self.repair_by.data if repair else None,
        )  # fmt: skip


class PlanForm(Form):
    """Every so many months."""

    every_months = IntegerField(_("Om de hoeveel maanden?"), [InputRequired()], render_kw={"inputmode": "numeric"})
    body = StringField(_("Door wie?"), [NAME], description=_("Het keuringsorganisme of de firma die langskomt."))
    minutes = SelectField(_("Hoelang duurt het?"), [InputRequired()], coerce=int)
    lead_days = IntegerField(
        _("Hoeveel dagen vooraf regelen?"), [InputRequired()], render_kw={"inputmode": "numeric"},
        description=_("Zo lang vooraf moet de keurder of firma het weten."),
    )  # fmt: skip

    def __init__(self, current: PlanCard | None, minutes: int, lead_days: int) -> None:
        first = {
            "every_months": current.every_months if current else None, "body": current.body if current else "",
            "minutes": current.minutes if current else minutes, "lead_days": current.lead_days if current else lead_days,
        }  # fmt: skip
        super().__init__(first)
        lengths = sorted({30, 60, 90, 120, 180, 240, 360, 480, 960, 1440, 2400, first["minutes"]})
        self.minutes.choices = {length: _lasting(length) for length in lengths}

    def terms(self) -> PlanTerms:
        """What was filled in."""
        return PlanTerms(self.every_months.data, self.body.data.strip(), self.minutes.data, self.lead_days.data)


def _lasting(minutes: int) -> str:
    hours = f"{minutes / 60:g}".replace(".", "," if language() != "en" else ".")
    return f"{minutes} min" if minutes < timedelta(hours=1).seconds // 60 else str(_("%(hours)s uur")) % {"hours": hours}
