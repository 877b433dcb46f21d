"""The screens on the demo region as on 1 March 2027; on SQLite, unless a test asks for both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from booking.demo import cast
from tests.web.conftest import opened
from tests.web.screens.reader import Reader

MOMENT = "2027-03-01T09:00:00+01:00"


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@pytest.fixture
def app(region: str, at: Callable[[str], None]) -> Iterator[Flask]:
    at(MOMENT)
    with opened(region, DEMO=True) as application:
        yield application


@pytest.fixture
def reader(app: Flask) -> Callable[[str], Reader]:
    """Somebody of the cast by e-mail address, signed in."""
    return lambda email: Reader(app, email)


@pytest.fixture
def organiser(app: Flask) -> Reader:
    return Reader(app, cast.ORGANISER)
