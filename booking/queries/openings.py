"""When a search finds nothing free: the nearest dates on which something that was looked for is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.ledger import Ledger, free_of, taken
from booking.queries.nearby import MOST, REACH_DAYS
from booking.queries.search import Offer
from booking.rules.admission.readiness import Readiness
from booking.rules.availability import candidates_near
from booking.rules.calendar import is_open_throughout
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.periods import InvalidTime, Period, local

LOOKED_AT = 24  # of what is taken, the first so many are looked at on other dates


@dataclass(frozen=True, slots=True)
class Opening:
    """Other dates for the same use, with what is free then, the best first; at least one."""

    use: Period
    assets: list[AssetCard]


def openings(session: Session, offers: Sequence[Offer], use: Period, units: int, now: datetime) -> list[Opening]:
    """At most three dates near the use, the nearest first, on which so many units of some of these offers are free; one query.

    Only what is taken is looked at: what is not for this borrower stays so on any date.
    """
    assets = [offer.asset for offer in offers if offer.readiness is Readiness.TAKEN and offer.asset.units >= units][:LOOKED_AT]
    if not assets:
        return []
    known, margin = catalogue(session), timedelta(days=REACH_DAYS + 14)
    leaves = {leaf for asset in assets for leaf in asset.leaves}
    rows = taken(session, Period(use.start - margin, use.end + margin), now, leaves)
    return list(islice(_found(session, known, assets, rows, use, units, now), MOST))


def _found(
    session: Session, known: Catalogue, assets: Sequence[AssetCard], rows: Ledger, use: Period, units: int, now: datetime
) -> Iterator[Opening]:
    for candidate in candidates_near(use, REACH_DAYS, now + timedelta(days=1)):
        free = [asset for asset in assets if _is_free(session, known, asset, rows, candidate, units)]
        if free:
            yield Opening(candidate, free)


def _is_free(session: Session, known: Catalogue, asset: AssetCard, rows: Ledger, use: Period, units: int) -> bool:
    try:
        periods = known.periods(asset, use)
    except InvalidTime:
        return False
    if asset.in_place and not is_open_throughout(known.depot(asset, local(use.start).date()).calendar, use):
        return False
    return units <= free_of(session, asset, known.assets, rows, periods.blocked)
