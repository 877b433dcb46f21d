"""What is filled in about an authority."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wtforms import DateField, RadioField, SelectField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.charges import Stage
from booking.rules.kinds import AuthorityKind
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import (
    LATITUDE,
    LONGITUDE,
    account_number,
    degrees,
    email_address,
    kbo_number,
    nis_code,
    ovo_code,
    short_text,
    whole_number,
)  # fmt: skip
from booking.web.forms.base import Form
from booking.web.forms.fields import chosen
from booking.web.language import lazy_gettext as _

LANGUAGES = {"nl": "Nederlands", "fr": "Français", "en": "English"}


class AuthorityForm(SettingsForm):
    """Who it is, and where it can be reached."""

    name = short_text(_("Naam"), DataRequired())
    kind = SelectField(_("Soort"), [InputRequired()], choices=chosen("authority_kind", AuthorityKind))
    nis = short_text(_("NIS-code"), nis_code, description=_("Vijf cijfers, zoals 11035. Alleen voor gemeenten."))
    kbo = short_text(_("Ondernemingsnummer (KBO)"), kbo_number, description=_("Tien cijfers, met of zonder punten."))
    ovo = short_text(_("OVO-code"), ovo_code, description=_("Uit Wegwijs, zoals OVO002025."))
    address = short_text(_("Adres"))
    postal_code = short_text(_("Postcode"), limit=40)
    email = short_text(_("E-mail van de uitleendienst"), Optional(), email_address, limit=254)
    phone = short_text(_("Telefoon"), limit=40)
    website = short_text(_("Website"))
    iban = short_text(_("Rekeningnummer (IBAN)"), account_number, limit=34, description=_("Waarop ontleners betalen."))
    language = SelectField(_("Bestuurstaal"), [InputRequired()], choices=LANGUAGES, default="nl")
    lat = degrees(*LATITUDE)
    lon = degrees(*LONGITUDE)


class DecisionForm(SettingsForm):
    """How an owner decides about all that it lends."""

    about = _("Dit geldt voor alles wat dit bestuur uitleent, tenzij een eigen regel voor een categorie of middel anders zegt.")

    decides = RadioField(
        _("Wie beslist over een aanvraag?"),
        choices=chosen("decides", ("desk", "automatic")),
        default="desk",
    )
    decision_days = whole_number(
        _("Beslistermijn in dagen"), 1, 365, description=_("Zolang houdt een aanvraag het middel vrij. Daarna vervalt ze.")
    )
    notice = whole_number(_("Ten laatste vragen, in dagen vooraf"), 0, 365)
    horizon = whole_number(_("Ten vroegste vragen, in dagen vooraf"), 1, 1000)
    longest = whole_number(_("Langste uitlening in dagen"), 1, 366)
    free_cancellation_days = whole_number(_("Gratis annuleren tot zoveel dagen vooraf"), 0, 365)
    hire_before = SelectField(_("Huur te ontvangen"), [Optional()], choices=chosen("stage", Stage, _("niet vooraf")))
    deposit_before = SelectField(_("Waarborg te ontvangen"), [Optional()], choices=chosen("stage", Stage, _("niet vooraf")))
    payment_days = whole_number(
        _("Betaaltermijn in dagen"), 1, 365, description=_("Voor wat na de uitlening te betalen is. Leeg is 30 dagen.")
    )
    territory = SelectField(
        _("Waar mag het gebruikt worden?"), [Optional()], choices=chosen("territory", ("owner", "partners", "anywhere"), "–")
    )
    source = short_text(_("Waar staat dit?"), description=_("Het reglement en artikel dat ontleners te lezen krijgen."))


class GroupForm(SettingsForm):
    """Who joins the group of a municipality, from when until when."""

    about = _("Een OCMW, AGB of zone hoort bij de groep van een gemeente: wat het bezit, telt daar als eigen.")

    member = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    first = DateField(_("Vanaf"), [InputRequired()])
    last = DateField(_("Tot en met"), [Optional()])

    def __init__(self, members: Sequence[tuple[int, str]], version: int) -> None:
        super().__init__({"version": version})
        self.member.choices = dict(members)

    def tie(self) -> tuple[int, date, date | None]:
        """The member and its dates."""
        return self.member.data, self.first.data, self.last.data


class LeaveForm(Form):
    """The last day of a tie."""

    last = DateField(_("Tot en met"), [InputRequired()])
