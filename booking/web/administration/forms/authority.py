"""What is filled in about an authority."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wtforms import DateField, SelectField
from wtforms.validators import DataRequired, InputRequired, Optional

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
