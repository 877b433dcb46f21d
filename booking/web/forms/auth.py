"""Forms at the front door and for one's own account."""

from __future__ import annotations

from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import InputRequired

from booking.web.forms.base import Form, at_most


class SignInForm(Form):
    """E-mail and password; `next` is where someone was going."""

    next = HiddenField()
    email = EmailField("E-mailadres", [InputRequired(), at_most(254)], render_kw={"autocomplete": "username"})
    password = PasswordField("Wachtwoord", [InputRequired(), at_most(200)], render_kw={"autocomplete": "current-password"})


class PasswordForm(Form):
    """The present password and the new one."""

    old_password = PasswordField("Huidig wachtwoord", [InputRequired(), at_most(200)], render_kw={"autocomplete": "current-password"})
    new_password = PasswordField(
        "Nieuw wachtwoord",
        [InputRequired(), at_most(200)],
        description="Minstens 12 tekens. Een zin is gemakkelijker te onthouden dan een reeks tekens.",
        render_kw={"autocomplete": "new-password"},
    )
