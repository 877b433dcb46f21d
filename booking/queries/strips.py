"""Free, partly taken or taken, per asset and day: the small calendar beside many assets at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy.orm import Session

from booking.queries.ledger import Ledger, Stretch, free_of, stretch, taken
from booking.rules.availability import free_stretches
from booking.rules.calendar import why_closed
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.periods import Period, day_period


class DayState(StrEnum):
    FREE = "free"
    PARTLY = "partly"
    TAKEN = "taken"


class Cell(NamedTuple):
    """A Brussels date: how it stands, how many units are free throughout, and whether its place is shut."""

    day: date
    state: DayState
    free: int
    closed: bool


def strips(
    session: Session, known: Catalogue, assets: Iterable[AssetCard], first: date, days: int, now: datetime, without: Collection[str] = ()
) -> dict[int, list[Cell]]:
    """For each asset, by its id, `days` dates from `first`; one query."""
    dates = [first + timedelta(days=n) for n in range(days)]
    periods = [(day, day_period(day)) for day in dates]
    rows = taken(session, day_period(dates[0], dates[-1]), now, None, without)
    stretches = [stretch(session, period) for _, period in periods]
    shut: dict[tuple[int, date], bool] = {}
    found = {}
    for asset in assets:
        untouched = not any(leaf in rows for leaf in asset.leaves)
        cells = []
        for (day, period), span in zip(periods, stretches, strict=True):
            depot = known.depot(asset, day)
            key = depot.id, day
            if key not in shut:
                shut[key] = why_closed(depot.calendar, day) is not None
            state, free = (DayState.FREE, asset.units) if untouched else _state(session, known, asset, rows, period, span)
            cells.append(Cell(day, state, free, shut[key]))
        found[asset.id] = cells
    return found


def _state(session: Session, known: Catalogue, asset: AssetCard, rows: Ledger, period: Period, span: Stretch) -> tuple[DayState, int]:
    free = free_of(session, asset, known.assets, rows, period)
    if free == asset.units:
        return DayState.FREE, free
    if free or all(_some_hour(known.assets[leaf].units, rows, leaf, needed, span) for leaf, needed in asset.leaves.items()):
        return DayState.PARTLY, free
    return DayState.TAKEN, 0


def _some_hour(units: int, rows: Ledger, leaf: int, needed: int, span: Stretch) -> bool:
    return any(True for _ in free_stretches(units, rows.get(leaf, ()), span, needed))
