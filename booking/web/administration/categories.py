"""Categories on screen: what all owners share, kept by who administers the partnership."""

from __future__ import annotations

from booking.queries.administration import categories as queries
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.sheet import Column, Sheet, list_page
from booking.web.language import lazy_gettext as _

SHEET = Sheet(
    noun="category",
    title=_("Categorieën"),
    purpose=_("Soorten middelen en zalen die alle besturen delen, met hun tekening en hun tijd voor en na een uitlening."),
    icon="list",
    rows=queries.categories,
    columns=(
        Column("name", _("Naam")),
        Column("code", _("Code")),
        Column("in_place", _("Ter plaatse gebruikt"), "yes"),
        Column("assets", _("Middelen"), "number"),
    ),
    searched=("name", "code"),
    overview="administration.categories",
)


@pages.get("/categorieen", endpoint="categories")
@requires("category.read")
def overview() -> str:
    """Every category."""
    return list_page(SHEET)
