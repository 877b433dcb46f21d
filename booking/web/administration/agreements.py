"""Cooperation agreements on screen: the list, one with its parties, and the preferred tariff that a party gives by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Response, render_template, url_for
from sqlalchemy import Row
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.queries.administration import agreements as queries
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services.administration import agreement_terms as services
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.exemptions import categories_in_words
from booking.web.administration.forms.people import EndForm
from booking.web.administration.forms.preferred import TermForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import carried_out, gone_to, status
from booking.web.extensions import db
from booking.web.forms.fields import chosen, told
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor

STATES = chosen("agreement_state", queries.STATES)

SHEET = Sheet(
    noun="agreement",
    title=_("Overeenkomsten"),
    purpose=_("De samenwerkingsovereenkomsten van uw bestuur: wie meedoet, waarover ze gaan en welk voorkeurtarief elke gemeente geeft."),
    icon="file",
    rows=queries.agreements,
    columns=(
        Column("reference", _("Nummer")),
        Column("title", _("Titel")),
        Column("parties", _("Partijen"), "number"),
        Column("valid_from", _("Eerste dag"), "day"),
        Column("valid_until", _("Laatste dag"), "day"),
        Column("state", _("Toestand"), "agreement_state"),
    ),
    searched=("reference", "title"),
    overview="administration.agreements",
    detail="administration.agreement",
    filters=(Filter("state", _("Toestand"), lambda _session, _actor: list(STATES().items())),),
    sort="reference",
)


@pages.get("/overeenkomsten", endpoint="agreements")
@requires("agreement.read")
def overview() -> Response | str:
    """The agreements to which the reader's authorities are a party."""
    return list_page(SHEET)


@pages.get("/overeenkomsten/<int:agreement>", endpoint="agreement")
@requires("agreement.read")
def show(agreement: int) -> Page:
    """One agreement."""
    return _page(agreement)


@pages.route("/overeenkomsten/<int:agreement>/voorkeurtarief", endpoint="new_term", methods=["GET", "POST"])
@requires("agreement.price")
def add_term(agreement: int) -> Answer | Page:
    """What one of the reader's authorities gives from a day on."""
    session, actor, today = db.session(), current_actor(), local(now()).date()
    found = queries.agreement_page(session, actor, agreement, today)
    if not found.own:
        raise NotFound("agreement_unknown")
    form = TermForm(found.own, categories_in_words(session), _groups(found.own), max(today, found.row.valid_from), found.version)
    wanted = services.TermSettings
    if saved(form, lambda: services.add_term(
        session, actor, agreement, form.lender.data, form.settings(wanted), now(), form.read_at
    )):  # fmt: skip
        return gone_to("administration.agreement", "term_added", said={"day": form.valid_from.data}, agreement=agreement)
    back = url_for("administration.agreement", agreement=agreement)
    return form_page(SHEET, form, _("Ons voorkeurtarief"), back, "administration/agreements/term.html", under=found.row.title, found=found)


@pages.post("/voorkeurtarieven/<int:term>/beeindigen", endpoint="end_term")
@requires("agreement.price")
def end_term(term: int) -> Answer | Page:
    """A term holds no longer after a day."""
    form, session, actor = EndForm(), db.session(), current_actor()
    agreement = services.agreement_of(session, actor, term)
    if carried_out(form, lambda: services.end_term(session, actor, term, form.last.data, now())):
        return gone_to("administration.agreement", "term_stopped", said={"day": form.last.data}, agreement=agreement)
    return _page(agreement, form, term)


def _page(agreement: int, sent: EndForm | None = None, ending: int = 0) -> Page:
    today = local(now()).date()
    found = queries.agreement_page(db.session(), current_actor(), agreement, today)
    form = sent or EndForm({"last": today})
    own = {key for key, _name in found.own}
    shown: dict[str, Any] = {"sheet": SHEET, "found": found, "row": found.row, "title": found.row.title, "history": found.history}
    endable = {each.AgreementTerm.id for each in found.terms if _can_end(each, own)}
    page = render_template(
        "administration/agreements/show.html", form=form, told=told(sent) if sent else [], ending_term=ending, endable=endable,
        under=found.row.reference, **shown,
    )  # fmt: skip
    return page, status()


def _can_end(row: Row[Any], own: set[int]) -> bool:
    return row.AgreementTerm.lender_id in own and row.state != "ended" and row.AgreementTerm.valid_until is None


def _groups(lenders: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    """The groups of these lenders' regulations, each code once."""
    session, today = db.session(), local(now()).date()
    found = {code: title for key, _name in lenders for code, title in queries.groups_of(session, key, today)}
    return list(found.items())
