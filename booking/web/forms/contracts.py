"""What is filled in about a loan contract: a name under it, a signed copy, a reason to send it back."""

from __future__ import annotations

from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired

from booking.rules.asking import LONGEST_NAME, LONGEST_NOTE
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import DocumentField
from booking.web.language import lazy_gettext as _


class AcceptForm(Form):
    """A member of the borrower puts a name to the contract."""

    name = StringField(_("Uw naam"), [DataRequired(), at_most(LONGEST_NAME)], render_kw={"autocomplete": "name"})
    agreed = BooleanField(_("Ik heb deze overeenkomst gelezen en aanvaard ze namens de ontlener."), [InputRequired()])


class SignedForm(Form):
    """A signed copy is handed in."""

    document = DocumentField(_("Getekend exemplaar"))


class BackForm(Form):
    """The desk sends a contract back."""

    reason = TextAreaField(_("Wat niet in orde is"), [DataRequired(), at_most(LONGEST_NOTE)])
