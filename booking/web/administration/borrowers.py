"""Borrowers of an authority's territory on screen: their list, one of them with all that belongs to it, and its form."""

from __future__ import annotations

from dataclasses import asdict

from flask import render_template, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import borrowers as queries
from booking.rules.kinds import BorrowerKind
from booking.rules.periods import local
from booking.rules.permissions import authorities_for
from booking.services import borrowers as services
from booking.services.administration.changes import settings_of
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.forms.people import BorrowerForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import gone_to
from booking.web.extensions import db
from booking.web.forms.fields import chosen
from booking.web.language import gettext
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor

KINDS = chosen("borrower_kind", BorrowerKind)

SHEET = Sheet(
    noun="borrower",
    title=_("Ontleners"),
    purpose=_("Verenigingen, scholen, bedrijven, inwoners en eigen diensten van uw grondgebied, met wie voor hen optreedt."),
    icon="people",
    rows=queries.borrowers,
    columns=(
        Column("name", _("Naam")),
        Column("kind", _("Soort"), "borrower_kind"),
        Column("email", _("E-mail")),
        Column("phone", _("Telefoon")),
        Column("authority", _("Bestuur")),
        Column("members", _("Personen"), "number"),
    ),
    searched=("name", "email", "kbo"),
    overview="administration.borrowers",
    detail="administration.borrower",
    create="administration.new_borrower",
    create_text=_("Nieuwe ontlener"),
    filters=(Filter("kind", _("Soort"), lambda _session, _actor: list(KINDS().items())),),
)


@pages.get("/ontleners", endpoint="borrowers")
@requires("borrower.manage")
def overview() -> Response | str:
    """The borrowers at home with the reader's authorities."""
    return list_page(SHEET)


@pages.get("/ontleners/<int:borrower>", endpoint="borrower")
@requires("borrower.manage")
def show(borrower: int) -> str:
    """One borrower, with who acts for it, its recognitions, policies and reservations."""
    found = queries.borrower_page(db.session(), current_actor(), borrower, local(now()).date())
    asks = found.row.authority_id in authorities_for(current_actor(), "reservation.request")
    told = {"found": found, "title": found.row.name, "history": found.history, "asks": asks}
    return render_template("administration/borrowers/show.html", sheet=SHEET, **told)


@pages.route("/ontleners/nieuw", endpoint="new_borrower", methods=["GET", "POST"])
@requires("borrower.manage")
def create() -> Response | Page:
    """A borrower that has no account yet: somebody at the counter, or a service of the house."""
    session, actor, made = db.session(), current_actor(), []
    form = BorrowerForm(queries.own_authorities(session, actor, queries.ACT))
    wanted = services.BorrowerSettings
    if saved(form, lambda: made.append(services.create_borrower(session, actor, form.authority.data, form.settings(wanted), now()))):
        return gone_to("administration.borrower", "borrower_created", borrower=made[0], said={"borrower": form.name.data})
    return form_page(SHEET, form, SHEET.create_text, url_for(SHEET.overview), "administration/borrowers/form.html")


@pages.route("/ontleners/<int:borrower>/wijzigen", endpoint="edit_borrower", methods=["GET", "POST"])
@requires("borrower.manage")
def edit(borrower: int) -> Response | Page:
    """Its kind, name, number and contact."""
    session, actor, wanted = db.session(), current_actor(), services.BorrowerSettings
    found = queries.borrower_page(session, actor, borrower, local(now()).date())
    title = gettext("%(name)s wijzigen") % {"name": found.row.name}
    form = BorrowerForm([(found.row.authority_id, found.authority)], asdict(settings_of(wanted, found.row)) | {"version": found.version})
    if saved(form, lambda: services.change_borrower(session, actor, borrower, form.settings(wanted), form.read_at, now())):
        return gone_to("administration.borrower", "borrower_changed", borrower=borrower, said={"borrower": form.name.data})
    back = url_for(SHEET.detail, borrower=borrower)
    return form_page(SHEET, form, title, back, "administration/borrowers/form.html", under=found.row.name)
