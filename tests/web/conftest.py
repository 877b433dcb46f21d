"""The application on an empty database, and someone to sign in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from flask import Flask

from app import create_app
from booking.clock import now
from booking.services import accounts
from booking.web.extensions import db
from tests.support.kept import application_on
from tests.web.visitor import PASSWORD, Visitor

QUICK = (1, 8, 1)
EMAIL = "ann@lokaal.example"


DEFAULTS = {"SECRET_KEY": "for tests only", "PASSWORD_COST": QUICK, "DEMO": False}


def opened(database: str, **settings: Any) -> AbstractContextManager[Flask]:
    """An application on `database`, kept open for the next one who asks."""
    return application_on(database, **{**DEFAULTS, **settings})


@contextmanager
def newly_opened(database: str, **settings: Any) -> Iterator[Flask]:
    """One that starts now, with a folder of its own, its connections closed afterwards."""
    with TemporaryDirectory() as instance:
        app = create_app({"SQLALCHEMY_DATABASE_URI": database, "INSTANCE": instance, **DEFAULTS, **settings})
        yield app
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def app(database: str) -> Iterator[Flask]:
    with opened(database) as application:
        yield application


@pytest.fixture
def open_app() -> Callable[..., Any]:
    """For another application that starts on the same or another database: `with open_app(database, DEMO=True) as app`."""
    return newly_opened


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app)


@pytest.fixture
def ann(app: Flask) -> int:
    """The id of an account with EMAIL and PASSWORD."""
    with app.app_context():
        return accounts.create_user(db.session(), EMAIL, "Ann Voorbeeld", PASSWORD, now(), cost=QUICK)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the clock: `at("2027-05-10T08:00:00+02:00")`."""
    return lambda moment: monkeypatch.setenv("STREEKDEPOT_NOW", moment)
