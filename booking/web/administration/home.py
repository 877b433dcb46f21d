"""The entry of the administration: what there is to administer, and how much of it there is."""

from __future__ import annotations

from typing import Any

from flask import render_template

from booking.web.access import requires
from booking.web.administration import (
    agreements,
    assets,
    audit,
    authorities,
    borrowers,
    categories,
    closures,
    custom_fields,
    depots,
    exemptions,
    imports,
    memberships,
    recognitions,
    register,
    roles,
)
from booking.web.administration.blueprint import pages
from booking.web.administration.sheet import Sheet
from booking.web.extensions import db
from booking.web.session import current_actor

SHEETS: tuple[Sheet, ...] = (
    authorities.SHEET,
    depots.SHEET,
    assets.SHEET,
    closures.SHEET,
    categories.SHEET,
    custom_fields.SHEET,
    register.SHEET,
    borrowers.SHEET,
    memberships.SHEET,
    recognitions.SHEET,
    agreements.SHEET,
    exemptions.SHEET,
    roles.SHEET,
    imports.SHEET,
    audit.SHEET,
)
"""Every noun, in the order of the entry page and of the menu beside each page. A new noun is one module and its line here."""


@pages.context_processor
def known() -> dict[str, Any]:
    """What every page of the administration can use: the nouns that are for its reader."""
    return {"sheets": [sheet for sheet in SHEETS if sheet.for_(current_actor())]}


@pages.get("")
@requires("administration.read")
def home() -> str:
    """A card per noun."""
    session, actor = db.session(), current_actor()
    counts = {sheet.noun: sheet.count(session, actor) for sheet in SHEETS if sheet.for_(actor)}
    return render_template("administration/home.html", counts=counts)
