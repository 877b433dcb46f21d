"""Where a draft begins: with a frame, or as the successor of what holds now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import RadioField
from wtforms.validators import InputRequired

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.rules.periods import local
from booking.rules.permissions import authorities_for
from booking.services import regulations as services
from booking.web.access import requires
from booking.web.attempts import filled
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.language import lazy_gettext as _
from booking.web.regulations.editor.beginnings import BEGINNINGS, beginning
from booking.web.regulations.editor.blueprint import pages
from booking.web.regulations.editor.reading import read
from booking.web.regulations.editor.trees import tree_of
from booking.web.session import current_actor

FRAMES = {
    "empty": (_("Met een leeg blad"), _("Eén categorie voor iedereen; u voegt toe wat de raad onderscheidt.")),
    "rooms": (_("Vergaderlokalen per dagdeel"), _("Voormiddag, namiddag en avond; erkende verenigingen en anderen.")),
    "material": (_("Materiaal per stuk of per dag"), _("Nadarhekken, tafels en stoelen, met een waarborg.")),
    "hall": (_("Een sporthal per uur"), _("Begonnen uren tellen volledig.")),
    "trailer": (_("Een toiletwagen per dag, weekend of week"), _("De voordeligste combinatie, met een waarborg.")),
}
"""What can be begun with, each with what it holds; amounts are always for the council."""


TYPED = "typed"
"""What stood in an editor whose draft is gone."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A regulation that holds or held: what a successor begins with."""

    value: str
    title: str
    owner: str
    first: date
    authority: int


class BeginningForm(Form):
    """With what a draft begins, and for which authority."""

    authority = RadioField(_("Voor"), [InputRequired()])
    start = RadioField(_("Waarmee begint u?"), [InputRequired()])

    def __init__(self, authorities: list[tuple[str, str]], published: list[Earlier]) -> None:
        super().__init__({"start": "empty", "authority": authorities[0][0]})
        self.authority.choices = authorities
        frames = [(code, str(title)) for code, (title, _help) in FRAMES.items()]
        frames += [(TYPED, "")] if request.form.get("start") == TYPED else []
        self.start.choices = [*frames, *((each.value, each.title) for each in published)]


@pages.route("/nieuw", methods=["GET", "POST"])
@requires("regulation.write")
def begin() -> Response | tuple[str, int]:
    """Choose a frame, or a regulation to be succeeded, and go on in the editor."""
    authorities, published = _own()
    if not authorities:
        abort(404)
    form = BeginningForm(authorities, published)
    if form.sent_well():
        made: list[int] = []
        if filled(form, lambda: made.append(_begin(int(form.authority.data), form.start.data, published)))[0]:
            return redirect(url_for("editor.edit", regulation=made[-1], open=["header"]), 303)
    told = {**{code: help_ for code, (_title, help_) in FRAMES.items()}, **{each.value: each for each in published}}
    return render_template("regulations/editor/begin.html", form=form, told=told), 422 if request.method == "POST" else 200


def _own() -> tuple[list[tuple[str, str]], list[Earlier]]:
    """The authorities whose regulations the actor writes, and what they have published, newest first."""
    book, own = catalogue(db.session()), authorities_for(current_actor(), "regulation.write")
    authorities = [(str(key), book.authorities[key].name) for key in sorted(own) if key in book.authorities]
    published = [
        Earlier(f"copy:{card.id}", card.prepared.regulation.title, book.authorities[key].name, card.first, key)
        for key in sorted(own) if key in book.authorities
        for card in sorted(book.regulations.get(key, ()), key=lambda card: card.first, reverse=True)
    ]  # fmt: skip
    return authorities, published


def _begin(authority: int, start: str, published: list[Earlier]) -> int:
    """The id of the draft. A copy is a successor: it belongs to the authority of what it copies."""
    session, actor, moment = db.session(), current_actor(), now()
    if start == TYPED:
        return services.start(session, actor, authority, read(tree_of(request.form.lists()))[0], moment)
    if start in BEGINNINGS:
        return services.start(session, actor, authority, beginning(start, local(moment).date()), moment)
    earlier = next(each for each in published if each.value == start)
    return services.start(session, actor, earlier.authority, None, moment, succeeds_id=int(start.removeprefix("copy:")))
