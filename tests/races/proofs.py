"""What must hold after a race, counted from the raw rows and by `flask verify`'s own checks."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlalchemy import select, text
from sqlalchemy.orm import Session, aliased

from booking.queries.verify import violations
from models import Asset, Dossier, Line, Occupancy, Reservation
from models.engine import TRUSTED
from models.reservations import reference_of
from tests.races.ground import NOW

OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
END_THE_OTHERS = text(f"SELECT pg_terminate_backend(pid) {OTHERS}")
DEADLOCKS = text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")


class Kept(NamedTuple):
    """A line as the database has it."""

    asset: int
    units: int
    state: str


def is_clean(session: Session) -> bool:
    """Whether every check of `verify` finds nothing; raises AssertionError naming what it found."""
    found = list(violations(session, NOW))
    session.rollback()
    assert found == []
    return True


def overlaps(session: Session, assets: Collection[int]) -> int:
    """Pairs of promises of different holders that take the same numbered asset at the same time."""
    one, other = aliased(Occupancy), aliased(Occupancy)
    meeting = (one.asset_id == other.asset_id) & (one.starts_at < other.ends_at) & (other.starts_at < one.ends_at)
    pairs = select(one.id).join(other, meeting & (one.holder < other.holder)).where(one.promise, other.promise, one.asset_id.in_(assets))
    found = len(session.execute(pairs).all())
    session.rollback()
    return found


def overfull(session: Session, assets: Collection[int]) -> list[tuple[int, int]]:
    """(asset, units) for every instant at which more units of an asset are promised than there are, by a sweep over starts and ends."""
    rows = session.execute(
        select(Occupancy.asset_id, Occupancy.starts_at, Occupancy.ends_at, Occupancy.units, Asset.units)
        .join(Asset, Asset.id == Occupancy.asset_id)
        .where(Occupancy.promise, Occupancy.asset_id.in_(assets))
    )
    changes, capacity = defaultdict(list), {}
    for asset, starts, ends, units, stock in rows:
        changes[asset] += [(starts, units), (ends, -units)]
        capacity[asset] = stock
    session.rollback()
    found = []
    for asset, steps in changes.items():
        level = 0
        for _, change in sorted(steps):  # at one instant falls come before rises
            level += change
            if level > capacity[asset]:
                found.append((asset, level))
    return found


def kept(session: Session, assets: Collection[int]) -> Mapping[str, list[Kept]]:
    """Every reservation with a line on one of these assets, whole, by its reference."""
    mine = select(Line.reservation_id).where(Line.asset_id.in_(assets))
    query = (
        select(Reservation.id, Reservation.created_at, Line.asset_id, Line.units, Line.state)
        .join(Line, Line.reservation_id == Reservation.id)
        .where(Reservation.id.in_(mine))
        .order_by(Line.id)
    )
    found: defaultdict[str, list[Kept]] = defaultdict(list)
    for key, created_at, *line in session.execute(query):
        found[reference_of(key, created_at)].append(Kept(*line))
    session.rollback()
    return found


def empty_reservations(session: Session) -> int:
    """Reservations or dossiers without any line: what is left of a request that was written in part."""
    whole = select(Reservation.id).where(~Reservation.id.in_(select(Line.reservation_id)))
    part = select(Dossier.id).where(~Dossier.id.in_(select(Line.dossier_id)))
    found = len(session.execute(whole).all()) + len(session.execute(part).all())
    session.rollback()
    return found


def deadlocks(session: Session) -> int:
    """How many PostgreSQL has counted in this database so far; 0 on SQLite, which has none. Ask it after a race, not before.

    A backend hands in its count when it ends, so all others are ended first. The product tries a connection again only when it lay idle
    for a while (TRUSTED), so it is given that while: whoever races next must not meet connections that we cut.
    """
    if session.get_bind().dialect.name == "sqlite":
        return 0
    session.rollback()
    while session.execute(END_THE_OTHERS).all():
        session.rollback()
        time.sleep(0.05)
    counted = session.execute(DEADLOCKS).scalar_one()
    time.sleep(TRUSTED)
    session.rollback()
    return counted
