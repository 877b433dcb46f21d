"""Sixteen connections promise from one stock at once, past every service: it holds, and without the guard it does not."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import groupby
from threading import Barrier

import pytest
from sqlalchemy import Engine, create_engine, exc, insert, select, text

from models import Asset, Category, Occupancy, guard
from models.engine import options_for
from tests.models.ledger import Taken, added, values_of

WRITERS, TRIES, UNITS = 16, 25, 40


@pytest.fixture
def stock(new_database: Callable[[str], str]) -> tuple[Engine, int]:
    """A PostgreSQL database that the writers share, and one asset of 40 units in it."""
    url = new_database("postgresql")
    engine = create_engine(url, pool_size=WRITERS, **options_for(url))
    with engine.begin() as connection:
        category = added(connection, Category, code="decks", name="Decks")
        asset = added(
            connection, Asset, code="D", name="Decks", category_id=category, units=UNITS, in_service_from=date(2020, 1, 1)
        )  # fmt: skip
    return engine, asset


@pytest.mark.race
@pytest.mark.postgres
def test_bulk_stock_is_never_promised_beyond_its_units(stock: tuple[Engine, int]) -> None:
    engine, asset = stock
    refused = _race(engine, asset)
    assert _fullest(engine, asset) <= UNITS
    assert refused > 0
    engine.dispose()


@pytest.mark.race
@pytest.mark.postgres
def test_the_same_race_without_the_trigger_promises_too_much(stock: tuple[Engine, int]) -> None:
    engine, asset = stock
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE occupancy DISABLE TRIGGER occupancy_guard"))
    assert _race(engine, asset) == 0
    assert _fullest(engine, asset) > UNITS
    engine.dispose()


def _race(engine: Engine, asset: int) -> int:
    """All writers at once; how often one was refused because the stock was full. Any other error ends the test."""
    start = Barrier(WRITERS)

    def write(writer: int) -> int:
        chance, refused = random.Random(writer), 0
        start.wait()
        for number in range(TRIES):
            first = chance.randrange(20)
            row = Taken(f"line:{writer}-{number}", "firm", chance.randint(1, 7), first, first + chance.randint(1, 5))
            try:
                with engine.begin() as connection:
                    connection.execute(insert(Occupancy.__table__).values(**values_of(asset, row)))
            except exc.DBAPIError as error:
                if guard.FULL not in str(error):
                    raise
                refused += 1
        return refused

    with ThreadPoolExecutor(WRITERS) as writers:
        return sum(writers.map(write, range(WRITERS)))


def _fullest(engine: Engine, asset: int) -> int:
    """The largest number of units promised at one instant, counted start by start."""
    with engine.connect() as connection:
        query = select(Occupancy.starts_at, Occupancy.ends_at, Occupancy.units).where(Occupancy.asset_id == asset)
        rows = connection.execute(query.order_by(Occupancy.starts_at)).all()
    starts = [start for start, _ in groupby(rows, key=lambda row: row[0])]
    return max(sum(units for first, last, units in rows if first <= start < last) for start in starts)
