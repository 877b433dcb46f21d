"""What is filled in about a rule of an owner: about what and whom, what it says, from when, and a case to try it on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from wtforms import BooleanField, DateField, HiddenField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from booking.queries.trying import Case
from booking.rules.charges import Stage
from booking.rules.kinds import BorrowerKind, Purpose, Relation
from booking.rules.lending import DurationUnit, LeadUnit, QuotaUnit, Recognised, Spared
from booking.rules.periods import day_period
from booking.services.administration.rules import RuleSettings
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import short_text, whole_number
from booking.web.forms.fields import chosen, number_or_none
from booking.web.language import Lazy
from booking.web.language import lazy_gettext as _

Choices = Sequence[tuple[int, str]]
_SILENT = _("zegt er niets over")


def yes_no(value: Any) -> bool | None:
    """Coerces a choice of yes, no or neither."""
    return {"yes": True, "True": True, "no": False, "False": False}.get(str(value))


def _either(text: Lazy, yes: Lazy, no: Lazy, **options: Any) -> SelectField:
    return SelectField(text, coerce=yes_no, choices=lambda: {"": str(_SILENT), "yes": str(yes), "no": str(no)}, **options)


def _unit(noun: str, units: Any, default: str) -> SelectField:
    return SelectField(_("Eenheid"), choices=chosen(noun, units), default=default)


def _some(text: Lazy, noun: str, codes: Any, **options: Any) -> SelectMultipleField:
    return SelectMultipleField(
        text, choices=chosen(noun, codes), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput(),
        filters=[lambda codes: codes or None], **options,
    )  # fmt: skip


class TryFields:
    """A case to try the rule on: who would ask for what and when. To be mixed into a form."""

    try_kind = SelectField(_("Wie zou vragen?"), choices=chosen("borrower_kind", BorrowerKind), default=BorrowerKind.ASSOCIATION)
    try_home = SelectField(_("Van welke gemeente?"), coerce=number_or_none)
    try_recognition = SelectField(_("Erkend?"), choices=chosen("rule_recognition", Recognised[1:], _("niet erkend")))
    try_asset = SelectField(_("Wat?"), coerce=number_or_none)
    try_units = whole_number(_("Hoeveel stuks?"), 1, 10_000, default=1)
    try_first = DateField(_("Eerste dag van gebruik"), [Optional()])
    try_last = DateField(_("Laatste dag van gebruik"), [Optional()])
    try_purpose = SelectField(_("Waarvoor?"), choices=chosen("purpose", Purpose), default=Purpose.EVENT)
    try_asked = DateField(_("Gevraagd op"), [Optional()])

    def case(self) -> Case | None:
        """The case, once it says who, what and when, of what there is to choose from."""
        asset, home, first = self.try_asset.data, self.try_home.data, self.try_first.data
        last = self.try_last.data or first
        offered = asset in dict(self.try_asset.choices or {}) and home in dict(self.try_home.choices or {})
        if not (offered and first) or last < first:
            return None
        return Case(
            asset, self.try_kind.data, home, day_period(first, last), self.try_purpose.data, self.try_recognition.data or None,
            self.try_units.data or 1,
        )  # fmt: skip


class RuleForm(TryFields, SettingsForm):
    """A rule, old or new."""

    about_what = SelectField(_("Waarover gaat de regel?"))
    borrower_kind = SelectField(_("Soort ontlener"), [Optional()], choices=chosen("borrower_kind", BorrowerKind, _("iedereen")))
    relation = SelectField(_("Verhouding tot de eigenaar"), [Optional()], choices=chosen("rule_relation", Relation, _("alle")))
    recognition = SelectField(_("Erkenning"), [Optional()], choices=chosen("rule_recognition", Recognised, _("erkend of niet")))

    may_borrow = _either(_("Mogen zij ontlenen?"), _("ja"), _("nee"))
    onward = _either(_("Mogen zij het doorgeven?"), _("ja, ook aan anderen"), _("nee, alleen eigen gebruik"))
    needs_agreement = _either(_("Is een overeenkomst nodig?"), _("ja"), _("nee"))
    needs_contract = _either(_("Is een leencontract nodig?"), _("ja"), _("nee"))
    purposes = _some(_("Alleen toegelaten voor"), "purpose", Purpose, description=_("Niets aangeduid: de regel zegt er niets over."))
    territory = SelectField(
        _("Waar mag het gebruikt worden?"), [Optional()], choices=chosen("territory", ("owner", "partners", "anywhere"), _SILENT)
    )  # fmt: skip

    horizon = whole_number(_("Ten vroegste vooraf"), 1, 1500)
    horizon_unit = _unit("lead_unit", LeadUnit, LeadUnit.MONTHS)
    notice = whole_number(_("Ten laatste vooraf"), 0, 1500, description=_("0 is: tot op de dag zelf."))
    notice_unit = _unit("lead_unit", LeadUnit, LeadUnit.WEEKS)
    priority = whole_number(_("Voorrang tot zo lang vooraf"), 1, 1500)
    priority_unit = _unit("lead_unit", LeadUnit, LeadUnit.MONTHS)
    spared = _some(
        _("Voorrang voor, en niet getroffen door een uitleenstop"), "spared", Spared,
        description=_("Voor wie de voorrang geldt, en aan wie ook tijdens een uitleenstop wordt uitgeleend."),
    )  # fmt: skip
    blackout_from = DateField(_("Uitleenstop van"), [Optional()])
    blackout_until = DateField(_("Tot en met"), [Optional()])
    blackout_yearly = BooleanField(_("Elk jaar op deze dagen"))
    blackout_reason = short_text(_("Waarom"), description=_("Bijvoorbeeld “verkiezingen” of “eigen kermis”. Ontleners lezen dit."))

    shortest = whole_number(_("Minstens"), 1, 10_000)
    shortest_unit = _unit("duration_unit", DurationUnit, DurationUnit.HOURS)
    longest = whole_number(_("Hoogstens"), 1, 10_000)
    longest_unit = _unit("duration_unit", DurationUnit, DurationUnit.DAYS)
    most_units = whole_number(_("Hoogstens zoveel stuks tegelijk"), 1, description=_("Al hun uitleningen van die tijd samen."))
    quota = whole_number(_("Hoogstens per jaar"), 1, 100_000, description=_("Per kalenderjaar. Wie op tijd annuleert, krijgt het terug."))
    quota_unit = _unit("quota_unit", QuotaUnit, QuotaUnit.TIMES)

    decides = SelectField(_("Wie beslist?"), [Optional()], choices=chosen("decides", ("desk", "automatic"), _SILENT))
    decision_days = whole_number(_("Beslistermijn in dagen"), 1, 365, description=_("Zo lang houdt een aanvraag het middel vrij."))
    collect_days_before = whole_number(
        _("Verzamelen tot zoveel dagen vooraf"), 1, 1000, description=_("Aanvragen wachten dan samen, en houden niets vrij.")
    )  # fmt: skip
    option_days = whole_number(_("Een optie staat zoveel dagen"), 0, 365, description=_("Anders een week. 0 is: geen opties."))
    option_days_before = whole_number(
        _("Een optie wordt een aanvraag tot zoveel dagen vooraf"), 0, 1000, description=_("Wat later nog in optie staat, vervalt.")
    )  # fmt: skip
    free_cancellation_days = whole_number(_("Kosteloos annuleren tot zoveel dagen vooraf"), 0, 365)
    hire_before = SelectField(_("Huur te ontvangen vóór"), [Optional()], choices=chosen("stage", Stage, _SILENT))
    deposit_before = SelectField(_("Waarborg te ontvangen vóór"), [Optional()], choices=chosen("stage", Stage, _SILENT))
    payment_days = whole_number(_("Betaaltermijn in dagen na de uitlening"), 1, 365)

    valid_from = DateField(_("Geldt voor aanvragen vanaf"), [InputRequired()])
    valid_until = DateField(_("Tot en met"), [Optional()])
    source = short_text(_("Waar staat dit?"), description=_("Het reglement en het artikel, voor wie het wil nalezen."))
    do = HiddenField(default="look")

    def __init__(self, values: Mapping[str, Any], subjects: list[SelectChoice], assets: Choices, towns: Choices, today: date) -> None:
        begun = {"try_first": today + timedelta(days=42), "try_asked": today, "valid_from": today}
        super().__init__({**begun, **values})
        self.about_what.choices = subjects
        self.try_asset.choices, self.try_home.choices = {"": "–", **dict(assets)}, dict(towns)

    def wanted(self) -> RuleSettings:
        """The rule as it is typed now."""
        sort, _, key = (self.about_what.data or "").partition(":")
        typed = {each.name: self._sent(each.name, each.default) for each in fields(RuleSettings) if each.name in self}
        subject = {f"{name}_id": int(key) if name == sort else None for name in ("asset", "category")}
        return RuleSettings(**{**typed, **subject})


class RuleEndForm(SettingsForm):
    """The last day of a rule."""

    last = DateField(_("Laatste dag waarop ze geldt"), [InputRequired()])


def shown_of(row: Any) -> dict[str, Any]:
    """A rule as its form begins: what it says now."""
    settings = {each.name: getattr(row, each.name) for each in fields(RuleSettings)}
    about = f"asset:{row.asset_id}" if row.asset_id else f"category:{row.category_id}" if row.category_id else ""
    return {**settings, "about_what": about}

