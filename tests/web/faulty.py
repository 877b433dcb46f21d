"""Routes that fail on purpose, one per way in which an answer can go wrong; hung on the application of a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from flask import Flask
from sqlalchemy import exc, text

from booking.rules.lifecycle import IllegalMove, LineState, Party
from booking.rules.periods import InvalidTime
from booking.rules.permissions import Actor
from booking.rules.refusals import Busy, NotAllowed, NotFound, Refused, Taken
from booking.web.access import requires
from booking.web.extensions import db

SECRET_DETAIL = "Jan Janssens, 12.03.1980"


def _raise(error: Exception) -> NoReturn:
    raise error


FAULTS: dict[str, tuple[int, Callable[[], object]]] = {
    "refused": (422, lambda: _raise(Refused("units_not_positive", units=0))),
    "not-found": (404, lambda: _raise(NotFound())),
    "not-allowed": (403, lambda: _raise(NotAllowed())),
    "taken": (409, lambda: _raise(Taken(asset="Podium 1", lines=[Actor(name=SECRET_DETAIL)]))),
    "busy": (503, lambda: _raise(Busy())),
    "illegal-move": (409, lambda: _raise(IllegalMove(LineState.CLOSED, LineState.APPROVED, Party.DESK))),
    "invalid-time": (422, lambda: _raise(InvalidTime("time_nonexistent", time="2027-03-28T02:30"))),
    "database-away": (503, lambda: _raise(exc.OperationalError("SELECT 1", {}, Exception("connection refused")))),
    "pool-empty": (503, lambda: _raise(exc.TimeoutError("QueuePool limit"))),
    "wrong-statement": (500, lambda: db.session.execute(text("SELECT nothing FROM nowhere"))),
    "mistake": (500, lambda: _raise(KeyError(SECRET_DETAIL))),
}


def hang(app: Flask) -> None:
    """Each fault at `/faulty/<name>` for people and `/api/v1/faulty/<name>` for programs."""
    for name, (_, act) in FAULTS.items():
        for prefix in ("/faulty/", "/api/v1/faulty/"):
            app.add_url_rule(f"{prefix}{name}", f"{prefix}{name}", requires("door.open")(lambda act=act: act()))
