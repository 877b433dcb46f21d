"""The demo region in a database of each test's own, on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from tests.services.after_the_event import decided_on
from tests.services.world import World
from tests.support.kept import engine_on


@pytest.fixture
def world(region: str) -> Iterator[World]:
    with Session(engine_on(region), expire_on_commit=False, autoflush=False) as session:
        yield World(session)


@pytest.fixture
def tried(world: World) -> World:
    """Ranst as it charges what follows an event."""
    return decided_on(world)
