"""The preferred tariff that a party gives by an agreement: it begins and ends, and is never changed."""

from __future__ import annotations

from collections.abc import Sequence

from flask import url_for
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.queries.administration import agreements as queries
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services.administration import agreement_terms as services
from booking.web.access import requires
from booking.web.administration.agreements.overview import SHEET, found_today, shown
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.exemptions import categories_in_words
from booking.web.administration.forms.people import EndForm
from booking.web.administration.forms.preferred import TermForm
from booking.web.administration.telling import carried_out, gone_to
from booking.web.extensions import db
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor


@pages.route("/overeenkomsten/<int:agreement>/voorkeurtarief", endpoint="new_term", methods=["GET", "POST"])
@requires("agreement.price")
def add_term(agreement: int) -> Answer | Page:
    """What one of the reader's authorities gives from a day on."""
    session, actor, today = db.session(), current_actor(), local(now()).date()
    found = found_today(agreement)
    if not found.own:
        raise NotFound("agreement_unknown")
    form = TermForm(found.own, categories_in_words(session), groups_in_words(found.own), max(today, found.row.valid_from), found.version)
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
    return shown(agreement, form, term)


def groups_in_words(lenders: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    """The groups of these lenders' regulations by their names, each code once."""
    session, today = db.session(), local(now()).date()
    found = {code: title for key, _name in lenders for code, title in queries.groups_of(session, key, today)}
    return list(found.items())
