"""For whoever watches the machine: alive, and ready to serve."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

from booking import migrate
from booking.web.access import requires
from booking.web.extensions import db

pages = Blueprint("health", __name__)


@pages.get("/healthz")
@requires("door.open")
def alive() -> Response:
    """The process answers; it asks the database nothing."""
    return jsonify(status="alive")


@pages.get("/readyz")
@requires("door.open")
def ready() -> Response | tuple[Response, int, dict[str, str]]:
    """200 when the database is reachable and migrated to this release, else 503 and why."""
    try:
        with db.engine.connect() as connection:
            reason = "" if migrate.is_current(connection) else "migrations"
    except SQLAlchemyError:
        reason = "database"
    return (jsonify(status="not ready", reason=reason), 503, {"Retry-After": "5"}) if reason else jsonify(status="ready")
