"""What is filled in about a piece of work: who does it with what and when, and work that somebody makes by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from wtforms import DateField, IntegerField, SelectField, StringField, TextAreaField, TimeField
from wtforms.validators import DataRequired, InputRequired, Optional
from wtforms.widgets import HiddenInput

from booking.queries.task import TaskPage
from booking.rules.asking import LONGEST_NAME, LONGEST_NOTE
from booking.rules.kinds import TaskKind, VehicleKind, WorkPlace
from booking.rules.periods import InvalidTime, from_local, local
from booking.services.tasks import Arrangement, Made
from booking.web.administration.fields import between, whole_number
from booking.web.forms.base import Form, OnceField, Said, at_most
from booking.web.forms.fields import chosen, number_or_none
from booking.web.language import lazy_gettext as _

NONE = _("Nog niemand")
NO_VEHICLE = _("Geen")
NO_HANDS = ((None, ""), (None, ""))
LONGEST_MINUTES, MOST_PEOPLE = 24 * 60, 50
Choices = Sequence[tuple[int, str]]
LINE = re.compile(r"(SD-\d{4}-\d{6,12})\s*[/ ]\s*(\d{1,3})")


class _Begins(Form):
    """A form that says when work begins."""

    sequence = IntegerField(widget=HiddenInput(), default=0)
    day = DateField(_("Dag"), [InputRequired()])
    time = TimeField(_("Beginuur"), [InputRequired()])
    crew = SelectField(_("Ploeg"), [Optional()], coerce=number_or_none)
    vehicle = SelectField(_("Voertuig"), [Optional()], coerce=number_or_none)
    note = TextAreaField(_("Nota voor wie het doet"), [Optional(), at_most(LONGEST_NOTE)])

    def offer(self, crews: Choices, vehicles: Choices, hands: Sequence[tuple[int | None, str]] = NO_HANDS) -> None:
        """Let these be chosen; the crew and the vehicle that it has already (`hands`) stay among them."""
        fields = ((self.crew, NONE, crews), (self.vehicle, NO_VEHICLE, vehicles))
        for (field, none, known), (key, name) in zip(fields, hands, strict=True):
            kept = [(key, name)] if key and key not in dict(known) else []
            field.choices = [("", str(none)), *known, *kept]

    def begins(self) -> datetime | None:
        """The moment, or None with what is wrong told. Of an hour that the clock shows twice the first is meant."""
        return self._moment(self.day.data, self.time)

    def _moment(self, day: Any, time: TimeField) -> datetime | None:
        try:
            return from_local(datetime.combine(day, time.data), 0)
        except InvalidTime as wrong:
            self.blame(wrong.code, time.name, **wrong.details)
            return None


class ArrangeForm(_Begins):
    """Who does it, with what, and when within its window."""

    def __init__(self, found: TaskPage) -> None:
        row, start = found.row, local(found.row.starts_at)
        kept = {"day": start.date(), "time": start.time().replace(tzinfo=None), "sequence": row.sequence, "note": row.note}
        super().__init__({**kept, "crew": row.crew_id, "vehicle": row.vehicle_id})
        self.starts_at = row.starts_at
        self.offer(found.crews, found.vehicles, found.hands)

    def wanted(self) -> Arrangement | None:
        """What was filled in, or None with what is wrong told. A start that was left as it stood stays to the second."""
        starts = self.begins()
        if starts is None:
            return None
        same = starts == self.starts_at.replace(second=0)
        return Arrangement(self.crew.data, self.vehicle.data, self.starts_at if same else starts, self.note.data.strip())


class MadeForm(_Begins):
    """A task that somebody makes: what, where, when, and if they know for what and by whom."""

    once = OnceField()
    title = StringField(_("Wat moet er gebeuren?"), [DataRequired(), at_most(LONGEST_NAME)])
    kind = SelectField(_("Soort"), [InputRequired()], choices=chosen("task", TaskKind))
    depot = SelectField(_("Loods of gebouw"), [InputRequired()], coerce=int)
    minutes = IntegerField(_("Hoe lang duurt het, in minuten?"), [InputRequired(), between(1, LONGEST_MINUTES)], default=60)
    until_day = DateField(_("Klaar tegen"), [Optional()])
    until_time = TimeField(_("Klaar tegen, uur"), [Optional()])
    place_kind = SelectField(_("Waar?"), [InputRequired()], choices=chosen("work_place", WorkPlace), default=WorkPlace.DEPOT)
    place = StringField(_("Adres"), [Optional(), at_most(LONGEST_NAME)], description=_("Leeg: het adres van de loods of het gebouw."))
    asset = StringField(_("Code van het middel"), [Optional(), at_most(40)], description=_("Zoals op het label, bijvoorbeeld RAN-WC-01."))
    line = StringField(_("Lijn van een reservatie"), [Optional(), at_most(40)], description=_("Bijvoorbeeld SD-2027-000123/1."))
    people = whole_number(_("Hoeveel mensen?"), 1, MOST_PEOPLE, default=1)
    vehicle_kind = SelectField(_("Welk voertuig is nodig?"), [Optional()], choices=chosen("vehicle_kind", VehicleKind, NO_VEHICLE))

    def __init__(self, depots: Sequence[tuple[int, str]], values: dict[str, Any]) -> None:
        super().__init__({"kind": TaskKind.OTHER, **values})
        self.depot.choices = dict(depots)

    def validate_line(self, field: StringField) -> None:
        """A reference and a number."""
        if field.data and not LINE.fullmatch(field.data.strip().upper()):
            raise Said("line_unknown")

    def wanted(self) -> Made | None:
        """What was filled in, or None with what is wrong told."""
        starts, until = self.begins(), None
        if self.until_day.data:
            until = self._moment(self.until_day.data, self.until_time) if self.until_time.data else self._needs_time()
            if until is None:
                return None
        line = LINE.fullmatch((self.line.data or "").strip().upper())
        return starts and Made(
            title=self.title.data.strip(), depot=self.depot.data, starts_at=starts, minutes=self.minutes.data,
            kind=TaskKind(self.kind.data), until=until, asset=self.asset.data.strip().upper() or None,
            line=(line[1], int(line[2])) if line else None, place_kind=WorkPlace(self.place_kind.data), place=self.place.data.strip(),
            people=self.people.data or 1, vehicle_kind=self.vehicle_kind.data or None, crew=self.crew.data, vehicle=self.vehicle.data,
            note=self.note.data.strip(),
        )  # fmt: skip

    def _needs_time(self) -> None:
        self.blame("field_required", "until_time")


def values_of(found: TaskPage) -> dict[str, Any]:
    """What a task that was made by hand shows in its form."""
    row, loan = found.row, found.card.loan
    start, until = local(row.starts_at), local(row.window_end)
    later = row.window_end > row.ends_at + timedelta(minutes=1)
    shown = {name: getattr(row, name) for name in ("title", "kind", "minutes", "place_kind", "people", "vehicle_kind", "note", "sequence")}
    return {
        **shown, "depot": row.depot_id, "crew": row.crew_id, "vehicle": row.vehicle_id, "place": row.place,
        "day": start.date(), "time": start.time().replace(tzinfo=None), "until_day": until.date() if later else None,
        "until_time": until.time().replace(tzinfo=None) if later else None, "asset": found.card.asset.code if found.card.asset else "",
        "line": f"{loan.reference}/{loan.number}" if loan else "",
    }  # fmt: skip
