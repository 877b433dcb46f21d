"""Who acts for a borrower, on screen: the claims that wait for a desk first, each to be verified, refused or ended."""

from __future__ import annotations

from flask import render_template
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.administration import memberships as queries
from booking.queries.administration.changes import changes_of
from booking.rules.periods import local
from booking.services import memberships as services
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, saved
from booking.web.administration.forms.people import EndForm, RejectForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import carried_out, ending, gone_to, status
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm, Form
from booking.web.forms.fields import chosen, told
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor

STATES = chosen("membership_state", queries.STATES)

SHEET = Sheet(
    noun="membership",
    title=_("Lidmaatschappen"),
    purpose=_("Wie zegt op te treden voor een ontlener van uw grondgebied. Het tarief van die ontlener geldt pas als u het nakeek."),
    icon="key",
    rows=queries.memberships,
    columns=(
        Column("person", _("Persoon")),
        Column("borrower", _("Ontlener")),
        Column("kind", _("Soort"), "borrower_kind"),
        Column("state", _("Toestand"), "membership_state"),
        Column("valid_from", _("Sinds"), "day"),
        Column("valid_until", _("Tot en met"), "day"),
    ),
    searched=("person", "email", "borrower"),
    overview="administration.memberships",
    detail="administration.membership",
    filters=(Filter("state", _("Toestand"), lambda _session, _actor: list(STATES().items())),),
    sort="",
)


@pages.get("/lidmaatschappen", endpoint="memberships")
@requires("membership.verify")
def overview() -> Response | str:
    """The memberships of the reader's territory, open claims first."""
    return list_page(SHEET, "administration/memberships/list.html", claims=_claims())


@pages.get("/lidmaatschappen/<int:membership>", endpoint="membership")
@requires("membership.verify")
def show(membership: int) -> Page:
    """One membership, and what may be decided about it."""
    return _page(membership)


@pages.post("/lidmaatschappen/<int:membership>/bevestigen", endpoint="verify_membership")
@requires("membership.verify")
def verify(membership: int) -> Response | Page:
    """Yes, this person acts for the borrower."""
    row, form = _row(membership), ButtonForm()
    if carried_out(form, lambda: services.verify(db.session(), current_actor(), membership, now())):
        return gone_to("administration.memberships", "claim_verified", said={"person": row.person, "borrower": row.borrower})
    return _page(membership, form)


@pages.post("/lidmaatschappen/<int:membership>/weigeren", endpoint="reject_membership")
@requires("membership.verify")
def reject(membership: int) -> Response | Page:
    """No, with the reason."""
    row, form = _row(membership), RejectForm()
    if carried_out(form, lambda: services.reject(db.session(), current_actor(), membership, form.reason.data, now())):
        return gone_to("administration.memberships", "claim_rejected", said={"person": row.person, "borrower": row.borrower})
    return _page(membership, form)


@pages.post("/lidmaatschappen/<int:membership>/beeindigen", endpoint="end_membership")
@requires("membership.verify")
def end(membership: int) -> Response | Page:
    """No longer from a day on."""
    row, form = _row(membership), EndForm()
    if saved(form, lambda: services.end(db.session(), current_actor(), membership, form.last.data, now(), form.read_at)):
        said = {"person": row.person, "borrower": row.borrower, "until": form.last.data}
        return gone_to("administration.membership", "membership_ended", said=said, membership=membership)
    return _page(membership, form)


def _row(membership: int) -> queries.Row:
    return queries.membership_row(db.session(), current_actor(), membership, local(now()).date())


def _claims() -> int:
    return queries.open_claims(db.session(), current_actor(), local(now()).date())


def _page(membership: int, sent: Form | None = None) -> Page:
    row = _row(membership)
    history = changes_of(db.session(), services.NOUN, membership)
    forms = {"reject": RejectForm(), "end": ending(services.NOUN, membership)}
    forms = {name: sent if type(sent) is type(form) else form for name, form in forms.items()}
    shown = {"sheet": SHEET, "row": row, "forms": forms, "title": row.person, "under": row.borrower, "history": history}
    own = row.account_id == current_actor().account_id
    page = render_template("administration/memberships/show.html", sent=sent, told=told(sent) if sent else [], own=own, **shown)
    return page, status(sent)
