"""What is filled in about a proof that an owner asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from wtforms import BooleanField, DateField, SelectField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.kinds import BorrowerKind, Purpose, QualificationKind, RequirementKind
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import euro_field, short_text, whole_number
from booking.web.forms.fields import chosen, number_or_none
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.words import label

Choices = Sequence[tuple[int, str]]


class RequirementForm(SettingsForm):
    """What is asked, for what and of whom, and how much."""

    about = _("Een ontlener leest dit bij het middel en bij zijn aanvraag, met wat er nog ontbreekt en tegen wanneer.")
    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    kind = SelectField(
        _("Welk bewijs?"), [InputRequired()], choices=chosen("requirement", RequirementKind), default=RequirementKind.LIABILITY
    )
    category_id = SelectField(_("Voor welke categorie?"), coerce=number_or_none)
    asset_id = SelectField(_("Of voor één middel"), coerce=number_or_none)
    borrower_kind = SelectField(_("Van wie?"), choices=chosen("borrower_kind", BorrowerKind, _("elke ontlener")))
    purpose = SelectField(_("Bij welk gebruik?"), choices=chosen("purpose", Purpose, _("elk gebruik")))
    amount_cents = euro_field(_("Minstens verzekerd voor, in euro"))
    whole_value = BooleanField(_("Voor de volle vervangingswaarde"))
    most_excess_cents = euro_field(_("Hoogste vrijstelling in euro"))
    own_verification = BooleanField(
        _("Wij kijken het zelf na"), description=_("Anders geldt ook wat een ander bestuur al in orde bevond.")
    )
    confirms_without = BooleanField(
        _("Het mag later komen"), description=_("Het ontbreken houdt een bevestiging dan niet tegen; bij de uitgifte moet het er zijn.")
    )
    qualification = SelectField(
        _("Attest of rijbewijs"), choices=chosen("qualification", QualificationKind, _("volgens de massa van de aanhangwagen"))
    )
    every_months = whole_number(_("Keuring om de zoveel maanden"), 1, 120)
    source = short_text(_("Waar het staat"), DataRequired(), description=_("Zoals “gebruiksreglement art. 14”: de ontlener leest het mee."))
    valid_from = DateField(_("Eerste dag van uitgifte"), [InputRequired()])
    valid_until = DateField(_("Laatste dag"), [Optional()])

    def __init__(self, authorities: Choices, categories: Mapping[int, str], assets: Choices, today: date) -> None:
        super().__init__({"authority": authorities[0][0] if authorities else None, "valid_from": today})
        self.authority.choices = list(authorities)
        named = [(key, label("category", code, language())) for key, code in categories.items()]
        by_name = sorted(named, key=lambda pair: pair[1].casefold())
        self.category_id.choices = [("", gettext("alles wat u uitleent")), *by_name]
        self.asset_id.choices = [("", gettext("geen")), *assets]
