"""Forms at the front door: signing in and up, the code of a mail, and a password that was forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from email_validator import EmailNotValidError, validate_email
from wtforms import EmailField, Field, HiddenField, PasswordField, RadioField, SelectField, StringField
from wtforms import Form as WTForm
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.kinds import BorrowerKind
from booking.services.claims import ORGANISATIONS, Whom
from booking.services.sign_up import SignUp
from booking.web.forms.base import Form, Said, at_most
from booking.web.forms.fields import chosen, number_or_none
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import LANGUAGES, say

SELF, EXISTING, NEW = "self", "existing", "new"
CHOICES = {
    SELF: _("Voor mezelf, als inwoner"),
    EXISTING: _("Voor een organisatie die hier al bekend is"),
    NEW: _("Voor een andere organisatie"),
}
_LANGUAGES = {"nl": "Nederlands", "en": "English", "fr": "Français"}
Named = Sequence[tuple[int, str]]


def readable_email(_form: WTForm, field: Field) -> None:
    """An address that mail can be sent to; whether it exists is proved by the mail."""
    try:
        validate_email(field.data.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise Said("email_unreadable") from error


def email_field(text: Any = None, autocomplete: str = "email") -> EmailField:
    """An address, checked for its form."""
    return EmailField(text or _("E-mailadres"), [DataRequired(), at_most(254), readable_email], render_kw={"autocomplete": autocomplete})


def new_password_field(text: Any = None) -> PasswordField:
    """A password that its owner makes up now."""
    return PasswordField(
        text or _("Wachtwoord"),
        [InputRequired()],
        description=_("Minstens 12 tekens. Een korte zin onthoudt u gemakkelijker dan een reeks tekens."),
        render_kw={"autocomplete": "new-password", "data-password": "new"},
    )


def present_password_field(text: Any = None) -> PasswordField:
    """The password that somebody has."""
    known = {"autocomplete": "current-password", "data-password": "known"}
    return PasswordField(text or _("Wachtwoord"), [InputRequired(), at_most(200)], render_kw=known)


def code_field(text: Any, longest: int) -> StringField:
    """A code from a mail, a telephone or a sheet of paper; spaces in it do not count."""
    keys = {"autocomplete": "one-time-code", "inputmode": "numeric" if longest < 12 else "text", "spellcheck": "false"}
    return StringField(text, [DataRequired(), at_most(longest)], render_kw=keys)


def language_field() -> SelectField:
    """The language of screens and mails."""
    return SelectField(_("Taal"), choices={code: _LANGUAGES[code] for code in LANGUAGES})


class SignInForm(Form):
    """E-mail and password; `next` is where someone was going."""

    next = HiddenField()
    email = EmailField(_("E-mailadres"), [InputRequired(), at_most(254)], render_kw={"autocomplete": "username"})
    password = present_password_field()


class WhomFields:
    """For whom somebody acts; to be mixed into a form. Fields of what was not chosen do not count."""

    whom = RadioField(
        _("Voor wie reserveert u?"),
        choices=lambda: {choice: str(text) for choice, text in CHOICES.items()},
        default=SELF,
    )
    borrower = StringField(
        _("Welke organisatie?"),
        [Optional(), at_most(400)],
        description=_("Typ een deel van de naam en kies uit de lijst."),
        render_kw={"list": "organisaties", "autocomplete": "off"},
    )
    organisation = StringField(_("Naam van de organisatie"), [Optional(), at_most(200)], render_kw={"autocomplete": "organization"})
    kind = SelectField(
        _("Soort"), [Optional()], choices=chosen("borrower_kind", ORGANISATIONS), default=BorrowerKind.ASSOCIATION, validate_choice=False
    )
    municipality = SelectField(_("Gemeente"), [Optional()], coerce=number_or_none, validate_choice=False)

    def offer(self, organisations: Named, municipalities: Named) -> None:
        """What there is to choose from."""
        self.organisations = {name: key for key, name in organisations}
        self.municipalities = {key for key, _name in municipalities}
        self.borrower.flags.required = self.organisation.flags.required = True  # where they are shown
        self.municipality.choices = {"": str(_("Kies een gemeente")), **dict(municipalities)}

    def is_complete(self) -> bool:
        """Whether what was chosen has all it needs; what is missing is told at its field."""
        if self.whom.data == EXISTING:
            return bool(self._borrower_id()) or self._lacks("borrower", "organisation_unknown")
        named = self.whom.data != NEW or bool(self.organisation.data.strip()) or self._lacks("organisation", "field_required")
        placed = self.municipality.data in self.municipalities or self._lacks("municipality", "field_required")
        return named and placed

    def chosen_whom(self) -> Whom:
        """For whom, of a form that is complete."""
        if self.whom.data == EXISTING:
            return Whom(self._borrower_id())
        if self.whom.data == NEW:
            return Whom(None, self.municipality.data, self.organisation.data.strip(), self.kind.data)
        return Whom(None, self.municipality.data)

    def for_oneself(self) -> bool:
        """Whether somebody acts as a resident, which no desk verifies."""
        return bool(self.whom.data == SELF)

    def _borrower_id(self) -> int | None:
        typed = " ".join(self.borrower.data.split()).casefold()
        fitting = {key for name, key in self.organisations.items() if name.casefold() == typed}
        fitting = fitting or {key for name, key in self.organisations.items() if typed and name.casefold().startswith(typed)}
        return fitting.pop() if len(fitting) == 1 else None

    def _lacks(self, field: str, code: str) -> bool:
        self[field].errors = [*self[field].errors, say(code, language())]
        return False


class SignUpForm(WhomFields, Form):
    """As little as a first reservation needs; `next` is where someone was going."""

    next = HiddenField()
    name = StringField(_("Uw naam"), [DataRequired(), at_most(200)], render_kw={"autocomplete": "name"})
    email = email_field()
    password = new_password_field()
    language = language_field()

    def asked(self) -> SignUp:
        """What was filled in, of a form that is complete."""
        name = " ".join(self.name.data.split())
        return SignUp(name, self.email.data.strip(), self.password.data, self.language.data, self.chosen_whom(), self.next.data)


class CodeForm(Form):
    """The six digits of a mail."""

    code = code_field(_("Code uit de mail"), 12)


class KnownPasswordForm(Form):
    """The password that somebody chose a moment ago."""

    password = present_password_field()


class ForgottenForm(Form):
    """Whose password was forgotten."""

    email = email_field(autocomplete="username")


class NewPasswordForm(Form):
    """A new password, for who followed the link of a mail."""

    password = new_password_field(_("Nieuw wachtwoord"))
