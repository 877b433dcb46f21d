"""Several lines of the worklist decided at once."""

from __future__ import annotations

import re

from flask import request
from wtforms import TextAreaField

from booking.rules.asking import LONGEST_NOTE
from booking.web.forms.base import Form, at_most
from booking.web.language import lazy_gettext as _

MOST = 100
_LINE = re.compile(r"(SD-\d{4}-\d{6,12}):(\d{1,3})")


def picked_lines() -> list[tuple[str, int]]:
    """The lines that were ticked on the page that this request sends, as (reference, number), each once."""
    found = (_LINE.fullmatch(text) for text in request.form.getlist("line"))
    return list(dict.fromkeys((each[1], int(each[2])) for each in found if each))[:MOST]


ACTS = ("approve", "refuse", "close")


class BulkForm(Form):
    """Yes or no to each line that was ticked, or the end of it; a no needs its reason."""

    reason = TextAreaField(
        _("Reden of opmerking"), [at_most(LONGEST_NOTE)], description=_("De ontleners krijgen dit te lezen. Verplicht bij een weigering.")
    )

    def __init__(self, *, empty: bool = False) -> None:
        super().__init__()
        if empty:
            self.reason.data = ""

    @property
    def act(self) -> str:
        """One of ACTS: the button that was pressed."""
        pressed = request.form.get("act", "")
        return pressed if pressed in ACTS else ACTS[0]

    def picked(self) -> list[tuple[str, int]]:
        """The lines that were ticked, as (reference, number), each once."""
        return picked_lines()

    def ready(self) -> bool:
        """True when there is something to decide and a refusal says why; what is missing is told."""
        well = self.sent_well()
        if not self.picked():
            self.blame("nothing_picked")
        elif self.act == "refuse" and not (self.reason.data or "").strip():
            self.blame("field_required", "reason")
        return well and bool(self.picked()) and not self.form_errors and not self.reason.errors
