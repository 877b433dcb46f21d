"""Fixtures of the rule book."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

ZONES = ("UTC", "Europe/Brussels", "America/Los_Angeles")
_set_zone = getattr(time, "tzset", lambda: None)  # Windows has none and reads TZ itself


@pytest.fixture(params=ZONES)
def server_zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The clock of the server, which no answer may depend on: each test that uses it runs in three zones."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TZ", request.param)
        _set_zone()
        yield request.param
    _set_zone()
