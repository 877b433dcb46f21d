"""The joint catalogue, and what of it is free."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response

from booking.clock import now
from booking.queries.catalogue import catalogue
from booking.queries.ledger import availability
from booking.rules.custody import Periods
from booking.rules.periods import local
from booking.web.access import requires
from booking.web.api.openapi import described
from booking.web.api.reading import period, query
from booking.web.api.schemas.inputs import ASSETS_QUERY, AVAILABILITY_QUERY
from booking.web.api.shelf import Shelved, matching, shelf
from booking.web.api.telling import answer, dumps
from booking.web.api.telling import period as period_of
from booking.web.extensions import db

pages = Blueprint("assets", __name__)


@pages.get("/assets")
@described("Everything that is lent, with its owner and place", "Assets", query=ASSETS_QUERY)
@requires("catalogue.read")
def assets() -> Response:
    """What is in service today."""
    given, known = query(), catalogue(db.session())
    found = matching(known, shelf(known, local(now()).date()), given)
    return answer('{"assets":[' + ",".join([f"{{{each.members}}}" for each in found]) + "]}")


@pages.get("/availability")
@described("How many units of each asset are free for a use", "Availability", query=AVAILABILITY_QUERY)
@requires("availability.read")
def free() -> Response:
    """Counted over the blocked period that the use would take."""
    given, session = query(), db.session()
    use, known, least = period(given), catalogue(session), given.get("units", 0)
    found = matching(known, shelf(known, local(use.start).date()), given)
    counted = availability(session, known, use, now(), [each.asset for each in found])
    joined = ",".join(_members(found, counted, least))
    return answer(f'{{"from":"{use.start.isoformat()}","to":"{use.end.isoformat()}","assets":[{joined}]}}')


def _members(found: Sequence[Shelved], counted: Sequence[tuple[object, int, Periods | None]], least: int) -> list[str]:
    """Each asset with its free units; assets of one place share their periods, so the text of those is made once."""
    told: dict[int, str] = {}
    members = []
    for each, (_, units, periods) in zip(found, counted, strict=True):
        if units >= least:
            custody = told.get(id(periods)) or told.setdefault(id(periods), _custody(periods))
            members.append(f'{{{each.members},"free":{units},"custody":{custody}}}')
    return members


def _custody(periods: Periods | None) -> str:
    return dumps(period_of(periods.custody)) if periods else "null"
