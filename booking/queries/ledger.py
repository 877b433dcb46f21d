"""What the ledger holds, read with a bounded range so that history costs nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ARRAY, BigInteger, ColumnElement, DateTime, Select, String, any_, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session

from booking.rules.availability import free_of_composite, free_units
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.custody import Periods
from booking.rules.periods import InvalidTime, Period, local
from models import LONGEST_PIECE, Occupancy
from models.prepared import prepared

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
    return int(moment.timestamp()) if is_sqlite(session) else moment


def is_sqlite(session: Session) -> bool:
    """True on SQLite; asked often, so the session remembers."""
    if "sqlite" not in session.info:
        session.info["sqlite"] = session.get_bind().dialect.name == "sqlite"
    return bool(session.info["sqlite"])


def taken(
    session: Session, period: Period, now: datetime, assets: Collection[int] | None = None, without: Collection[str] = ()
) -> Ledger:
    """Per asset (all when none are named) the rows that overlap the period, without requests and options that lapsed by `now` and without
    the rows of the holders `without`: what one's own basket holds stands in nobody else's place.
    """
    wanted = stretch(session, period)
    values = {"start": wanted.start, "end": wanted.end, "earliest": raw(session, period.start - LONGEST_PIECE)}
    if assets is not None:
        values["assets"] = listed(session, assets)
    moment = raw(session, now)
    found: defaultdict[int, list[Taken]] = defaultdict(list)
    for asset, starts, ends, units, holder, expires in (_taken if assets is None else _taken_of)(session, **values):
        if (expires is None or expires > moment) and holder not in without:
            found[asset].append((starts, ends, units, holder))
    return found


def listed(session: Session, ids: Collection[int]) -> Any:
    """Ids as one parameter for `among`."""
    return json.dumps(list(ids)) if is_sqlite(session) else list(ids)


def among(column: ColumnElement[int], name: str, sqlite: bool) -> ColumnElement[bool]:
    """A condition that a column is one of the ids of the parameter `name`: one statement however many there are."""
    if sqlite:
        return column.in_(select(func.json_each(bindparam(name, type_=String)).table_valued("value").c.value))
    return column == any_(bindparam(name, type_=ARRAY(BigInteger)))


def _overlapping(sqlite: bool, some: bool = False) -> Select[Any]:
    """The bounded range, read in the database's own numbers so that no row costs a conversion."""
    row, kept = Occupancy, BigInteger() if sqlite else DateTime(timezone=True)
    starts, ends, expires = (type_coerce(column, kept) for column in (row.starts_at, row.ends_at, row.expires_at))
    start, end, earliest = (bindparam(name, type_=kept) for name in ("start", "end", "earliest"))
    read = (row.asset_id, starts.label("starts"), ends.label("ends"), row.units, row.holder, expires.label("expires"))
    query = select(*read).where(starts > earliest, starts < end, ends > start)
    return query.where(among(row.asset_id, "assets", sqlite)) if some else query


_taken = prepared(_overlapping(sqlite=True), _overlapping(sqlite=False))
_taken_of = prepared(_overlapping(sqlite=True, some=True), _overlapping(sqlite=False, some=True))


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
    session: Session, catalogue: Catalogue, use: Period, now: datetime, assets: Iterable[AssetCard], without: Collection[str] = ()
) -> list[tuple[AssetCard, int, Periods | None]]:
    """For each asset its free units over the blocked period that this use would take, and its periods; None where its place stays shut."""
    alike, wanted = catalogue.alike(local(use.start).date()), list(assets)
    shapes = {like: _periods(catalogue, catalogue.assets[like], use) for like in {alike[asset.id] for asset in wanted}}
    known = [shape.blocked for shape in shapes.values() if shape]
    if not known:
        return [(asset, 0, None) for asset in wanted]
    rows = taken(session, Period(min(period.start for period in known), max(period.end for period in known)), now, None, without)
    shaped = {like: (shape, stretch(session, shape.blocked) if shape else None) for like, shape in shapes.items()}
    found: list[tuple[AssetCard, int, Periods | None]] = []
    for asset in wanted:
        shape, blocked = shaped[alike[asset.id]]
        found.append((asset, _free(asset, catalogue.assets, rows, blocked) if blocked else 0, shape))
    return found


def _periods(catalogue: Catalogue, asset: AssetCard, use: Period) -> Periods | None:
    try:
        return catalogue.periods(asset, use)
    except InvalidTime:
        return None
