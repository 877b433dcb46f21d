"""Wiring only: `create_app()` for servers and commands; `python app.py` serves for a look."""

from __future__ import annotations

import gc
import os
from typing import Any

from flask import Flask

from booking import cli, config
from booking.web import doors
from booking.web.extensions import db
from models.engine import prepare

NEW_BEFORE_SWEEP = 10_000
"""Values that may be new before Python looks for cycles that nobody needs. A page makes a hundred thousand and hardly a cycle: looking
after every 700, as it does unasked, took a third of the time of a search."""


def create_app(overrides: dict[str, Any] | None = None) -> Flask:
    """The application. Raises booking.config.Misconfigured rather than start unsafely."""
    gc.set_threshold(NEW_BEFORE_SWEEP)
    settings = config.settings(overrides or {})
    app = Flask(__name__, instance_path=settings["INSTANCE"])
    app.config.from_mapping(settings)
    db.init_app(app)
    with app.app_context():
        prepare(db.engine)
    doors.hang(app)
    cli.register(app)
    return app


if __name__ == "__main__":
    os.environ.setdefault("STREEKDEPOT_DEMO", "1")
    create_app().run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
