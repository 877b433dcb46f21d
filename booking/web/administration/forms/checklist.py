"""A checklist as a form: a row per line, and some empty ones to go on with."""

from __future__ import annotations

from collections.abc import Sequence

from wtforms import FieldList, FormField, HiddenField, IntegerField, SelectField
from wtforms.validators import Optional

from booking.services.administration.checklists import ListLine
from booking.web.administration.editing import SettingsForm
from booking.web.administration.fields import EuroField, between, short_text
from booking.web.forms.fields import Part
from booking.web.language import lazy_gettext as _
from booking.web.row_ids import read_id
from models import ChecklistItem

MOST, MORE = 40, 4
_KINDS = {"condition": _("Nakijken"), "accessory": _("Tellen")}


class LineFields(Part):
    """One line: what is looked at, or what is counted and what one of it is worth. Without words it goes."""

    id = HiddenField()
    position = IntegerField(_("Volgorde"), [Optional(), between(1, 999)], render_kw={"inputmode": "numeric"})
    text = short_text(_("Wat?"))
    kind = SelectField(_("Soort"), choices=lambda: {code: str(text) for code, text in _KINDS.items()}, default="condition")
    units = IntegerField(_("Per stuk"), [Optional(), between(1, 10_000)], default=1, render_kw={"inputmode": "numeric"})
    value = EuroField(_("Waarde in euro"), [Optional(), between(0, 10_000_000)], render_kw={"inputmode": "decimal"})


class ChecklistForm(SettingsForm):
    """All lines of a list at once."""

    about = _("Wat de loods bij elke uitgifte en terugname nakijkt of telt. Wat ontbreekt, wordt aan zijn waarde voorgesteld.")
    lines = FieldList(FormField(LineFields), max_entries=MOST)

    def __init__(self, rows: Sequence[ChecklistItem], version: int) -> None:
        kept = [
            {"id": row.id, "position": place, "text": row.text, "kind": row.kind, "units": row.units, "value": row.value_cents}
            for place, row in enumerate(rows, 1)
        ]
        empty = [{"position": len(kept) + each} for each in range(1, min(MORE, MOST - len(kept)) + 1)]
        super().__init__({"lines": [*kept, *empty], "version": version})

    def listed(self) -> list[ListLine]:
        """The lines with words, in the order that was asked."""
        parts = [entry.form for entry in self.lines if (entry.form.text.data or "").strip()]
        parts.sort(key=lambda part: part.position.data or MOST)
        kept = [(part, read_id(str(part.id.data or ""))) for part in parts]
        return [ListLine(part.kind.data, part.text.data.strip(), part.units.data or 1, part.value.data, key) for part, key in kept]
