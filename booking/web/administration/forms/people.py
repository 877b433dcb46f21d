"""What is filled in about borrowers, who acts for them, what they are recognised as, and who works for an authority."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Email, InputRequired, Optional

from booking.rules.asking import LONGEST_NOTE
from booking.rules.kinds import BorrowerKind, RecognitionCategory, RoleName
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import kbo_number, short_text
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import chosen
from booking.web.language import lazy_gettext as _

Choices = Sequence[tuple[int, str]]


class BorrowerForm(SettingsForm):
    """Who it is, and where it can be reached; whose territory it is in is asked once, of who works for several."""

    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    kind = SelectField(_("Soort"), [InputRequired()], choices=chosen("borrower_kind", BorrowerKind), default=BorrowerKind.ASSOCIATION)
    name = short_text(_("Naam"), DataRequired())
    kbo = short_text(_("Ondernemingsnummer (KBO)"), kbo_number, description=_("Tien cijfers, met of zonder punten."))
    email = short_text(_("E-mail"), Optional(), Email(), limit=254, description=_("Hier komen de berichten over reservaties aan."))
    phone = short_text(_("Telefoon"), limit=40)

    def __init__(self, authorities: Choices, values: dict[str, object] | None = None) -> None:
        super().__init__({"authority": authorities[0][0] if authorities else None, **(values or {})})
        self.authority.choices = list(authorities)


class RejectForm(Form):
    """Why someone does not act for a borrower; the person reads it."""

    reason = TextAreaField(_("Reden"), [DataRequired(), at_most(LONGEST_NOTE)], description=_("De persoon krijgt deze reden in een mail."))


class EndForm(SettingsForm):
    """The last day of a relation."""

    last = DateField(_("Laatste dag"), [InputRequired()], description=_("Kies een dag vóór vandaag om het meteen te beëindigen."))


class RecognitionForm(SettingsForm):
    """Whom an authority recognises as what, and by which decision."""

    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    borrower_id = SelectField(_("Ontlener"), [InputRequired()], coerce=int)
    category = SelectField(_("Erkend als"), [InputRequired()], choices=chosen("recognition", RecognitionCategory))
    decision = short_text(_("Beslissing"), DataRequired(), description=_("Zoals het in het verslag staat: “Collegebeslissing 2027/014”."))
    valid_from = DateField(_("Eerste dag"), [InputRequired()])
    valid_until = DateField(_("Laatste dag"), [Optional()])

    def __init__(self, authorities: Choices, borrowers: Choices, today: date, borrower: int | None) -> None:
        super().__init__({"authority": authorities[0][0] if authorities else None, "borrower_id": borrower, "valid_from": today})
        self.authority.choices, self.borrower_id.choices = list(authorities), list(borrowers)


class RoleForm(SettingsForm):
    """Who works for an authority, in which role, from when until when."""

    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    email = StringField(
        _("E-mail"),
        [DataRequired(), Email(), at_most(254)],
        description=_("Wie nog niet voor uw bestuur werkt, krijgt een mail en zegt zelf ja."),
    )
    name = SelectField(_("Rol"), [InputRequired()], choices=chosen("role", RoleName))
    valid_from = DateField(_("Eerste dag"), [InputRequired()])
    valid_until = DateField(_("Laatste dag"), [Optional()])

    def __init__(self, authorities: Choices, today: date) -> None:
        super().__init__({"authority": authorities[0][0] if authorities else None, "valid_from": today, "name": RoleName.DESK})
        self.authority.choices = list(authorities)
