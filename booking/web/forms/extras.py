"""The services that go with a line that stands, as its desk adds or takes them away."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wtforms import FieldList, FormField

from booking.queries.overview import LineView
from booking.rules.tariffs.asked import Extra
from booking.web.forms.base import Form
from booking.web.forms.measured import ExtraFields


class ExtrasForm(Form):
    """One field for each service that the owner offers; it opens with what was taken. `number` is that of the line."""

    extras = FieldList(FormField(ExtraFields))

    def __init__(self, line: LineView, offered: Sequence[Extra]) -> None:
        self.number = line.number
        chosen = [(extra, line.measures.get(extra.name, "")) for extra in offered]
        values = [{"name": extra.name, "amount": amount.replace(".", ","), "wanted": bool(amount)} for extra, amount in chosen]
        super().__init__({"extras": values}, prefix=f"l{line.number}-")
        by_name = {extra.name: extra for extra in offered}
        for entry in self.extras:
            if (extra := by_name.get(entry.form["name"].data)) is not None:
                entry.form.counted, entry.form.title = extra.counted, extra.title
                entry.form["amount"].label.text = entry.form["wanted"].label.text = extra.title

    def taken(self) -> dict[str, Decimal]:
        """What is to go with the line, by name."""
        return {entry.form["name"].data: amount for entry in self.extras if (amount := entry.form.taken())}
