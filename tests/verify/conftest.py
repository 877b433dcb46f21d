"""The small house: in a database of a test's own, or shared by examples that each undo what they did."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session

from models.engine import options_for, prepare
from tests.support.engines import ENGINES
from tests.verify import world


@pytest.fixture
def house_in_order(session: Session) -> Session:
    """A session on a database of this test's own that holds the small house."""
    world.build(session.connection())
    session.commit()
    return session


@pytest.fixture(scope="module", params=ENGINES)
def shared_house(request: pytest.FixtureRequest, new_database: Callable[[str], str]) -> Iterator[Engine]:
    """The small house on either engine, for examples that roll back."""
    url = new_database(request.param)
    engine = prepare(create_engine(url, **options_for(url)))
    with engine.begin() as connection:
        world.build(connection)
    yield engine
    engine.dispose()
