"""Depots and hall buildings on screen."""

from __future__ import annotations

from booking.queries.administration import depots as queries
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.forms.fields import chosen
from booking.web.language import lazy_gettext as _
from models.assets import PLACES

KINDS = chosen("place_kind", PLACES)

SHEET = Sheet(
    noun="depot",
    title=_("Loodsen en gebouwen"),
    purpose=_("Plaatsen waar middelen afgehaald worden of waar een zaal is, met hun adres en openingsuren."),
    icon="pin",
    rows=queries.depots,
    columns=(
        Column("name", _("Naam")),
        Column("kind", _("Soort"), "place_kind"),
        Column("address", _("Adres")),
        Column("authority", _("Bestuur")),
        Column("assets", _("Middelen"), "number"),
    ),
    searched=("name", "address"),
    overview="administration.depots",
    filters=(Filter("kind", _("Soort"), lambda _session, _actor: list(KINDS().items())),),
)


@pages.get("/plaatsen", endpoint="depots")
@requires("depot.administer")
def overview() -> str:
    """The places of the reader's authorities."""
    return list_page(SHEET)
