"""Forms about one's own account: who one is, how one signs in, for whom one acts, and whom one invites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, HiddenField, SelectField, StringField, TelField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.kinds import RoleName
from booking.services.invitations import To
from booking.web.forms.auth import WhomFields, code_field, email_field, language_field, new_password_field, present_password_field
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import chosen
from booking.web.language import lazy_gettext as _


class ProfileForm(Form):
    """Who someone is and which language they read."""

    name = StringField(_("Uw naam"), [DataRequired(), at_most(200)], render_kw={"autocomplete": "name"})
    phone = TelField(
        _("Telefoon"),
        [Optional(), at_most(40)],
        description=_("Voor de uitleendienst, als er iets is met uw reservatie."),
        render_kw={"autocomplete": "tel"},
    )
    language = language_field()


class PasswordForm(Form):
    """The present password and the new one."""

    old_password = present_password_field(_("Huidig wachtwoord"))
    new_password = new_password_field(_("Nieuw wachtwoord"))


class EmailForm(Form):
    """Another address, and proof that it is the owner who asks."""

    email = email_field(_("Nieuw e-mailadres"))
    password = present_password_field(_("Uw wachtwoord"))


class OrganisationForm(WhomFields, Form):
    """For whom else someone acts."""


class ProofForm(Form):
    """The password again, before something that cannot be undone."""

    password = present_password_field(_("Uw wachtwoord"))


class CloseForm(ProofForm):
    """Leaving for good."""

    sure = BooleanField(_("Ik begrijp dat dit niet ongedaan gemaakt kan worden"), [InputRequired()])


class FactorForm(Form):
    """A code of the app for the secret that the page showed."""

    proposed = HiddenField()
    code = code_field(_("Code uit de app"), 12)
    password = present_password_field(_("Uw wachtwoord"))


class SecondStepForm(Form):
    """A code of the app, or one of the paper."""

    next = HiddenField()
    code = code_field(_("Code uit uw app, of een herstelcode"), 20)


class InviteForm(Form):
    """Who is invited, and to what: `role:3` of an authority, `borrower:7`."""

    email = email_field(_("E-mailadres van uw collega"), autocomplete="off")
    to = SelectField(_("Waarvoor?"), [InputRequired()])
    role = SelectField(_("Als"), [Optional()], choices=chosen("role", RoleName), default=RoleName.DESK, validate_choice=False)

    def offer(self, authorities: Sequence[tuple[int, str]], borrowers: Sequence[tuple[int, str]]) -> None:
        """What the reader may invite to."""
        groups: dict[Any, dict[str, str]] = {
            str(_("Werken voor een bestuur")): {f"authority:{key}": name for key, name in authorities},
            str(_("Reserveren voor een organisatie")): {f"borrower:{key}": name for key, name in borrowers},
        }
        self.to.choices = {group: options for group, options in groups.items() if options}

    def invited_to(self) -> To:
        """What was chosen, of a form that is in order."""
        noun, _sep, key = self.to.data.partition(":")
        if noun == "borrower":
            return To(borrower_id=int(key))
        return To(int(key), RoleName(self.role.data) if self.role.data in set(RoleName) else RoleName.TECHNICIAN)


class JoinForm(Form):
    """Who takes up an invitation without having an account."""

    name = StringField(_("Uw naam"), [DataRequired(), at_most(200)], render_kw={"autocomplete": "name"})
    password = new_password_field()
    language = language_field()
