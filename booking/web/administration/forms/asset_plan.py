"""What work each loan of an asset asks: per kind of task the minutes, the people and the vehicle."""

from __future__ import annotations

from wtforms import Field, IntegerField, SelectField
from wtforms.validators import Optional

from booking.queries.administration.assets import AssetPage
from booking.rules.crew import BACK, OUT, Step, plannable
from booking.rules.crew.steps import AFTER
from booking.rules.kinds import TaskKind, VehicleKind
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import between, whole_number
from booking.web.administration.forms.asset_details import Word
from booking.web.forms.base import Said
from booking.web.forms.fields import chosen
from booking.web.language import Lazy
from booking.web.language import lazy_gettext as _

LONGEST_TASK = 24 * 60
MOST_PEOPLE = 50

Group = tuple[Lazy, Lazy, list[TaskKind]]


class PlanForm(SettingsForm):
    """A row per kind of work; what stays empty is not planned, but for giving it and taking it back, which take half an hour."""

    about = _("Per uitlening komen deze taken in de agenda van de loods, in deze volgorde en binnen de openingsuren.")

    def __init__(self, found: AssetPage) -> None:
        self.kinds = plannable(in_place=found.in_place)
        kept = {f"{kind}{part}": value for kind, step in found.card.steps.items() for part, value in _parts(step).items()}
        super().__init__({**kept, "version": found.version})

    @property
    def groups(self) -> list[Group]:
        """The kinds of work under what they have in common."""
        met = [kind for kind in self.kinds if kind in {*OUT, *BACK}]
        around = [kind for kind in self.kinds if kind not in met]
        return [
            (_("Uit en terug"), _("Leeg: een half uur."), met),
            (_("Vóór het gebruik"), _("Leeg: dit werk wordt niet gepland."), [kind for kind in around if kind not in AFTER]),
            (_("Na het gebruik"), _("Leeg: dit werk wordt niet gepland."), [kind for kind in around if kind in AFTER]),
        ]

    def fields_of(self, kind: TaskKind) -> tuple[Field, Field, Field]:
        """The minutes, the people and the vehicle of a kind of work."""
        return self[kind], self[f"{kind}_people"], self[f"{kind}_vehicle"]

    def steps(self) -> list[Step]:
        """The work that was filled in, in its order."""
        rows = [(kind, *(field.data for field in self.fields_of(kind))) for kind in self.kinds]
        return [Step(kind, minutes, people or 1, vehicle or None) for kind, minutes, people, vehicle in rows if minutes]


def _parts(step: Step) -> dict[str, int | str | None]:
    return {"": step.minutes, "_people": step.people, "_vehicle": step.vehicle}


def _with_minutes(form: PlanForm, field: Field) -> None:
    """People or a vehicle without a time plan nothing."""
    if not field.data and any(form[f"{field.name}{part}"].data for part in ("_people", "_vehicle")):
        raise Said("field_required", field="minutes")


def _minutes(kind: TaskKind) -> IntegerField:
    limits = {"inputmode": "numeric", "min": 0, "max": LONGEST_TASK}
    return IntegerField(Word("task", kind), [_with_minutes, Optional(), between(0, LONGEST_TASK)], render_kw=limits)  # type: ignore[arg-type]


for _kind in dict.fromkeys((*plannable(in_place=False), *plannable(in_place=True))):
    setattr(PlanForm, _kind, _minutes(_kind))
    setattr(PlanForm, f"{_kind}_people", whole_number(_("Mensen"), 1, MOST_PEOPLE))
    setattr(PlanForm, f"{_kind}_vehicle", SelectField(_("Voertuig"), [Optional()], choices=chosen("vehicle_kind", VehicleKind, "–")))
