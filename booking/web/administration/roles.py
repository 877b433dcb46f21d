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
from booking.services.invitations import To
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.forms.people import EndForm, RoleForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import ending, gone_to, status
from booking.web.extensions import db
from booking.web.forms.base import Form
from booking.web.forms.fields import chosen, told
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor, door

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
    """A colleague gets one more role; anybody else is asked by mail, and works for the authority once they say yes."""
    session, actor = db.session(), current_actor()
    form = RoleForm(own_authorities(session, actor, queries.ACT), local(now()).date())
    given: list[int | None] = []
    if saved(form, lambda: given.append(_offer(form))):
        told = {"role": form.name.data, "email": form.email.data.strip()}
        return gone_to("administration.roles", "role_granted" if given[-1] else "role_offered", said=told)
    return form_page(SHEET, form, SHEET.create_text, url_for(SHEET.overview), "administration/roles/form.html")


@pages.post("/rollen/<int:role>/beeindigen", endpoint="end_role")
@requires("role.manage")
def end(role: int) -> Response | Page:
    """It is over after a day."""
    row, form = _row(role), EndForm()
    if saved(form, lambda: services.end(db.session(), current_actor(), role, form.last.data, now(), form.read_at)):
        return gone_to("administration.roles", "role_ended", said={"role": row.role, "until": form.last.data})
    return _page(role, form)


def _offer(form: RoleForm) -> int | None:
    to = To(form.authority.data, RoleName(form.name.data), first=form.valid_from.data, last=form.valid_until.data)
    return services.offer(db.session(), door(), current_actor(), form.email.data, to, language(), now())


def _row(role: int) -> queries.Row:
    return queries.role_row(db.session(), current_actor(), role, local(now()).date())


def _page(role: int, sent: Form | None = None) -> Page:
    row, form = _row(role), sent or ending(services.NOUN, role)
    shown = {"sheet": SHEET, "row": row, "form": form, "title": row.person, "history": changes_of(db.session(), services.NOUN, role)}
    return render_template("administration/roles/show.html", told=told(sent) if sent else [], **shown), status(sent)
