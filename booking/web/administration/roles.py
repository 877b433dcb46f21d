"""Roles on screen: who works for the authority as what, given by e-mail address and ended on a day."""

from __future__ import annotations

from flask import render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import roles as queries
from booking.queries.administration.borrowers import own_authorities
from booking.queries.administration.changes import changes_of
from booking.queries.administration.spells import STATES
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.services import roles as services
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.forms.people import EndForm, RoleForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import carried_out, gone_to, status
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.fields import chosen, told
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor

ROLES, SPELLS = chosen("role", RoleName), chosen("spell", STATES)

SHEET = Sheet(
    noun="role",
    title=_("Rollen"),
    purpose=_("Wie voor uw bestuur werkt: uitleendienst, technische dienst, tarieven, financiën, beheer. Elke rol heeft haar dagen."),
    icon="person",
    rows=queries.roles,
    columns=(
        Column("person", _("Persoon")),
        Column("email", _("E-mail")),
        Column("role", _("Rol"), "role"),
        Column("authority", _("Bestuur")),
        Column("state", _("Toestand"), "spell"),
        Column("valid_from", _("Eerste dag"), "day"),
        Column("valid_until", _("Laatste dag"), "day"),
    ),
    searched=("person", "email"),
    overview="administration.roles",
    detail="administration.role",
    create="administration.new_role",
    create_text=_("Geef een rol"),
    filters=(
        Filter("role", _("Rol"), lambda _session, _actor: list(ROLES().items())),
        Filter("state", _("Toestand"), lambda _session, _actor: list(SPELLS().items())),
    ),
    sort="person",
)


@pages.get("/rollen", endpoint="roles")
@requires("role.manage")
def overview() -> Response | str:
    """The roles at the reader's authorities."""
    return list_page(SHEET)


@pages.get("/rollen/<int:role>", endpoint="role")
@requires("role.manage")
def show(role: int) -> Page:
    """One role."""
    return _page(role)


@pages.route("/rollen/nieuw", endpoint="new_role", methods=["GET", "POST"])
@requires("role.manage")
def create() -> Response | Page:
    """Somebody who has an account works for the authority from a day on."""
    session, actor = db.session(), current_actor()
    form = RoleForm(own_authorities(session, actor, queries.ACT), local(now()).date())
    if saved(form, lambda: _grant(form)):
        return gone_to("administration.roles", "role_granted", said={"role": form.name.data})
    return form_page(SHEET, form, SHEET.create_text, url_for(SHEET.overview), "administration/roles/form.html")


@pages.post("/rollen/<int:role>/beeindigen", endpoint="end_role")
@requires("role.manage")
def end(role: int) -> Response | Page:
    """It is over after a day."""
    row, form = _row(role), EndForm()
    if carried_out(form, lambda: services.end(db.session(), current_actor(), role, form.last.data, now())):
        return gone_to("administration.roles", "role_ended", said={"role": row.role, "until": form.last.data})
    return _page(role, form)


def _grant(form: RoleForm) -> int:
    to = (form.authority.data, form.email.data, RoleName(form.name.data))
    return services.grant(db.session(), current_actor(), *to, form.valid_from.data, now(), form.valid_until.data)


def _row(role: int) -> queries.Row:
    return queries.role_row(db.session(), current_actor(), role, local(now()).date())


def _page(role: int, sent: Form | None = None) -> Page:
    row, form = _row(role), sent or EndForm({"last": local(now()).date()})
    shown = {"sheet": SHEET, "row": row, "form": form, "title": row.person, "history": changes_of(db.session(), services.NOUN, role)}
    return render_template("administration/roles/show.html", told=told(sent) if sent else [], **shown), status()
