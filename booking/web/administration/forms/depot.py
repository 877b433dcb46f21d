"""What is filled in about a place: where it is and when it is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, DateField, SelectField, StringField
from wtforms import Form as WTForm
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.queries.administration.depots import DepotPage
from booking.rules.hours import Slots, read_hours, written_hours
from booking.rules.periods import InvalidTime
from booking.services.administration.depots import DAYS
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import LATITUDE, LONGITUDE, degrees, short_text
from booking.web.forms.base import Form, Said, at_most
from booking.web.forms.fields import chosen
from booking.web.language import Lazy
from booking.web.language import lazy_gettext as _
from models.assets import PLACES

NO_HOURS: tuple[Slots, ...] = ((),) * len(DAYS)


class HoursField(StringField):
    """The opening hours of a day, typed as people write them; `data` is the text, `slots` what it says."""

    slots: Slots = ()

    def pre_validate(self, _form: WTForm) -> None:
        """Raises what is wrong with the hours."""
        try:
            self.slots = read_hours(self.data or "")
        except InvalidTime as wrong:
            raise Said(wrong.code, **wrong.details) from wrong


def _hours(text: Lazy) -> HoursField:
    return HoursField(text, [at_most(120), Optional()])


class DepotForm(SettingsForm):
    """A depot, or the building of a hall, with the hours of each weekday."""

    authority = SelectField(_("Bestuur"), [InputRequired()], coerce=int)
    kind = SelectField(_("Soort"), [InputRequired()], choices=chosen("place_kind", PLACES))
    name = short_text(_("Naam"), DataRequired())
    address = short_text(_("Adres"), DataRequired())
    lat = degrees(*LATITUDE)
    lon = degrees(*LONGITUDE)
    always = BooleanField(_("Altijd toegankelijk, er hoeft niemand te zijn (bijvoorbeeld met een sleutelkluis)"))
    monday = _hours(_("Maandag"))
    tuesday = _hours(_("Dinsdag"))
    wednesday = _hours(_("Woensdag"))
    thursday = _hours(_("Donderdag"))
    friday = _hours(_("Vrijdag"))
    saturday = _hours(_("Zaterdag"))
    sunday = _hours(_("Zondag"))

    def __init__(self, authorities: Sequence[tuple[int, str]], found: DepotPage | None = None) -> None:
        super().__init__(_values(found) if found else {})
        self.authority.choices = dict(authorities)

    def validate(self, extra_validators: Any = None) -> bool:
        """A place that is never open lends nothing: somebody forgot the hours or the tick."""
        well = super().validate(extra_validators)
        if well and not self.always.data and not any(self.week()):
            self.blame("hours_missing", "monday")
            return False
        return well

    def week(self) -> tuple[Slots, ...]:
        """The slots of each weekday; none for a place that is always open."""
        return NO_HOURS if self.always.data else tuple(self[day].slots for day in DAYS)


class ExtraForm(Form):
    """Open on one day beside the weekly hours."""

    day = DateField(_("Dag"), [InputRequired()])
    hours = HoursField(_("Uren"), [DataRequired(), at_most(120)], description=_("Zoals 9:00–12:00, 13:00–16:00"))


def _values(found: DepotPage) -> dict[str, Any]:
    row = found.row
    hours = {day: written_hours(slots) for day, slots in zip(DAYS, found.week, strict=True)}
    kept = {name: getattr(row, name) for name in ("kind", "name", "address", "lat", "lon")}
    return {**kept, **hours, "authority": row.authority_id, "always": found.always, "version": found.version}
