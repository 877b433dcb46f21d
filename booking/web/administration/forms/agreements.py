"""What is filled in about agreements: the steps of a draft, and what a party decides for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from wtforms import BooleanField, DateField, RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Optional
from wtforms.widgets import CheckboxInput

from booking.rules.agreements import Insurer, Place, Priority
from booking.rules.asking import LONGEST_NOTE
from booking.rules.kinds import BorrowerKind
from booking.services.administration.agreements import Approval, Conditions, Notice, Scope, Tariff
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import LONGEST_CODE, euro_field, short_text, whole_number
from booking.web.forms.base import at_most
from booking.web.forms.fields import DocumentField, chosen
from booking.web.language import Lazy, gettext
from booking.web.language import lazy_gettext as _

Choices = Sequence[tuple[int, str]]


def _or_none(noun: str, codes: Any) -> Any:
    """The words of a closed list, and nothing at all before them."""
    return lambda: {"": gettext("niet afgesproken"), **chosen(noun, codes)()}


def _code_or_none(value: Any) -> str | None:
    return str(value) if value else None


class BasicsForm(SettingsForm):
    """What it is called and how long it lasts."""

    initiator = SelectField(_("Voor welk bestuur"), [InputRequired()], coerce=int)
    title = short_text(_("Titel"), DataRequired(), description=_("Zoals “Uitwisseling van feestmaterieel”."))
    reference = short_text(_("Nummer"), DataRequired(), limit=LONGEST_CODE, description=_("De ontlener leest dit nummer bij zijn prijs."))
    valid_from = DateField(_("Eerste dag"), [InputRequired()])
    valid_until = DateField(
        _("Laatste dag"), [Optional()], description=_("Ze wordt niet stilzwijgend verlengd: verlengen is een nieuwe versie.")
    )  # fmt: skip
    notice_months = whole_number(_("Opzegtermijn in maanden"), 0, 60, description=_("Leeg: een partij kan op elke dag opzeggen."))
    text = DocumentField(_("De tekst van de overeenkomst"), needed=False)

    def __init__(self, initiators: Choices, values: Mapping[str, Any]) -> None:
        super().__init__({"initiator": initiators[0][0] if initiators else None, **values})
        self.initiator.choices = list(initiators)


def _several(text: Lazy, **options: Any) -> SelectMultipleField:
    """As many of a list as one likes, each with a box to tick."""
    return SelectMultipleField(text, option_widget=CheckboxInput(), **options)


class PartiesForm(SettingsForm):
    """Who takes part beside the initiator."""

    parties = _several(_("Met wie"), coerce=int)

    def __init__(self, others: Choices, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.parties.choices = list(others)


class ScopeForm(SettingsForm):
    """What it covers and for whom."""

    everything = RadioField(
        _("Waarover gaat ze?"), default="some",
        choices=lambda: {"all": gettext("alles wat de partijen uitlenen"), "some": gettext("wat u hieronder kiest")},
    )  # fmt: skip
    categories = _several(_("Deze categorieën"), coerce=int)
    assets = _several(_("Deze middelen"), coerce=int)
    without_categories = _several(_("Behalve deze categorieën"), coerce=int)
    without_assets = _several(_("Behalve deze middelen"), coerce=int)
    beneficiaries = _several(
        _("Voor wie?"), choices=chosen("agreement_served", BorrowerKind),
        description=_("Kiest u niemand, dan geldt ze voor eigen gebruik: de eigen diensten van elke partij."),
    )  # fmt: skip

    def __init__(self, categories: Choices, assets: Choices, scope: Scope, version: int) -> None:
        super().__init__({**asdict(scope), "everything": "all" if scope.everything else "some", "version": version})
        for field in (self.categories, self.without_categories):
            field.choices = list(categories)
        for field in (self.assets, self.without_assets):
            field.choices = list(assets)

    def scope(self) -> Scope:
        """What was chosen."""
        chosen_ones = {name: tuple(self[name].data or ()) for name in ("categories", "assets", "without_categories", "without_assets")}
        return Scope(everything=self.everything.data == "all", beneficiaries=tuple(self.beneficiaries.data or ()), **chosen_ones)


class ConditionsForm(SettingsForm):
    """On which terms, and the tariff that every party gives."""

    on_lending = BooleanField(_("Doorlenen mag"), description=_("Anders is wat een bestuur leent voor eigen gebruik."))
    territory = SelectField(_("Waar gebruikt"), choices=_or_none("agreement_place", Place), coerce=_code_or_none)
    priority = SelectField(_("Voorrang"), choices=_or_none("agreement_priority", Priority), coerce=_code_or_none)
    recall_hours = whole_number(
        _("Terugroepen, uren vooraf"), 0, 2160,
        description=_("Een eigenaar die zelf een noodgeval heeft, zegt het minstens zo lang vooraf."),
    )  # fmt: skip
    insured_by = SelectField(_("Verzekering"), choices=_or_none("agreement_insurer", Insurer), coerce=_code_or_none)
    excess_cents = euro_field(_("Vrijstelling bij schade (€)"))
    damage = TextAreaField(
        _("Wat bij schade"), [at_most(LONGEST_NOTE)], description=_("Zoals: wie ze meldt, binnen welke termijn en wie herstelt.")
    )  # fmt: skip
    group_code = SelectField(_("Tariefgroep"), coerce=_code_or_none, description=_("Wat elke partij aan de andere partijen aanrekent."))
    percentage = whole_number(
        _("Percentage"), 0, 400, description=_("Van die groep, of van het tarief dat de ontlener anders betaalt. 65 is 65 %.")
    )  # fmt: skip
    article = short_text(_("Waar het tarief staat"), description=_("Zoals “art. 4”: de ontlener leest het bij de prijs."))

    def __init__(self, groups: Sequence[tuple[str, str]], values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.group_code.choices = [("", gettext("geen")), *groups]

    def conditions(self) -> tuple[Conditions, Tariff]:
        """What was filled in."""
        return self.settings(Conditions), self.settings(Tariff)


class PutForwardForm(SettingsForm):
    """A button on the page of a draft, read at its present version."""


class OfParty(SettingsForm):
    """For which of the reader's authorities; asked only of who decides for several."""

    authority = SelectField(_("Voor welk bestuur"), [InputRequired()], coerce=int)

    def __init__(self, authorities: Choices, values: Mapping[str, Any]) -> None:
        super().__init__({"authority": authorities[0][0] if authorities else None, **values})
        self.authority.choices = list(authorities)


