"""The register of reciprocity on screen: who lends free to whom, every row with its decision, a new row and its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, render_template, url_for
from sqlalchemy import RowMapping
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.queries.administration import exemptions as queries
from booking.queries.administration.assets import categories
from booking.queries.administration.borrowers import own_authorities
from booking.queries.administration.spells import STATES
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services.administration import exemptions as services
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page, form_page, saved
from booking.web.administration.forms.preferred import ExemptionEndForm, ExemptionForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import carried_out, gone_to, status
from booking.web.extensions import db
from booking.web.forms.fields import chosen, told
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words import label

SPELLS = chosen("spell", STATES)


def in_words(row: RowMapping) -> Mapping[str, Any]:
    """A row with what is lent and on which condition."""
    what = label("category", row["category"], language()) if row["category"] else gettext("alles")
    condition = gettext("zolang wederkerig") if row["mutual"] else gettext("zonder voorwaarde")
    return {**row, "what": what, "condition": condition}


SHEET = Sheet(
    noun="exemption",
    title=_("Wederkerigheid"),
    purpose=_("Welke gemeente vrij leent aan welke andere, sinds wanneer en door welk besluit. Elk bestuur dat meedoet, kan het nalezen."),
    icon="people",
    rows=queries.exemptions,
    columns=(
        Column("lender", _("Leent uit")),
        Column("borrower", _("Aan wie")),
        Column("what", _("Wat"), sorted=False),
        Column("condition", _("Voorwaarde"), sorted=False),
        Column("valid_from", _("Eerste dag"), "day"),
        Column("valid_until", _("Laatste dag"), "day"),
        Column("decision", _("Besluit")),
        Column("state", _("Toestand"), "spell"),
    ),
    searched=("lender", "borrower", "decision"),
    overview="administration.exemptions",
    detail="administration.exemption",
    create="administration.new_exemption",
    create_text=_("Wij lenen vrij"),
    filters=(Filter("state", _("Toestand"), lambda _session, _actor: list(SPELLS().items())),),
    sort="",
    finish=in_words,
)


@pages.get("/wederkerigheid", endpoint="exemptions")
@requires("exemption.read")
def overview() -> Response | str:
    """Today's matrix, and below it all that was ever written."""
    found = queries.matrix(db.session(), local(now()).date())
    return list_page(SHEET, "administration/exemptions/list.html", matrix=found, own=current_actor().authorities())


@pages.get("/wederkerigheid/<int:exemption>", endpoint="exemption")
@requires("exemption.read")
def show(exemption: int) -> Page:
    """One row of the register."""
    return _page(exemption, ExemptionEndForm({"last": local(now()).date()}))


@pages.route("/wederkerigheid/nieuw", endpoint="new_exemption", methods=["GET", "POST"])
@requires("exemption.record")
def create() -> Answer | Page:
    """The reader's authority lends free from now on."""
    session, actor, made = db.session(), current_actor(), []
    lenders, towns = own_authorities(session, actor, services.ACT), queries.towns(session)
    form = ExemptionForm(lenders, towns, categories_in_words(session), local(now()).date())
    wanted = services.ExemptionSettings
    if saved(form, lambda: made.append(services.record(session, actor, form.lender.data, form.settings(wanted), now()))):
        said = {"borrower": dict(towns)[form.borrower_id.data]}
        return gone_to("administration.exemption", "exemption_added", said=said, exemption=made[0])
    return form_page(SHEET, form, SHEET.create_text, url_for(SHEET.overview), "administration/exemptions/form.html")


@pages.post("/wederkerigheid/<int:exemption>/beeindigen", endpoint="end_exemption")
@requires("exemption.record")
def end(exemption: int) -> Answer | Page:
    """The lender stops; the row stays."""
    if not queries.exemption_page(db.session(), current_actor(), exemption, local(now()).date()).own:
        raise NotFound("exemption_unknown")
    form = ExemptionEndForm()
    values = {name: form[name].data for name in ("last", "organ", "number", "link")}
    if carried_out(form, lambda: services.end(db.session(), current_actor(), exemption, services.EndSettings(**values), now())):
        return gone_to("administration.exemption", "exemption_stopped", said={}, exemption=exemption)
    return _page(exemption, form)


def _page(exemption: int, form: ExemptionEndForm) -> Page:
    found = queries.exemption_page(db.session(), current_actor(), exemption, local(now()).date())
    row = in_words(found.row)
    title = gettext("%(lender)s leent vrij aan %(borrower)s") % {"lender": found.row.lender, "borrower": found.row.borrower}
    shown = {"sheet": SHEET, "found": found, "row": row, "form": form, "title": title, "history": found.history}
    wrong = told(form) if form.errors or form.form_errors else []
    return render_template("administration/exemptions/show.html", told=wrong, **shown), status()


def categories_in_words(session: Session) -> list[tuple[int, str]]:
    """Every category by its word, in the order of the words."""
    found = [(key, label("category", code, language())) for key, code in categories(session).items()]
    return sorted(found, key=lambda pair: pair[1].casefold())
