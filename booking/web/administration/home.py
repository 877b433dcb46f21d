"""The entry of the administration: what there is to administer, and how much of it there is."""

from __future__ import annotations

from typing import Any

from flask import render_template

from booking.queries.shares import awaiting_agreement
from booking.web.access import requires
from booking.web.administration import (
    agreements,
    assets,
    audit,
    authorities,
    borrowers,
    calendars,
    categories,
    checklists,
    closures,
    crews,
    custom_fields,
    depots,
    exemptions,
    imports,
    machinery,
    memberships,
    order,
    recognitions,
    register,
    requirements,
    roles,
    rules,
    shares,
    terms,
    vehicles,
)
from booking.web.administration.blueprint import pages
from booking.web.administration.sheet import Sheet
from booking.web.extensions import db
from booking.web.language import Lazy
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor

SHELVES: tuple[tuple[Lazy, tuple[Sheet, ...]], ...] = (
    (_("In één oogopslag"), (order.SHEET,)),
    (_("Wat u uitleent"), (assets.SHEET, depots.SHEET, requirements.SHEET, terms.SHEET, closures.SHEET, calendars.SHEET, categories.SHEET,
                             rules.SHEET, checklists.SHEET, custom_fields.SHEET, imports.SHEET)),
    (_("Wie het werk doet"), (crews.SHEET, vehicles.SHEET)),
    (_("Wie ontleent"), (register.SHEET, borrowers.SHEET, memberships.SHEET, recognitions.SHEET)),
    (_("Wie samenwerkt"), (authorities.SHEET, agreements.SHEET, shares.SHEET, exemptions.SHEET)),
    (_("Wie wat mag en deed"), (roles.SHEET, audit.SHEET)),
    (_("De installatie"), (machinery.SHEET,)),
)
"""Every noun under what it is about, as on the entry page and in the menu beside each page. A new noun is one module and its name here."""

SHEETS = tuple(sheet for _title, sheets in SHELVES for sheet in sheets)


@pages.context_processor
def known() -> dict[str, Any]:
    """What every page of the administration can use: the nouns that are for its reader, shelf by shelf."""
    shown = [(title, [sheet for sheet in sheets if sheet.for_(current_actor())]) for title, sheets in SHELVES]
    return {"shelves": [(title, sheets) for title, sheets in shown if sheets]}


@pages.get("")
@requires("administration.read")
def home() -> str:
    """A card per noun."""
    session, actor = db.session(), current_actor()
    counts = {sheet.noun: sheet.count(session, actor) for sheet in SHEETS if sheet.for_(actor)}
    return render_template("administration/home.html", counts=counts, awaiting=awaiting_agreement(session, actor))
