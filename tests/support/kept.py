"""What stays open on a database that goes from test to test (lending): engines and applications, as in a process that serves on.

They keep what is dear to make and does not depend on who asks: compiled statements and templates, routes, connections, the catalogue under
its version.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask
from sqlalchemy import Engine, create_engine

from app import create_app
from booking import config
from booking.web.extensions import db
from models.engine import options_for, prepare

LIMIT = 8  # of each, in one process; the longest unused goes first

_engines: OrderedDict[str, Engine] = OrderedDict()
_apps: OrderedDict[str, tuple[Flask, dict[str, Any]]] = OrderedDict()  # each with the settings that it was made with


def engine_on(database: str) -> Engine:
    """The engine on a database, opened as the product opens its own. Nobody need dispose of it."""
    engine = _engines.pop(database, None) or prepare(create_engine(database, **options_for(database)))
    _engines[database] = engine
    while len(_engines) > LIMIT:
        _engines.popitem(last=False)[1].dispose()
    return engine


@contextmanager
def application_on(database: str, **settings: Any) -> Iterator[Flask]:
    """An application on a database, its settings as asked and its folder empty, whoever had it before.

    One that got another route, another way through or another folder of files is given to nobody else.
    """
    with TemporaryDirectory() as folder:
        overrides = {"SQLALCHEMY_DATABASE_URI": database, "INSTANCE": folder, **settings}
        wanted = config.settings(overrides)
        key = repr(sorted((name, value) for name, value in wanted.items() if name != "INSTANCE"))
        app, defaults = _apps.pop(key, None) or _new(overrides)
        app.config.clear()
        app.config.update({**defaults, **wanted})
        app.instance_path = wanted["INSTANCE"]
        app._got_first_request = False  # Flask refuses new routes after it, of which a test may want one
        before = _shape(app)
        try:
            yield app
        finally:
            if _shape(app) == before:
                _apps[key] = app, defaults
            else:
                _close(app)
            while len(_apps) > LIMIT:
                _close(_apps.popitem(last=False)[1][0])


def close_all() -> None:
    """Close every connection that is still open."""
    while _engines:
        _engines.popitem()[1].dispose()
    while _apps:
        _close(_apps.popitem()[1][0])


def _new(overrides: dict[str, Any]) -> tuple[Flask, dict[str, Any]]:
    app = create_app(overrides)
    return app, dict(app.config)


def _shape(app: Flask) -> object:
    """What a request meets on its way; a later one must not meet what a test hung there."""
    ways = (app.before_request_funcs, app.after_request_funcs, app.teardown_request_funcs, app.error_handler_spec)
    files = app.static_folder, app.jinja_loader
    return len(list(app.url_map.iter_rules())), dict(app.view_functions), [sum(map(len, way.values())) for way in ways], files


def _close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()
