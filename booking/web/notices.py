"""A word to someone on the next page they see: codes in a short-lived signed cookie, for nothing else is kept in the browser."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, current_app, g, request
from itsdangerous import BadData, URLSafeTimedSerializer

from booking.web.problems import plain
from booking.web.session import cookie_name, set_cookie

SECONDS = 120


def hang(app: Flask) -> None:
    """Send and take away the cookie."""
    app.after_request(_write)


def notice(code: str, /, tone: str = "ok", **details: Any) -> None:
    """Say `code` (a sentence of booking/words with its details) at the top of the next page; tone is ok, notice or problem."""
    g.setdefault("notices", []).append([code, tone, plain(details)])


def take_notices() -> list[tuple[str, str, dict[str, Any]]]:
    """What is to be said now, as (code, tone, details); it is said once."""
    kept = request.cookies.get(cookie_name("-notices"))
    g.notices_taken = bool(kept)
    said = [*_read(kept), *g.pop("notices", [])]
    return [(code, tone, details) for code, tone, details in said]


def _read(kept: str | None) -> list[Any]:
    try:
        return _signer().loads(kept, max_age=SECONDS) if kept else []
    except BadData:
        return []


def _write(response: Response) -> Response:
    waiting = g.pop("notices", [])
    if waiting:
        earlier = [] if g.get("notices_taken") else _read(request.cookies.get(cookie_name("-notices")))
        set_cookie(response, cookie_name("-notices"), _signer().dumps([*earlier, *waiting][-5:]), SECONDS)
    elif g.get("notices_taken"):
        set_cookie(response, cookie_name("-notices"), "")
    return response


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="notices")
