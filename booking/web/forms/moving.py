"""To which date or asset of its owner a line is moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flask import request
from wtforms import HiddenField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Optional

from booking.queries.moving import Fit
from booking.rules.asking import LONGEST_NOTE
from booking.rules.periods import InvalidTime, Period
from booking.web.forms.base import Form, at_most
from booking.web.forms.fields import PeriodFields
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.web.targets import came_from, local_target

AT = "at:"  # a button that fills in another period: `at:2027-06-12T10:00+00:00/2027-06-12T14:00+00:00`


class MoveForm(PeriodFields, Form):
    """Another period, another asset of the same owner, or both; it opens with the line as it stands. `back` is where it was opened."""

    asset = SelectField(_("Middel of zaal"), [InputRequired()], coerce=int)
    reason = TextAreaField(_("Waarom?"), [at_most(LONGEST_NOTE)], description=_("De ontlener krijgt dit te lezen."))
    back = HiddenField(validators=[Optional()])

    def __init__(self, asset: int, use: Period) -> None:
        super().__init__({"asset": asset, "back": came_from()})
        self.asset.choices = {}
        if request.method != "POST":
            self.fill(use)
        elif chosen := button_period():
            self.fill(chosen)

    def offer(self, fits: Sequence[Fit]) -> None:
        """What may be chosen: of the same kind first, each told whether it is free."""
        self.asset.choices = grouped(fits)

    def target(self, otherwise: str) -> str:
        """Where to go when it is done."""
        return local_target(self.back.data) if self.back.data else otherwise

    @property
    def moves(self) -> bool:
        """True when the button was pressed that does it; anything else only looks."""
        return request.method == "POST" and request.form.get("do") == "move"


def button_period() -> Period | None:
    """The period of the button that was pressed, where it fills one in."""
    pressed = request.form.get("do", "")
    if not pressed.startswith(AT):
        return None
    try:
        start, end = (datetime.fromisoformat(text) for text in pressed.removeprefix(AT).split("/"))
        return Period(start, end)
    except (ValueError, InvalidTime):
        return None


def grouped(fits: Sequence[Fit]) -> dict[str, list[tuple[int, str]]]:
    """Choices of a list: of the same kind all, with a word at what is taken; of other kinds what is free."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for fit in fits:
        if fit.alike or fit.free:
            group = gettext("Hetzelfde soort") if fit.alike else gettext("Iets anders dat vrij is")
            name = f"{fit.asset.name} ({fit.asset.code})"
            groups.setdefault(group, []).append((fit.asset.id, name if fit.free else gettext("%(name)s – bezet") % {"name": name}))
    return groups
