"""What is filled in about who owns an asset: from which day, who decides, and the share of each co-owner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from wtforms import DateField, FieldList, FormField, SelectField
from wtforms.validators import InputRequired, Optional

from booking.rules.owners import Owners
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import CommaField, between
from booking.web.forms.fields import Part, number_or_none
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.words.numbers import decimal

SPARE = 2
"""Empty rows below the shares that there are."""


class ShareForm(Part):
    """An authority and its part in percent; a row without an authority says nothing."""

    authority = SelectField(_("Gemeente"), [Optional()], coerce=number_or_none)
    percent = CommaField(_("Aandeel in %"), [Optional(), between(0, 100)], places=None, render_kw={"inputmode": "decimal"})


class OwnersForm(SettingsForm):
    """Who decides, and whose it is."""

    about = _("Wie beslist, sluit het contract en bepaalt de prijs. Is het samen gekocht, geef dan elk aandeel op: samen 100 %.")
    first = DateField(_("Vanaf"), [InputRequired()])
    manager = SelectField(_("Beherend bestuur"), [InputRequired()], coerce=int)
    shares = FieldList(FormField(ShareForm))

    def __init__(self, owners: Owners, named: Sequence[tuple[int, str]], version: int, today: date) -> None:
        there = [{"authority": authority, "percent": Decimal(points) / 100} for authority, points in owners.shares]
        rows = [*there, *({"authority": None} for _ in range(SPARE))]
        super().__init__({"first": today, "manager": owners.manager, "version": version, "shares": rows})
        self.manager.choices = list(named)
        for entry in self.shares:
            entry.authority.choices = [("", gettext("Niemand")), *named]

    def wanted(self) -> Owners:
        """The owners, of a form that is in order."""
        rows = [entry.form for entry in self.shares if entry.form.authority.data is not None]
        return Owners(self.first.data, self.manager.data, tuple((row.authority.data, _points(row.percent.data)) for row in rows))


def _points(percent: Decimal | None) -> int:
    return int((percent or Decimal()) * 100)


def as_percent(points: int, language: str) -> str:
    """A share as people write it: 6250 basis points are `62,5`."""
    return decimal(points / 100, language)
