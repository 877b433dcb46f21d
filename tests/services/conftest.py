"""The demo region in a database of each test's own, on both engines."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from tests.services.world import World


@pytest.fixture
def world(session: Session) -> World:
    return World(session)
