"""Most fetches of a calendar find nothing new, all day and all night: those are answered before a request is unpacked.

Whatever else a fetch needs (a body, a refusal, the hour's note that the feed is in use) is left to the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.http import parse_etags

from booking.clock import now
from booking.queries.feeds import feed_at_a_glance
from booking.rules.periods import local
from booking.rules.refusals import Refused
from booking.services.feeds import check_pace, due
from booking.services.keys import digest
from booking.web.extensions import db
from booking.web.feeds import SECRET, tag_of
from booking.web.security import always

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_ADDRESS = re.compile(r"/feeds/([A-Za-z0-9_-]{43})\.ics")


def hang(app: Flask) -> None:
    """Stand before the application."""
    with app.app_context():
        engine, headers = db.engine, [*always().items(), *SECRET.items()]
    inner: Application = app.wsgi_app

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        held = environ.get("HTTP_IF_NONE_MATCH")
        found = _ADDRESS.fullmatch(environ["PATH_INFO"]) if held and environ["REQUEST_METHOD"] == "GET" else None
        tag = _held_tag(engine, found[1], held) if held and found else ""
        if not tag:
            return inner(environ, start)
        start("304 NOT MODIFIED", [*headers, ("ETag", tag)])
        return []

    app.wsgi_app = answer  # type: ignore[method-assign]


def _held_tag(engine: Engine, token: str, held: str) -> str:
    """The version of the feed behind an address, when it is held already; empty for what the page itself must answer, and counts."""
    moment = now()
    today = local(moment).date()
    try:
        feed = feed_at_a_glance(engine, digest(token), today)
        if feed is None:
            return ""
        check_pace(engine, feed, moment)
    except (Refused, SQLAlchemyError):
        return ""
    tag = tag_of(feed, today)
    return tag if parse_etags(held).contains_weak(tag.strip('"')) and not due(engine, feed, moment) else ""
