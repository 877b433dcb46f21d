"""The list of agreements and one of them: where it stands, who approved it, what it says, its versions and its history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Response, render_template
from sqlalchemy import Select

from booking.clock import now
from booking.queries.administration import agreements as queries
from booking.rules.agreements import State
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page
from booking.web.administration.forms.people import EndForm
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.administration.telling import status
from booking.web.extensions import db
from booking.web.forms.fields import chosen, told
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words.agreements import clauses

STATES = chosen("agreement_state", queries.STATES)
BINDING = frozenset({State.COMING, State.IN_FORCE, State.ENDING, State.TERMINATED})


def _rows(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    return queries.agreements(db.session(), actor, today, filters)


SHEET = Sheet(
    noun="agreement",
    title=_("Overeenkomsten"),
    purpose=_("De samenwerkingsovereenkomsten van uw bestuur: wie meedoet, wie nog moet goedkeuren, waarover ze gaan en hoelang nog."),
    icon="file",
    rows=_rows,
    columns=(
        Column("reference", _("Nummer")),
        Column("title", _("Titel")),
        Column("state", _("Toestand"), "agreement_state"),
        Column("missing", _("Wacht op")),
        Column("parties", _("Partijen"), "number"),
        Column("valid_from", _("Eerste dag"), "day"),
        Column("valid_until", _("Laatste dag"), "day"),
    ),
    searched=("reference", "title"),
    overview="administration.agreements",
    detail="administration.agreement",
    create="administration.new_agreement",
    create_text=_("Nieuwe overeenkomst"),
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
    return shown(agreement)


def found_today(agreement: int) -> queries.AgreementPage:
    """An agreement as the reader sees it today. Raises NotFound."""
    return queries.agreement_page(db.session(), current_actor(), agreement, local(now()).date())


def shown(agreement: int, sent: EndForm | None = None, ending: int = 0) -> Page:
    """The page of an agreement; `sent` is what stood in the way of ending the term `ending`."""
    found, today = found_today(agreement), local(now()).date()
    form = sent or EndForm({"last": today})
    own = {key for key, _name in found.own}
    endable = {
        each.AgreementTerm.id for each in found.terms
        if each.AgreementTerm.lender_id in own and each.state != "ended" and each.AgreementTerm.valid_until is None
    }  # fmt: skip
    said = [clause for clause in clauses(found.content, language()) if clause.code not in ("parties", "tariff")]
    loans = queries.beyond(db.session(), current_actor(), agreement) if found.state in BINDING else []
    page = render_template(
        "administration/agreements/show.html", sheet=SHEET, found=found, row=found.row, title=found.row.title, history=found.history,
        under=found.row.reference, form=form, told=told(sent) if sent else [], ending_term=ending, endable=endable, said=said, today=today,
        binding=found.state in BINDING, waiting=sum(loan.choice is None for loan in loans),
    )  # fmt: skip
    return page, status()
