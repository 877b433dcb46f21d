"""What is filled in about money: an amount that came in or goes back, and what becomes of a proposed charge."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.asking import LONGEST_NOTE
from booking.web.forms.base import Form, Said, at_most
from booking.web.language import lazy_gettext as _

_LARGEST = Decimal(10_000_000)


class Euros(StringField):
    """An amount as people write it, `1.234,50` or `1234.5`; `cents` is what it comes to, None for nothing or for what is no amount."""

    def pre_validate(self, _form: object) -> None:
        """Raises for what is no amount; whether it is too much or too little, the service says."""
        if (self.data or "").strip() and self.cents is None:
            raise Said("amount_unreadable", value=self.data)

    @property
    def cents(self) -> int | None:
        """The amount in cents."""
        typed = (self.data or "").replace("€", "").replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
        plain = typed.replace(".", "").replace(",", ".") if "," in typed else typed
        try:
            amount = Decimal(plain)
        except InvalidOperation:
            return None
        return int((amount * 100).to_integral_value(ROUND_HALF_UP)) if amount.is_finite() and abs(amount) < _LARGEST else None


def as_typed(cents: int) -> str:
    """Cents as a field shows them: `1234,50`."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100},{abs(cents) % 100:02d}"


def _amount(text: object) -> Euros:
    return Euros(text, [DataRequired()], render_kw={"inputmode": "decimal", "autocomplete": "off"})


class MarkForm(Form):
    """So much, on this day, and why when that is not plain."""

    amount = _amount(_("Bedrag in euro"))
    day = DateField(_("Op"), [InputRequired()])
    reason = TextAreaField(_("Opmerking of reden"), [at_most(LONGEST_NOTE)])

    def __init__(self, cents: int, today: date) -> None:
        super().__init__({"amount": as_typed(cents), "day": today})


class ChargeForm(Form):
    """At which amount a proposal is charged; another than the proposed one asks for a reason."""

    amount = _amount(_("Bedrag in euro"))
    reason = TextAreaField(
        _("Reden"), [Optional(), at_most(LONGEST_NOTE)], description=_("Verplicht als u het bedrag wijzigt. De ontlener leest dit.")
    )

    def __init__(self, cents: int) -> None:
        super().__init__({"amount": as_typed(cents)})


class ReasonForm(Form):
    """Why something is waived or undone."""

    reason = TextAreaField(_("Reden"), [InputRequired(), at_most(LONGEST_NOTE)])
