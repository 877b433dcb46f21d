"""A calendar to follow: of what, and under which name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, InputRequired

from booking.web.forms.base import Form, at_most
from booking.web.language import lazy_gettext as _

_GROUPS = {
    "borrower": _("Mijn reservaties"),
    "depot": _("Loods of gebouw"),
    "authority": _("Heel het bestuur"),
    "asset": _("Eén middel of zaal"),
}
LONGEST = 200


class FeedForm(Form):
    """`what` is a scope and an id: `depot:3`."""

    what = SelectField(_("Welke agenda?"), [InputRequired()])
    name = StringField(_("Naam"), [DataRequired(), at_most(LONGEST)], description=_("Zo heet de agenda in uw agendaprogramma."))

    def __init__(self, followable: Mapping[str, Sequence[tuple[int, str]]]) -> None:
        first = next(iter(followable.values()), [(0, "")])[0]
        super().__init__({"name": f"Streekdepot {first[1]}".strip()})
        self.what.choices = {str(_GROUPS[scope]): {f"{scope}:{key}": name for key, name in named} for scope, named in followable.items()}

    def subject(self) -> tuple[str, int]:
        """The scope and id that were chosen, of a form that is in order."""
        scope, _, key = self.what.data.partition(":")
        return scope, int(key)
