"""The pages that crews and vehicles have in common: one of them, its form, and out of use or back again."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import crews as queries
from booking.queries.administration.changes import changes_of, version_of
from booking.queries.administration.depots import administered
from booking.services.administration import crews as services
from booking.services.administration.changes import settings_of
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.crew import CrewForm, VehicleForm
from booking.web.administration.sheet import Sheet
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.language import gettext
from booking.web.session import current_actor
from models import Crew, Vehicle


@dataclass(frozen=True, slots=True)
class Hands:
    """Crews or vehicles: their list, whose noun their addresses carry, their table, their form and what it fills in."""

    sheet: Sheet
    model: type[Crew] | type[Vehicle]
    form: type[CrewForm] | type[VehicleForm]
    settings: type[services.CrewSettings] | type[services.VehicleSettings]

    def address(self, key: int) -> str:
        """Where one of them is."""
        return url_for(self.sheet.detail, **{self.sheet.noun: key})

    def row(self, key: int) -> Crew | Vehicle:
        """One of those that the reader administers. Raises NotFound."""
        return queries.own_hands(db.session(), current_actor(), self.model, key)  # type: ignore[type-var]


def show(kind: Hands, key: int) -> str:
    """One of them."""
    session, row = db.session(), kind.row(key)
    home, history = queries.home_of(session, row.depot_id), changes_of(session, kind.sheet.noun, key)
    return render_template("administration/hands.html", sheet=kind.sheet, row=row, title=row.name, home=home, history=history)


def create(kind: Hands) -> Response | Page:
    """A new one."""
    session, actor, made = db.session(), current_actor(), list[int]()
    mine = administered(session, actor, queries.ACT)
    form = kind.form(mine, queries.homes(session, mine))
    if saved(form, lambda: made.append(services.create_hands(session, actor, form.authority.data, form.settings(kind.settings), now()))):
        return done("setting_saved", kind.sheet.detail, **{kind.sheet.noun: made[0]})
    return form_page(kind.sheet, form, kind.sheet.create_text, url_for(kind.sheet.overview))


def edit(kind: Hands, key: int) -> Response | Page:
    """Its name, where it is at home, and what else is known about it."""
    session, actor, row = db.session(), current_actor(), kind.row(key)
    mine = [pair for pair in administered(session, actor, queries.ACT) if pair[0] == row.authority_id]
    read = {"authority": row.authority_id, "version": version_of(session, kind.sheet.noun, key)}
    form = kind.form(mine, queries.homes(session, mine), asdict(settings_of(kind.settings, row)) | read)
    if saved(form, lambda: services.change_hands(session, actor, key, form.read_at, form.settings(kind.settings), now())):
        return done("setting_saved", kind.sheet.detail, **{kind.sheet.noun: key})
    return form_page(kind.sheet, form, gettext("%(name)s wijzigen") % {"name": row.name}, kind.address(key), under=row.name)


def retire(kind: Hands, key: int) -> Response:
    """Out of use, or in use again."""
    row = kind.row(key)
    if ButtonForm().sent_well():
        gone = row.retired_on is None
        pressed(lambda: services.retire_hands(db.session(), current_actor(), kind.model, key, gone, now()), "setting_saved")
    return redirect(kind.address(key), 303)
