"""What is filled in to let somebody's calendar take an asset, and to change how it is followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import request
from wtforms import FileField, SelectField, StringField, URLField
from wtforms.validators import DataRequired, InputRequired

from booking.formats.ical_reading import MOST_BYTES
from booking.services.calendar_imports import CalendarSettings, Proposal
from booking.web.administration.editing import SettingsForm
from booking.web.forms.base import Form, OnceField, at_most
from booking.web.language import Lazy
from booking.web.language import lazy_gettext as _

NAME_HELP = _("Zo herkent de uitleendienst deze agenda, bijvoorbeeld “Lessenrooster basisschool”.")
EVERY: dict[int, Lazy] = {1: _("elk uur"), 6: _("om de zes uur"), 24: _("elke dag"), 168: _("elke week")}


def _told(choices: Mapping[int, Lazy]) -> dict[int, str]:
    return {key: str(name) for key, name in choices.items()}


class CalendarForm(Form):
    """Which asset, what the calendar is called, and where it comes from: an address, or a file."""

    asset = SelectField(_("Zaal of middel"), [InputRequired()], coerce=int)
    name = StringField(_("Naam"), [DataRequired(), at_most(200)], description=NAME_HELP)
    address = URLField(_("Adres van de agenda"), [at_most(2_000)], description=_(
        "Begint met https:// of webcal://. Vaak heet het “geheim adres in iCal-indeling” of “ICS-koppeling”. Het wordt versleuteld bewaard."
    ), render_kw={"autocomplete": "off", "spellcheck": "false"})  # fmt: skip
    every_hours = SelectField(_("Hoe vaak kijken"), [InputRequired()], coerce=int, choices=lambda: _told(EVERY))
    file = FileField(_("Of een bestand"), render_kw={"accept": ".ics,text/calendar"}, description=_(
        "Een .ics-bestand van hoogstens 1 MB. Het wordt niet vanzelf bijgewerkt."
    ))  # fmt: skip
    once = OnceField()

    def __init__(self, assets: Sequence[tuple[int, str]], asset: int | None = None) -> None:
        super().__init__({"asset": asset, "every_hours": 6})
        self.asset.choices = list(assets)

    def proposal(self) -> Proposal | None:
        """What was filled in, or None with what is wrong told at its field: an address or a file, not both."""
        if not self.sent_well():
            return None
        filename, data = _sent_file()
        if bool(filename) == bool(self.address.data.strip()):
            self.blame("calendar_one_origin", "address")
            return None
        return Proposal(self.asset.data, self.name.data, self.every_hours.data, self.address.data.strip(), filename, data)


class CalendarSettingsForm(SettingsForm):
    """What a calendar is called, and how often it is asked for; of a file there is nothing to ask."""

    name = StringField(_("Naam"), [DataRequired(), at_most(200)], description=NAME_HELP)
    every_hours = SelectField(_("Hoe vaak kijken"), [InputRequired()], coerce=int)

    def __init__(self, read: CalendarSettings, version: int, *, fetched: bool) -> None:
        super().__init__({"name": read.name, "every_hours": read.every_hours, "version": version})
        own = {} if read.every_hours in EVERY else {read.every_hours: str(_("om de %(n)s uur")) % {"n": read.every_hours}}
        self.every_hours.choices = sorted({**_told(EVERY), **own}.items())
        self._pace = read.every_hours
        if not fetched:
            del self.every_hours

    def calendar(self) -> CalendarSettings:
        """What was filled in."""
        return CalendarSettings(self.name.data, self.every_hours.data if "every_hours" in self else self._pace)


def _sent_file() -> tuple[str, bytes]:
    """The name and the first megabyte of the file that was sent along, empty where none was."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return "", b""
    with sent.stream:
        return sent.filename, sent.read(MOST_BYTES + 1)
