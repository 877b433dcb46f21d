"""A migrated database per engine for all these tests, and a transaction of its own for each, undone afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import Connection, Engine, create_engine

from models import Asset, Category
from models.engine import options_for, prepare
from tests.models.ledger import added
from tests.support.engines import ENGINES


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, new_database: Callable[[str], str]) -> Iterator[Engine]:
    """An engine as the product opens its own, on SQLite and on PostgreSQL."""
    url = new_database(request.param)
    opened = prepare(create_engine(url, **options_for(url)))
    yield opened
    opened.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A connection whose transaction is rolled back when the test is over."""
    with engine.connect() as opened:
        yield opened
        opened.rollback()


@pytest.fixture
def new_asset(connection: Connection) -> Callable[..., int]:
    """Call it with a number of units for the id of one more asset."""
    category = added(connection, Category, code="any", name="Any")
    codes = iter(range(1000))

    def make(units: int = 1) -> int:
        code = f"A-{next(codes)}"
        return added(connection, Asset, code=code, name=code, category_id=category, units=units, in_service_from=date(2020, 1, 1))

    return make
