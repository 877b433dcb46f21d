"""What is filled in about an asset that is shared: what of it is guaranteed to whom, and how its co-owners count days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from wtforms import DateField, IntegerField, SelectField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.contingents import Measure, Span
from booking.rules.kinds import BorrowerKind, Relation
from booking.rules.shares import Counted, FairUseCard, OverShare
from booking.services.administration.shares import FairUseSettings
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import CommaField, between, short_text, whole_number
from booking.web.forms.fields import chosen, number_or_none
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.words.moments import month_name


class ContingentForm(SettingsForm):
    """What is guaranteed, to whom, and until when it is kept."""

    about = _("Wat u waarborgt, is voor anderen niet vrij, tot het zoveel weken voor de dag vrijkomt. Leg alleen vast wat afgesproken is.")
    authority_id = SelectField(_("Voor welk bestuur"), [Optional()], coerce=number_or_none)
    relation = SelectField(_("Voor welke verhouding"), choices=chosen("relation", Relation, _("Om het even welke")))
    borrower_kind = SelectField(_("Voor welke ontlener"), choices=chosen("borrower_kind", BorrowerKind, _("Iedereen")))
    amount = IntegerField(_("Hoeveel"), [InputRequired(), between(1, 100_000)], render_kw={"inputmode": "numeric", "min": 1})
    measure = SelectField(_("Geteld in"), choices=chosen("measure", Measure), default=Measure.UNITS)
    span = SelectField(
        _("Hoe vaak"), choices=chosen("span", Span, _("Altijd")),
        description=_("Alleen voor dagen en weekends: van stuks blijft er altijd zoveel over."),
    )  # fmt: skip
    release_weeks = whole_number(_("Komt vrij, weken vooraf"), 0, 104, default=4)
    valid_from = DateField(_("Eerste dag"), [InputRequired()])
    valid_until = DateField(_("Laatste dag"), [Optional()], description=_("Laat leeg zolang er geen einde afgesproken is."))
    source = short_text(_("Waar het staat"), DataRequired(), description=_("Zoals “art. 4”: wie het niet krijgt, leest het."))

    def __init__(self, values: dict[str, object], named: Sequence[tuple[int, str]]) -> None:
        super().__init__(values)
        self.authority_id.choices = [("", gettext("Om het even welk")), *named]


class ContingentEndForm(SettingsForm):
    """The last day of what is guaranteed."""

    about = _("Wat al beloofd is, blijft beloofd.")

    last = DateField(_("Laatste dag"), [InputRequired()])


class FairUseForm(SettingsForm):
    """How days count, and what becomes of a request over a share."""

    about = _("Elke mede-eigenaar krijgt dagen naar zijn aandeel. Een gewone dag telt als 1.")
    valid_from = DateField(_("Vanaf"), [InputRequired()])
    weekend = CommaField(_("Een weekenddag telt als"), [InputRequired(), between(1, 10)], places=2, render_kw={"inputmode": "decimal"})
    summer = CommaField(
        _("Een weekenddag in de zomer telt als"), [InputRequired(), between(1, 10)], places=2, render_kw={"inputmode": "decimal"}
    )
    summer_first = SelectField(_("De zomer begint in"), coerce=int)
    summer_last = SelectField(_("en eindigt met"), coerce=int)
    counted = SelectField(_("Wiens gebruik telt"), choices=chosen("counted", Counted))
    beyond = SelectField(_("Boven het aandeel"), choices=chosen("beyond", OverShare))
    release_weeks = whole_number(_("Wat anderen overhouden, komt vrij, weken vooraf"), 0, 104)

    def __init__(self, card: FairUseCard | None, version: int, today: date) -> None:
        now = card or FairUseCard(0, today)
        values = {
            "valid_from": today, "weekend": now.weekend, "summer": now.summer, "summer_first": now.months[0], "summer_last": now.months[1],
            "counted": now.counted, "beyond": now.beyond, "release_weeks": now.release_weeks, "version": version,
        }  # fmt: skip
        super().__init__(values)
        named = [(month, month_name(month, language())) for month in range(1, 13)]
        self.summer_first.choices = self.summer_last.choices = named

    def wanted(self) -> FairUseSettings:
        """What was filled in, of a form that is in order."""
        first, last = sorted((self.summer_first.data, self.summer_last.data))
        return FairUseSettings(
            self.valid_from.data, _hundredths(self.weekend.data), _hundredths(self.summer.data), first, last, self.counted.data,
            self.beyond.data, self.release_weeks.data if self.release_weeks.data is not None else FairUseSettings.release_weeks,
        )  # fmt: skip


def _hundredths(amount: Decimal) -> int:
    return round(amount * 100)

