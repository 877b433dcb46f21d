"""What cannot be answered as asked, in one place: the family of refusals, HTTP's own, a database that is away, and our mistakes."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, current_app, g, render_template, request
from sqlalchemy import exc
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from booking.rules.lifecycle import IllegalMove
from booking.rules.periods import InvalidTime
from booking.rules.refusals import Busy, Refused
from booking.services.transaction import translated
from booking.web.access import act_of
from booking.web.extensions import db
from booking.web.forms.typed import recognised
from booking.web.language import here, language
from booking.web.problems import is_api, problem
from booking.web.security import FIELD, FormExpired

RETRY_SECONDS = 5
SECRETS = ("password", FIELD)
OF_HTTP = {
    400: "bad_request", 401: "sign_in_first", 403: "not_allowed", 404: "not_found", 405: "method_not_allowed", 413: "too_large",
    415: "media_type_unknown", 429: "rate_limited", 503: "busy_try_again",
}  # fmt: skip

log = logging.getLogger(__name__)


def hang(app: Flask) -> None:
    """Answer every exception; number every request."""
    app.before_request(_number)
    for kind, handler in HANDLERS.items():
        app.register_error_handler(kind, handler)


def answer(status: int, code: str, details: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    """A problem document for a program, a page for a person; never more than the code and details tell."""
    db.session.rollback()
    if status >= 500:
        g.database_away = True  # the page must not ask the database again
    if is_api():
        response = problem(status, code, details, language())
    else:
        response = current_app.make_response((render_template("errors/page.html", status=status, code=code, details=details), status))
    response.headers.update(headers or {})
    if status in {429, 503}:
        response.headers["Retry-After"] = str(details.get("minutes", 0) * 60 or RETRY_SECONDS)
    if status == 401 and is_api():
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _number() -> None:
    g.request_id = secrets.token_hex(8)


def _refused(error: Refused) -> Response:
    return answer(error.status, error.code, error.details)


def _illegal_move(error: IllegalMove) -> Response:
    return answer(409, "move_not_allowed", {"current": error.current, "wanted": error.wanted})


def _invalid_time(error: InvalidTime) -> Response:
    return answer(422, error.code, error.details)


def _expired(error: FormExpired) -> Response:
    """Everything typed comes back in a form with a fresh token; only secrets and files have to be given again."""
    if is_api():
        return answer(error.status, error.code, {})
    typed = [(name, value) for name, value in request.form.items(multi=True) if not name.endswith(SECRETS)]
    door_open = act_of(current_app, request.endpoint or "") == "door.open"
    told, target = recognised(typed, language()), here()
    page = render_template("errors/form_expired.html", typed=typed, recognised=told, target=target, door_open=door_open)
    return current_app.make_response((page, error.status))


def _http(error: HTTPException) -> Response:
    response = error.get_response()
    status = response.status_code
    if status < 400:
        return response
    kept = {name: response.headers[name] for name in ("Allow", "Retry-After", "WWW-Authenticate") if name in response.headers}
    return answer(status, OF_HTTP.get(status, "went_wrong" if status >= 500 else "bad_request"), {}, kept)


def _database(error: exc.SQLAlchemyError) -> Response:
    """A database that is locked, full or away is 503 wherever it shows; a wrong statement is our mistake."""
    if isinstance(error, exc.TimeoutError):
        return _refused(Busy())
    known = translated(error) if isinstance(error, exc.DBAPIError) else error
    return _refused(known) if isinstance(known, Refused) else _mistake(error)


def _mistake(error: Exception) -> Response:
    """What we did not foresee: logged by its number and place, without the message, which may quote a person's data."""
    place = "".join(traceback.format_exception(error) if current_app.config["DEMO"] else traceback.format_tb(error.__traceback__))
    log.error("%s %s %s: %s\n%s", g.get("request_id"), request.method, request.url_rule, type(error).__name__, place)
    return answer(500, "went_wrong", {"reference": g.get("request_id", "")})


HANDLERS: dict[type[Exception], Callable[[Any], Response]] = {
    Refused: _refused,
    FormExpired: _expired,
    IllegalMove: _illegal_move,
    InvalidTime: _invalid_time,
    HTTPException: _http,
    exc.SQLAlchemyError: _database,
    Exception: _mistake,
}
