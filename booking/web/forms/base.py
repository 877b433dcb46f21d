"""The form that all forms are: a token of this browser, messages in the reader's language, and what was typed kept."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Self

from flask import request
from wtforms import Field, HiddenField, StringField, ValidationError
from wtforms import Form as WTForm
from wtforms.csrf.core import CSRF, CSRFTokenField
from wtforms.i18n import get_translations
from wtforms.validators import InputRequired, Length

from booking.web.language import language
from booking.web.security import HEADER, csrf_token, token_fits
from booking.words import say

# What WTForms itself says, in our own words; what is not here stays in the words of its translators.
_OURS = {
    "This field is required.": "field_required",
    "Not a valid choice.": "choice_unknown",
    "Invalid Choice: could not coerce.": "choice_unknown",
    "Not a valid integer value.": "number_unreadable",
    "Not a valid decimal value.": "number_unreadable",
    "Not a valid date value.": "date_unreadable",
    "Not a valid datetime value.": "date_unreadable",
    "Not a valid time value.": "date_unreadable",
    "Invalid email address.": "email_unreadable",
}


class Said(ValidationError):
    """What is wrong with a field, by its code in booking/words: `raise Said("units_not_positive", units=0)`."""

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(say(code, language(), **details))


class BrowserToken(CSRF):
    """WTForms' hook for a token, bound to this browser's cookie. The door checked it already; this keeps a form from being used without."""

    def generate_csrf_token(self, _csrf_token_field: CSRFTokenField) -> str:
        return csrf_token()

    def validate_csrf_token(self, _form: WTForm, field: CSRFTokenField) -> None:
        if not token_fits(field.data or request.headers.get(HEADER, "")):
            raise Said("form_expired")


class Form(WTForm):
    """Give it nothing and it reads the request: `form = AskForm(); if form.sent_well(): …; return render_template(…, form=form)`."""

    class Meta:
        csrf = True
        csrf_class = BrowserToken

        def get_translations(self, _form: WTForm) -> Any:
            return _words(language())

    def __init__(self, values: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(request.form if request.method == "POST" else None, data=values, **options)
        for field in self:
            if isinstance(field, StringField) and field.data is None:
                field.data = ""  # a text that was not sent is an empty text, never None

    def apart(self, name: str) -> Self:
        """Its fields under ids of their own, for a page that holds several forms; what is sent keeps its names."""
        for field in self:
            field.id = f"{name}-{field.name}"
        return self

    def sent_well(self) -> bool:
        """True when this request sent the form and every field is in order."""
        return request.method == "POST" and self.validate()

    def blame(self, code: str, field: str | None = None, **details: Any) -> None:
        """Add what a service refused to a field, or to the form as a whole."""
        said = say(code, language(), **details)
        if field:
            self[field].errors = [*self[field].errors, said]
        else:
            self.form_errors.append(said)


class ButtonForm(Form):
    """A button that changes something: nothing but the token."""


class OnceField(HiddenField):
    """A key made with the form and sent back with it, so that a form sent twice is recognised by the service (an idempotency key)."""

    def __init__(self, label: str = "", **options: Any) -> None:
        super().__init__(label, [InputRequired(), Length(max=64)], default=lambda: secrets.token_urlsafe(16), **options)


def at_most(limit: int) -> Callable[[WTForm, Field], None]:
    """A text of `limit` characters or fewer. The page does not cut what is typed or pasted: it says so."""

    def check(_form: WTForm, field: Field) -> None:
        if len(field.data or "") > limit:
            raise Said("name_too_long", limit=limit)

    return check


class _Words:
    """WTForms' translations with our sentences before them."""

    def __init__(self, language: str) -> None:
        self._language, self._theirs = language, get_translations([language])

    def gettext(self, text: str) -> str:
        return say(_OURS[text], self._language) if text in _OURS else self._theirs.gettext(text)

    def ngettext(self, one: str, more: str, number: int) -> str:
        return self._theirs.ngettext(one, more, number)


_words = cache(_Words)
