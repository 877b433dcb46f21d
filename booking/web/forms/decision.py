"""What a desk decides about a line: yes, no, or something else instead."""

from __future__ import annotations

from collections.abc import Sequence

from wtforms import Field, RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.queries.conflicts import ConflictView
from booking.queries.overview import LineView
from booking.rules.admission import Finding
from booking.rules.asking import LONGEST_NOTE
from booking.rules.catalogue import AssetCard
from booking.rules.periods import Period
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import PeriodFields, number_or_none
from booking.web.language import lazy_gettext as _

_RESOLUTIONS = {
    "replaced": _("Een ander middel geven"),
    "moved": _("Verplaatsen naar een andere periode"),
    "accepted": _("Laten staan: het komt in orde"),
    "cancelled": _("De uitlening annuleren"),
}


class ApproveForm(Form):
    """Yes. What refuses may be set aside where the law and the ledger allow it, with a reason that is kept."""

    reason = TextAreaField(_("Opmerking"), [at_most(LONGEST_NOTE)], description=_("De ontlener krijgt deze opmerking te lezen."))
    codes: Sequence[str] = ()

    def __init__(self, line: LineView) -> None:
        super().__init__(prefix=f"goed-{line.number}-")

    @property
    def asides(self) -> list[Field]:
        """The field for the reason of each thing that may be set aside."""
        return [self[f"aside_{code}"] for code in self.codes]

    def reasons(self) -> dict[str, str]:
        """The reason that was given for each, by code."""
        return {code: field.data or "" for code, field in zip(self.codes, self.asides, strict=True)}


def approve_form(line: LineView, aside: Sequence[Finding]) -> ApproveForm:
    """Yes to a line, with a field for a reason per thing that may be set aside."""
    codes = list(dict.fromkeys(finding.code for finding in aside))
    fields = {f"aside_{code}": TextAreaField(_("Waarom toch goedkeuren?"), [at_most(LONGEST_NOTE)]) for code in codes}
    form: ApproveForm = type("ApproveForm", (ApproveForm,), {**fields, "codes": codes})(line)
    return form


class RefuseForm(Form):
    """No, and why."""

    reason = TextAreaField(_("Reden"), [DataRequired(), at_most(LONGEST_NOTE)], description=_("De ontlener krijgt deze reden te lezen."))

    def __init__(self, line: LineView) -> None:
        super().__init__(prefix=f"nee-{line.number}-")


class ResolveForm(PeriodFields, Form):
    """What becomes of a promise that reality broke."""

    resolution = RadioField(_("Wat doet u?"), [InputRequired()], coerce=str)
    asset = SelectField(_("Ander middel"), [Optional()], coerce=number_or_none)
    reason = TextAreaField(_("Reden"), [DataRequired(), at_most(LONGEST_NOTE)], description=_("De ontlener krijgt deze reden te lezen."))

    def __init__(self, conflict: ConflictView, use: Period, alike: Sequence[AssetCard]) -> None:
        super().__init__()
        others = {card.id: card.name for card in alike if card.id != conflict.promised.id}
        self.resolution.choices = {code: str(text) for code, text in _RESOLUTIONS.items() if code != "replaced" or others}
        self.asset.choices = others
        if not self.from_day.raw_data:
            self.fill(use)

    def new_use(self) -> Period | None:
        """The other period, only for who chose to move it."""
        return self.period() if self.resolution.data == "moved" else None
