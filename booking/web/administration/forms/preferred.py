"""What is filled in about lending free: a row of the register, its end, and what an agreement's party gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wtforms import BooleanField, DateField, SelectField
from wtforms.validators import URL, DataRequired, InputRequired, Optional

from booking.rules.kinds import FreeUnit
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import short_text, whole_number
from booking.web.forms.base import Form
from booking.web.forms.fields import chosen, number_or_none
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _

Choices = Sequence[tuple[int, str]]


class Decided:
    """Which organ decided, under which number, and where that can be read. To be mixed into a form."""

    organ = short_text(_("Wie besliste"), DataRequired(), description=_("Bijvoorbeeld “gemeenteraad” of “college”."))
    number = short_text(_("Nummer van het besluit"), DataRequired(), limit=80)
    link = short_text(
        _("Waar het besluit te lezen is"), Optional(), URL(), limit=400, description=_("Het adres op de website van uw bestuur.")
    )  # fmt: skip


class ExemptionForm(Decided, SettingsForm):
    """A lender writes down that it lends free."""

    lender = SelectField(_("Wie leent uit"), [InputRequired()], coerce=int)
    borrower_id = SelectField(_("Aan wie"), [InputRequired()], coerce=int)
    category_id = SelectField(_("Wat"), coerce=number_or_none)
    mutual = BooleanField(
        _("Alleen zolang zij ons ook vrij lenen"), default=True,
        description=_("Stopt de ander, dan betaalt die voor nieuwe aanvragen weer het gewone tarief."),
    )  # fmt: skip
    valid_from = DateField(_("Eerste dag"), [InputRequired()])
    valid_until = DateField(_("Laatste dag"), [Optional()], description=_("Laat leeg zolang er geen einde beslist is."))

    def __init__(self, lenders: Choices, borrowers: Choices, categories: Choices, today: date) -> None:
        super().__init__({"lender": lenders[0][0] if lenders else None, "valid_from": today})
        self.lender.choices, self.borrower_id.choices = list(lenders), list(borrowers)
        self.category_id.choices = [("", gettext("alles")), *categories]


class ExemptionEndForm(Decided, Form):
    """A lender stops lending free."""

    last = DateField(_("Laatste dag"), [InputRequired()], description=_("Kies de dag voor de eerste als dit nooit had mogen gelden."))


class TermForm(SettingsForm):
    """What a party gives from a day on."""

    lender = SelectField(_("Wie leent uit"), [InputRequired()], coerce=int)
    category_id = SelectField(_("Waarvoor"), coerce=number_or_none)
    valid_from = DateField(_("Eerste dag"), [InputRequired()])
    article = short_text(_("Waar het staat"), DataRequired(), description=_("Zoals “art. 4”: de ontlener leest het bij de prijs."))
    decision = short_text(_("Besluit dat dit vastlegt"), description=_("Bijvoorbeeld “gemeenteraad 2027/31”."))
    reciprocal = BooleanField(
        _("Vrij zolang de ander ons vrij leent"), description=_("Wie ons vrij leent, staat in het register van wederkerigheid."),
    )  # fmt: skip
    free_quota = whole_number(_("Vrij tegoed per jaar"), 1, 366)
    free_unit = SelectField(_("Geteld in"), choices=chosen("free_unit", FreeUnit), default=FreeUnit.LOANS)
    group_code = SelectField(_("Tariefgroep"), description=_("Een groep uit het reglement van wie uitleent."))
    percentage = whole_number(
        _("Percentage"), 0, 400, description=_("Van die groep, of van het tarief dat de ontlener anders betaalt. 65 is 65 %.")
    )  # fmt: skip

    def __init__(self, lenders: Choices, categories: Choices, groups: Sequence[tuple[str, str]], first: date, version: int) -> None:
        super().__init__({"lender": lenders[0][0] if lenders else None, "valid_from": first, "version": version})
        self.lender.choices = list(lenders)
        self.category_id.choices = [("", gettext("alles in deze overeenkomst")), *categories]
        self.group_code.choices = [("", gettext("geen")), *groups]
