"""Authorities on screen: their list, one of them, its form and its group."""

from __future__ import annotations

from dataclasses import asdict

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import authorities as queries
from booking.rules.kinds import AuthorityKind
from booking.rules.refusals import NotFound
from booking.services.administration import authorities as services
from booking.services.administration.changes import settings_of
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, done, form_page, saved
from booking.web.administration.forms.authority import AuthorityForm, GroupForm, LeaveForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.attempts import pressed
from booking.web.extensions import db
from booking.web.forms.fields import chosen
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor

KINDS = chosen("authority_kind", AuthorityKind)

SHEET = Sheet(
    noun="authority",
    title=_("Besturen"),
    purpose=_("Gemeenten, OCMW's, AGB's en zones die uitlenen of ontlenen, met hun gegevens en hun groep."),
    icon="building",
    rows=queries.authorities,
    columns=(
        Column("name", _("Naam")),
        Column("kind", _("Soort"), "authority_kind"),
        Column("nis", _("NIS-code")),
        Column("email", _("E-mail")),
        Column("depots", _("Plaatsen"), "number"),
        Column("assets", _("Middelen"), "number"),
    ),
    searched=("name", "nis", "email"),
    overview="administration.authorities",
    detail="administration.authority",
    create="administration.new_authority",
    create_text=_("Nieuw bestuur"),
    filters=(Filter("kind", _("Soort"), lambda _session, _actor: list(KINDS().items())),),
)


@pages.get("/besturen", endpoint="authorities")
@requires("authority.administer")
def overview() -> str:
    """The authorities that the reader administers."""
    return list_page(SHEET)


@pages.get("/besturen/<int:authority>", endpoint="authority")
@requires("authority.administer")
def show(authority: int) -> str:
    """One authority."""
    found = queries.authority_page(db.session(), current_actor(), authority)
    return render_template(
        "administration/authority.html", sheet=SHEET, found=found, title=found.row.name, history=found.history, leave=LeaveForm()
    )


@pages.route("/besturen/nieuw", endpoint="new_authority", methods=["GET", "POST"])
@requires("authority.create")
def create() -> Response | Page:
    """A new authority in the partnership."""
    form, made = AuthorityForm(), []
    wanted = services.AuthoritySettings
    if saved(form, lambda: made.append(services.create_authority(db.session(), current_actor(), form.settings(wanted), now()))):
        return done("setting_saved", "administration.authority", authority=made[0])
    return form_page(SHEET, form, _("Nieuw bestuur"), url_for(SHEET.overview), "administration/authority_form.html")


@pages.route("/besturen/<int:authority>/wijzigen", endpoint="edit_authority", methods=["GET", "POST"])
@requires("authority.administer")
def edit(authority: int) -> Response | Page:
    """Its name, numbers, contact and place."""
    session, actor = db.session(), current_actor()
    found = queries.authority_page(session, actor, authority)
    wanted = services.AuthoritySettings
    form = AuthorityForm(asdict(settings_of(wanted, found.row)) | {"version": found.version})
    title = gettext("%(name)s wijzigen") % {"name": found.row.name}
    if saved(form, lambda: services.change_authority(session, actor, authority, form.read_at, form.settings(wanted), now())):
        return done("setting_saved", "administration.authority", authority=authority)
    back = url_for(SHEET.detail, authority=authority)
    return form_page(SHEET, form, title, back, "administration/authority_form.html", under=found.row.name)


@pages.route("/besturen/<int:authority>/groep", endpoint="join_group", methods=["GET", "POST"])
@requires("authority.administer")
def join(authority: int) -> Response | Page:
    """An OCMW, AGB or zone joins its group."""
    session, actor = db.session(), current_actor()
    found = queries.authority_page(session, actor, authority)
    form = GroupForm(queries.possible_members(session, actor), found.version)
    title = gettext("Bestuur in de groep van %(name)s") % {"name": found.row.name}
    if saved(form, lambda: services.join_group(session, actor, authority, form.read_at, *form.tie(), now())):
        return done("setting_saved", "administration.authority", authority=authority)
    return form_page(SHEET, form, title, url_for(SHEET.detail, authority=authority), under=found.row.name)


@pages.post("/besturen/<int:authority>/groep/<int:tie>", endpoint="leave_group")
@requires("authority.administer")
def leave(authority: int, tie: int) -> Response:
    """It leaves the group after a day."""
    form, found = LeaveForm(), queries.authority_page(db.session(), current_actor(), authority)
    if tie not in {each.id for each in found.group if each.member}:
        raise NotFound()
    if form.sent_well():
        pressed(lambda: services.leave_group(db.session(), current_actor(), tie, form.last.data, now()), "setting_saved")
    return redirect(url_for("administration.authority", authority=authority), 303)
