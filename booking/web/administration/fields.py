"""Fields that the forms of the administration share, and what is wrong with what was typed in them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from email_validator import EmailNotValidError, validate_email
from wtforms import DecimalField, Field, IntegerField, StringField
from wtforms import Form as WTForm
from wtforms.validators import Optional
from wtforms.widgets import TextInput

from booking.rules.charges.payments import iban_of
from booking.rules.kbo import kbo_digits
from booking.rules.registers import is_nis, is_ovo
from booking.web.forms.base import Said, at_most
from booking.web.language import Lazy
from booking.web.language import lazy_gettext as _

LONGEST_NAME = 200
LONGEST_CODE = 40


def short_text(text: Lazy, *validators: Any, limit: int = LONGEST_NAME, **options: Any) -> StringField:
    """One line of text."""
    return StringField(text, [*validators, at_most(limit)], **options)


def whole_number(text: Lazy, least: int = 0, most: int = 1_000_000, **options: Any) -> IntegerField:
    """A whole number within bounds, or nothing."""
    return IntegerField(text, [Optional(), between(least, most)], render_kw={"inputmode": "numeric", "min": least, "max": most}, **options)


def degrees(text: Lazy, least: float, most: float) -> DecimalField:
    """A coordinate in decimal degrees (WGS 84), typed with a point or a comma."""
    options = {"render_kw": {"inputmode": "decimal"}, "filters": [float_or_none]}
    return CommaField(text, [Optional(), between(least, most)], places=None, **options)


class CommaField(DecimalField):
    """A number that may be typed with a comma, which a browser's own field for numbers would not let through."""

    widget = TextInput()

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([value.replace(",", ".").strip() for value in valuelist])
        if isinstance(self.data, Decimal) and not self.data.is_finite():  # "NaN" and "Infinity" are numbers to Python
            self.data = None
            raise Said("number_unreadable")


class EuroField(CommaField):
    """An amount in euro, typed as people do and kept in cents."""

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{int(self.data) // 100},{int(self.data) % 100:02d}".removesuffix(",00")

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([re.sub(r"[\s€]|\.(?=\d{3}\b)", "", value) for value in valuelist])
        if isinstance(self.data, Decimal):  # what was not sent is still what the form was filled with, in cents
            self.data = int((self.data * 100).to_integral_value())


def euro_field(text: Lazy) -> EuroField:
    """An amount in euro, or nothing; its data is in cents."""
    return EuroField(text, [Optional(), between(0, 10**11)], places=None, render_kw={"inputmode": "decimal"})


def float_or_none(value: Any) -> float | None:
    """A number as the tables keep it."""
    return None if value is None else float(value)


def between(least: float, most: float) -> Any:
    """A number from `least` to `most`."""

    def check(_form: WTForm, field: Field) -> None:
        if field.data is not None and not least <= field.data <= most:
            raise Said("number_out_of_range", least=least, limit=most)

    return check


def email_address(_form: WTForm, field: Field) -> None:
    """An address that mail can be sent to; whether it exists is proved by the mail."""
    try:
        if field.data:
            validate_email(field.data.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise Said("email_unreadable") from error


def nis_code(_form: WTForm, field: Field) -> None:
    """Five digits."""
    if field.data and not is_nis(field.data.strip()):
        raise Said("nis_unreadable")


def kbo_number(_form: WTForm, field: Field) -> None:
    """Ten digits that prove themselves; kept without points."""
    if field.data:
        digits = kbo_digits(field.data)
        if digits is None:
            raise Said("kbo_wrong")
        field.data = digits


def account_number(_form: WTForm, field: Field) -> None:
    """An IBAN that proves itself; kept without spaces."""
    if field.data:
        plain = iban_of(field.data)
        if plain is None:
            raise Said("iban_wrong")
        field.data = plain


def ovo_code(_form: WTForm, field: Field) -> None:
    """OVO and six digits."""
    if field.data and not is_ovo(field.data.strip()):
        raise Said("ovo_unreadable")


LATITUDE, LONGITUDE = (_("Breedtegraad"), 49.4, 51.6), (_("Lengtegraad"), 2.5, 6.5)
"""Belgium and a little around it: what lies elsewhere is a slip of the keys."""
