"""The application with the demo region of 1 March 2027, and a program that fetches."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from booking.web.extensions import db
from tests.services.world import World
from tests.support.lending import Lender
from tests.web.conftest import opened
from tests.web.feeds.following import NOW


@pytest.fixture
def app(lender: Lender, engine_name: str, at: Callable[[str], None]) -> Iterator[Flask]:
    at(NOW)
    with lender.lent(engine_name, region=True) as database, opened(database, DEMO=True) as application:
        yield application


@pytest.fixture
def region(app: Flask) -> Iterator[World]:
    with app.app_context():
        yield World(db.session())


@pytest.fixture
def get(app: Flask) -> Callable[..., TestResponse]:
    """Fetch a calendar: `get(token, If_None_Match=…)`."""
    return lambda token, **headers: app.test_client().get(
        f"/feeds/{token}.ics", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
