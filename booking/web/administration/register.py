"""The register on screen: every line that the reader's authorities decided or must decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flask import Response
from sqlalchemy.orm import Session

from booking.clock import now
from booking.queries.administration import register as queries
from booking.rules.lifecycle import LineState
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.sheet import Column, Filter, Sheet, list_page
from booking.web.forms.fields import chosen
from booking.web.language import language
from booking.web.language import lazy_gettext as _
from booking.words import moments

BEHIND, AHEAD = 24, 12
STATES = chosen("state", LineState)


def months(_session: Session, _actor: Actor) -> Sequence[tuple[str, str]]:
    """Two years back to one ahead, the latest first."""
    today = local(now()).date()
    numbers = range(today.year * 12 + today.month - 1 + AHEAD, today.year * 12 + today.month - 1 - BEHIND, -1)
    days = [date(number // 12, number % 12 + 1, 1) for number in numbers]
    return [(f"{day:%Y-%m}", moments.month(day, language())) for day in days]


SHEET = Sheet(
    noun="reference",
    title=_("Alle reservaties"),
    purpose=_("Alles wat bij uw bestuur gevraagd en uitgeleend werd, ook wat voorbij is. Bewaar het als bestand voor een verslag."),
    icon="list",
    rows=queries.lines,
    columns=(
        Column("reference", _("Nummer"), sorted=False),
        Column("use_start", _("Datum"), "day"),
        Column("asset", _("Middel")),
        Column("units", _("Aantal"), "number"),
        Column("borrower", _("Ontlener")),
        Column("event", _("Evenement")),
        Column("state", _("Toestand"), "state"),
    ),
    searched=("borrower", "event", "asset", "code"),
    overview="administration.register",
    detail="reservations.show",
    filters=(Filter("month", _("Maand"), months), Filter("state", _("Toestand"), lambda _session, _actor: list(STATES().items()))),
    sort="",
    more=(
        Column("starts", _("Gebruik vanaf"), "moment"),
        Column("use_end", _("Gebruik tot"), "moment"),
        Column("code", _("Code")),
        Column("kind", _("Soort"), "borrower_kind"),
        Column("authority", _("Bestuur")),
        Column("asked_at", _("Gevraagd op"), "moment"),
    ),
    finish=queries.named,
)


@pages.get("/reservaties", endpoint="register")
@requires("register.read")
def overview() -> Response | str:
    """The lines of the reader's authorities."""
    return list_page(SHEET)
