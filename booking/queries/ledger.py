"""What the ledger holds, read with a bounded range so that history costs nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Select, select, type_coerce
from sqlalchemy.orm import Session

from booking.rules.availability import free_of_composite, free_units
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.custody import Periods
from booking.rules.periods import InvalidTime, Period
from models import LONGEST_PIECE, Occupancy

Taken = tuple[Any, Any, int, str]  # starts, ends (as the database keeps them), units, holder
Ledger = Mapping[int, list[Taken]]


class Stretch(NamedTuple):
    """A period in the database's own numbers: comparing them spares building thousands of datetimes."""

    start: Any
    end: Any


def stretch(session: Session, period: Period) -> Stretch:
    """The period as this session's database keeps moments."""
    return Stretch(raw(session, period.start), raw(session, period.end))


def raw(session: Session, moment: datetime) -> Any:
    """A moment as this session's database keeps it: whole seconds on SQLite, a datetime on PostgreSQL."""
    return int(moment.timestamp()) if session.get_bind().dialect.name == "sqlite" else moment


def taken(session: Session, period: Period, now: datetime, assets: Collection[int] | None = None) -> Ledger:
    """Per asset (all when none are named) the rows that overlap the period, without requests and options that lapsed by `now`."""
    wanted = stretch(session, period)
    query = _overlapping(session, wanted, raw(session, period.start - LONGEST_PIECE))
    if assets is not None:
        query = query.where(Occupancy.asset_id.in_(assets))
    moment = raw(session, now)
    found: defaultdict[int, list[Taken]] = defaultdict(list)
    for asset, starts, ends, units, holder, expires in session.execute(query).tuples():
        if expires is None or expires > moment:
            found[asset].append((starts, ends, units, holder))
    return found


def _overlapping(session: Session, wanted: Stretch, earliest: Any) -> Select[Any]:
    row = Occupancy
    if session.get_bind().dialect.name == "sqlite":
        starts, ends, expires = (type_coerce(column, BigInteger) for column in (row.starts_at, row.ends_at, row.expires_at))
    else:
        starts, ends, expires = row.starts_at, row.ends_at, row.expires_at  # type: ignore[assignment]
    columns = (row.asset_id, starts, ends, row.units, row.holder, expires)
    return select(*columns).where(starts > earliest, starts < wanted.end, ends > wanted.start)


def free_of(
    session: Session, asset: AssetCard, cards: Mapping[int, AssetCard], rows: Ledger, period: Period, ignoring: str | None = None
) -> int:
    """Units of an asset that are free throughout the period; of a hall or kit as many as its parts allow."""
    wanted = stretch(session, period)
    return _free(asset, cards, rows, wanted, ignoring)


def _free(asset: AssetCard, cards: Mapping[int, AssetCard], rows: Ledger, wanted: Stretch, ignoring: str | None = None) -> int:
    if len(asset.leaves) == 1 and asset.id in asset.leaves:
        mine = rows.get(asset.id)
        return free_units(asset.units, mine, wanted, ignoring) if mine else asset.units
    by_leaf = {leaf: free_units(cards[leaf].units, rows.get(leaf, ()), wanted, ignoring) for leaf in asset.leaves}
    return min(asset.units, free_of_composite(asset.leaves, by_leaf))


def availability(
    session: Session, catalogue: Catalogue, use: Period, now: datetime, assets: Iterable[AssetCard]
) -> list[tuple[AssetCard, int, Periods | None]]:
    """For each asset its free units over the blocked period that this use would take, and its periods; None where its place stays shut."""
    shaped: list[tuple[AssetCard, Periods | None]] = []
    for asset in assets:
        try:
            shaped.append((asset, catalogue.periods(asset, use)))
        except InvalidTime:
            shaped.append((asset, None))
    known = [periods.blocked for _, periods in shaped if periods]
    if not known:
        return [(asset, 0, None) for asset, _ in shaped]
    span = Period(min(period.start for period in known), max(period.end for period in known))
    rows = taken(session, span, now)
    stretches = {period: stretch(session, period) for period in set(known)}
    return [
        (asset, _free(asset, catalogue.assets, rows, stretches[periods.blocked]) if periods else 0, periods) for asset, periods in shaped
    ]
