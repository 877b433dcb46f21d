"""The demo region in a database of each test's own, on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from models.engine import options_for, prepare
from tests.services.after_the_event import decided_on
from tests.services.world import World


@pytest.fixture
def world(region: str) -> Iterator[World]:
    engine = prepare(create_engine(region, **options_for(region)))
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        yield World(session)
    engine.dispose()


@pytest.fixture
def tried(world: World) -> World:
    """Ranst as it charges what follows an event."""
    return decided_on(world)
