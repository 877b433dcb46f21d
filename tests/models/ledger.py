"""Rows written past every service, as someone with a database console would write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert

from booking.rules.kinds import PROMISES
from models import Base, Occupancy

ORIGIN = datetime(2087, 6, 2, tzinfo=UTC)  # far ahead: the guard asks the database's own clock what is past


class Taken(NamedTuple):
    """Units that a holder takes from one day to another, counted from ORIGIN; halves are noon."""

    holder: str
    kind: str
    units: int
    first: float
    last: float


def added(connection: Connection, model: type[Base], **values: Any) -> int:
    """Write one row and give its id."""
    return connection.execute(insert(model.__table__).values(**values)).inserted_primary_key[0]


def take(connection: Connection, asset: int, row: Taken) -> int:
    """Write one row of the ledger and give its id."""
    return added(connection, Occupancy, **values_of(asset, row))


def values_of(asset: int, row: Taken) -> dict[str, Any]:
    """The columns of a row of the ledger."""
    return {
        "asset_id": asset,
        "starts_at": moment(row.first),
        "ends_at": moment(row.last),
        "units": row.units,
        "kind": row.kind,
        "promise": row.kind in PROMISES,
        "holder": row.holder,
    }


def moment(day: float) -> datetime:
    """So many days after ORIGIN."""
    return ORIGIN + timedelta(days=day)
