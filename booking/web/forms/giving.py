"""Who does a piece of work, with what and when, filled in on the planning board."""

from __future__ import annotations

from wtforms import HiddenField
from wtforms.validators import Optional

from booking.queries.task import TaskPage
from booking.rules.periods import Period
from booking.web.forms.task import ArrangeForm
from booking.web.targets import came_from


class GiveForm(ArrangeForm):
    """As on the task's own page; `back` is where it was opened."""

    back = HiddenField(validators=[Optional()])

    def __init__(self, found: TaskPage) -> None:
        super().__init__(found)
        self.found = found
        if not self.back.data:
            self.back.data = came_from()

    def lasts(self) -> Period | None:
        """When it would be done; None while that is not filled in, or with what is wrong told at its field."""
        filled, row = self.day.data and self.time.data is not None, self.found.row
        begins = self.begins() if filled else None
        return Period(begins, begins + (row.ends_at - row.starts_at)) if begins else None
