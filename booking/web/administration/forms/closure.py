"""What is filled in to close a place, a hall or an asset."""

from __future__ import annotations

from collections.abc import Sequence

from wtforms import DateField, HiddenField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Optional

from booking.web.forms.base import Form, at_most
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _

Named = Sequence[tuple[int, str]]


class CloseForm(Form):
    """What shuts, from when until when, and why. `seen` is what the reader was last shown the consequences of."""

    what = SelectField(_("Wat sluit er?"), [InputRequired()])
    first = DateField(_("Eerste dag"), [InputRequired()])
    last = DateField(_("Laatste dag"), [Optional()], description=_("Leeg als u niet weet tot wanneer."))
    reason = StringField(_("Reden"), [DataRequired(), at_most(200)], description=_("Ontleners krijgen deze reden te lezen."))
    seen = HiddenField()

    def __init__(self, places: Named, assets: Named, what: str = "") -> None:
        super().__init__({"what": what})
        groups = {gettext("Heel de plaats"): ("depot", places), gettext("Eén middel of zaal"): ("asset", assets)}
        self.what.choices = {title: {f"{kind}:{key}": name for key, name in named} for title, (kind, named) in groups.items() if named}

    def well(self) -> bool:
        """True when every field is in order and the last day does not come before the first."""
        if not self.sent_well():
            return False
        if self.last.data and self.last.data < self.first.data:
            self.blame("dates_reversed", "last")
            return False
        return True

    def subject(self) -> tuple[str, int]:
        """What closes: "depot" or "asset", and its id."""
        kind, _colon, key = self.what.data.partition(":")
        return kind, int(key)

    def saw(self) -> bool:
        """True when the reader has seen what just this would hit; from now on it counts as seen."""
        asked = f"{self.what.data}|{self.first.data}|{self.last.data}"
        before, self.seen.data = self.seen.data, asked
        return before == asked