class ApprovalForm(OfParty):
    """What the party's own organ decided."""

    organ = short_text(
        _("Wie besliste"), DataRequired(), description=_("Een samenwerking goedkeuren kan alleen de raad (DLB art. 41, 22°).")
    )  # fmt: skip
    approved_on = DateField(_("Datum van het besluit"), [InputRequired()])
    decision = short_text(_("Nummer van het besluit"), DataRequired())
    document = DocumentField(_("Het besluit"), needed=False)

    def __init__(self, authorities: Choices, today: date) -> None:
        super().__init__(authorities, {"organ": gettext("gemeenteraad"), "approved_on": today})

    def approval(self) -> Approval:
        """What was filled in."""
        return self.settings(Approval)


class NoticeForm(OfParty):
    """A party leaves."""

    notice_given_on = DateField(
        _("Opgezegd op"), [InputRequired()], description=_("De dag waarop uw bestuur de andere partijen verwittigde.")
    )  # fmt: skip
    leaves_on = DateField(_("Laatste dag"), [InputRequired()])
    leaving_reason = TextAreaField(_("Reden"), [DataRequired(), at_most(LONGEST_NOTE)], description=_("De andere partijen lezen dit."))

    def notice(self) -> Notice:
        """What was filled in."""
        return self.settings(Notice)


class InviteForm(OfParty):
    """A party asks another authority to join."""

    invited = SelectField(_("Wie vraagt u"), [InputRequired()], coerce=int)
    joins_on = DateField(_("Vanaf"), [InputRequired()])

    def __init__(self, authorities: Choices, others: Choices, first: date) -> None:
        super().__init__(authorities, {"joins_on": first})
        self.invited.choices = list(others)


class VersionForm(OfParty):
    """From when a newer version is to hold."""

    valid_from = DateField(
        _("Eerste dag"), [InputRequired()], description=_("De huidige versie eindigt de dag ervoor, zodra iedereen goedkeurde.")
    )  # fmt: skip
