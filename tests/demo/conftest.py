"""The demo region, loaded once per engine and read by every test here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from booking.demo.region import load_region
from models.engine import options_for, prepare
from tests.support.engines import ENGINES

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module", params=ENGINES)
def region(request: pytest.FixtureRequest, new_database) -> Iterator[Session]:
    """A session on a database that holds the demo region as seen on `TODAY`."""
    url = new_database(request.param)
    engine = prepare(create_engine(url, **options_for(url)))
    with Session(engine) as session:
        load_region(session, TODAY)
        yield session
    engine.dispose()
