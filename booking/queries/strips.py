"""Free, partly taken or taken, per asset and day: the small calendar beside many assets at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy.orm import Session

from booking.queries.ledger import Ledger, Stretch, Taken, free_of, stretch, taken
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
    shut = _shut_days(known, dates)
    found = {}
    for asset in assets:
        closed = _closed(known, asset, dates, shut)
        mine = [row for leaf in asset.leaves for row in rows.get(leaf, ())]
        states = [
            _state(session, known, asset, rows, period, span) if _touched(mine, span) else (DayState.FREE, asset.units)
            for (_, period), span in zip(periods, stretches, strict=True)
        ]
        found[asset.id] = [Cell(day, state, free, day in closed) for day, (state, free) in zip(dates, states, strict=True)]
    return found


def _touched(rows: Iterable[Taken], span: Stretch) -> bool:
    """True when something is taken in this stretch: most days of most assets are not, and need no sum."""
    return any(starts < span.end and span.start < ends for starts, ends, _, _ in rows)


def _shut_days(known: Catalogue, dates: list[date]) -> dict[int, frozenset[date]]:
    """The dates on which each place is shut, by its id."""
    return {key: frozenset(day for day in dates if why_closed(depot.calendar, day) is not None) for key, depot in known.depots.items()}


def _closed(known: Catalogue, asset: AssetCard, dates: list[date], shut: dict[int, frozenset[date]]) -> frozenset[date]:
    """The dates on which the place of an asset is shut; few assets move from one place to another."""
    if len(asset.keepers) == 1:
        return shut[asset.keepers[0].subject]
    return frozenset(day for day in dates if day in shut[known.depot(asset, day).id])


def _state(session: Session, known: Catalogue, asset: AssetCard, rows: Ledger, period: Period, span: Stretch) -> tuple[DayState, int]:
    free = free_of(session, asset, known.assets, rows, period)
    if free == asset.units:
        return DayState.FREE, free
    if free or all(_some_hour(known.assets[leaf].units, rows, leaf, needed, span) for leaf, needed in asset.leaves.items()):
        return DayState.PARTLY, free
    return DayState.TAKEN, 0


def _some_hour(units: int, rows: Ledger, leaf: int, needed: int, span: Stretch) -> bool:
    return any(True for _ in free_stretches(units, rows.get(leaf, ()), span, needed))
