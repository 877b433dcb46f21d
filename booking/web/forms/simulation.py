"""Which regulation to try, against what, and on the uses of which period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from wtforms import DateField, SelectField
from wtforms.validators import InputRequired

from booking.queries.simulations.runs import Version
from booking.web.forms.base import Form
from booking.web.forms.fields import number_or_none
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.words.moments import day

A_YEAR = timedelta(days=364)


class SimulationForm(Form):
    """Meant at first: the latest draft, against what is in force, over the last twelve months."""

    regulation = SelectField(
        _("Welk reglement?"), [InputRequired()], coerce=number_or_none, description=_("Een ontwerp, of een versie die al bestaat.")
    )
    against = SelectField(
        _("Vergelijk met"), coerce=number_or_none,
        description=_("Een reglement rekent dezelfde uitleningen opnieuw. Wat toen gevraagd is, staat in de prijzen die bewaard zijn."),
    )  # fmt: skip
    first = DateField(_("Gebruik vanaf"), [InputRequired()])
    last = DateField(_("tot en met"), [InputRequired()])

    def __init__(self, versions: Sequence[Version], today: date, chosen: int | None = None) -> None:
        several = len({version.authority for version in versions}) > 1
        choices = [(version.id, _told(version, several)) for version in versions]
        tried = next((each for each in versions if each.id == chosen), versions[0] if versions else None)
        ours = [each for each in versions if tried and each.authority == tried.authority and each.id != tried.id]
        in_force = next((each.id for each in ours if each.is_in_force(today)), None)
        values = {
            "regulation": tried.id if tried else None, "against": in_force, "first": today - A_YEAR - timedelta(days=1),
            "last": today - timedelta(days=1),
        }  # fmt: skip
        super().__init__(values)
        self.regulation.choices = choices
        self.against.choices = [("", gettext("wat toen gevraagd is")), *choices]


def _told(version: Version, with_authority: bool) -> str:
    """`ontwerp · Retributiereglement zaal`, `vanaf za 1 januari 2027 · Retributiereglement zaal`: versions often have one long title."""
    spoken = language()
    if version.is_draft:
        when = gettext("ontwerp")
    else:
        when = gettext("vanaf %(day)s") % {"day": day(version.valid_from, spoken)} if version.valid_from else ""
    title = version.title or gettext("zonder titel")
    return " · ".join(part for part in (version.authority if with_authority else "", when, title) if part)
