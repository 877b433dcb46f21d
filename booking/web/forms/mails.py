"""How often an address hears of what: one form per address, one choice per family."""

from __future__ import annotations

from typing import Any

from wtforms import HiddenField, RadioField

from booking.queries.mail_choices import Address
from booking.rules.mailing import CHOSEN, PACES, Family, Pace
from booking.web.forms.base import Form
from booking.web.language import language
from booking.words import label, say


class MailsForm(Form):
    """The families that come at an address, each with the paces it may have; what always comes at once is no field."""

    address = HiddenField()
    decisions, work, progress, reminders, order = (RadioField() for _ in CHOSEN)

    def __init__(self, of: Address, place: int) -> None:
        super().__init__({"address": of.address, **{str(family): str(pace) for family, pace in of.paces.items()}})
        for family in CHOSEN:
            if family not in of.paces:
                del self[family]
                continue
            field: Any = self[family]
            field.label.text, field.description = label("mail_family", family, language()), say(f"mail_family_help.{family}", language())
            field.choices = [(str(pace), label("mail_pace", pace, language())) for pace in PACES[family]]
        self.apart(f"adres-{place}")

    def chosen(self) -> dict[Family, Pace]:
        """What was chosen."""
        return {family: Pace(self[family].data) for family in CHOSEN if family in self}
