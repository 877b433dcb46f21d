"""The forms of a crew and of a vehicle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wtforms import IntegerField, SelectField, TelField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.rules.kinds import VehicleKind
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import between, short_text
from booking.web.forms.base import at_most
from booking.web.forms.fields import chosen, number_or_none
from booking.web.language import lazy_gettext as _

EVERYWHERE = _("Overal")
Pairs = Sequence[tuple[int, str]]


class _HandsForm(SettingsForm):
    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    name = short_text(_("Naam"), DataRequired())
    depot_id = SelectField(_("Thuis in"), [Optional()], coerce=number_or_none)

    def __init__(self, authorities: Pairs, homes: Pairs, values: dict[str, Any] | None = None) -> None:
        super().__init__(values)
        self.authority.choices = dict(authorities)
        self.depot_id.choices = [("", str(EVERYWHERE)), *homes]


class CrewForm(_HandsForm):
    """A team that work is given to."""

    people = IntegerField(_("Met hoeveel zijn ze?"), [InputRequired(), between(1, 100)], default=2)
    phone = TelField(_("Telefoon van de ploeg"), [Optional(), at_most(40)])


class VehicleForm(_HandsForm):
    """What a crew drives."""

    kind = SelectField(_("Soort"), [InputRequired()], choices=chosen("vehicle_kind", VehicleKind))
    plate = short_text(_("Nummerplaat"), Optional(), limit=20)
