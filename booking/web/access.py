"""Every route says which act it is for; who could never do that act does not get in, and a route that says nothing does not start."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import Flask, abort, current_app, redirect, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from booking.queries.actors import doubted
from booking.rules.permissions import ALLOWED, Standing, could
from booking.rules.refusals import NotAllowed, NotSignedIn, Refused
from booking.web.extensions import db
from booking.web.language import here
from booking.web.problems import is_api
from booking.web.security import SAFE
from booking.web.session import bearer_token, current_actor, look_again

View = TypeVar("View", bound=Callable[..., Any])


class Undeclared(RuntimeError):
    """A route without a declared permission."""


def requires(act: str) -> Callable[[View], View]:
    """Declare the act of a view; put it nearest to the function. Raises KeyError for an act that `permissions.ALLOWED` does not hold.

    This opens the route to whoever could do the act to something. Whether it may be done to this subject is judged where the subject is
    fetched: queries and services take the actor, and raise NotFound for a stranger.
    """
    ALLOWED[act]

    def declare(view: View) -> View:
        view.act = act  # type: ignore[attr-defined]
        return view

    return declare


def believing(view: View) -> View:
    """For a view whose whole work goes through `idempotency.once`, which sees whether a token still stands for whom it did. Until then it
    is taken for that, which spares a journey to the database; any refusal before that is judged anew, by who it is now.
    """

    @wraps(view)
    def answer(**values: Any) -> Any:
        try:
            given = view(**values)
        except (Refused, HTTPException):
            if not doubted(db.session()):
                raise
            look_again()
            turned_away = admit()
            return view(**values) if turned_away is None else turned_away
        if doubted(db.session()):
            raise RuntimeError(f"{view.__name__} answered somebody it had not looked at")
        return given

    answer.believes = True  # type: ignore[attr-defined]
    return answer  # type: ignore[return-value]


def hang(app: Flask) -> None:
    """Judge every request before its view runs."""
    app.before_request(admit)


def check(app: Flask) -> None:
    """Raises Undeclared when a route does not say for which act it is."""
    silent = sorted(str(rule) for rule in app.url_map.iter_rules() if rule.endpoint != "static" and act_of(app, rule.endpoint) is None)
    if silent:
        raise Undeclared(f"Put @requires(act) on the views of {', '.join(silent)}")


def act_of(app: Flask, endpoint: str) -> str | None:
    """The declared act of an endpoint."""
    return getattr(app.view_functions[endpoint], "act", None)


def admit() -> Response | None:
    """Let through, send a stranger to the sign-in page and back, or raise NotSignedIn (API) or NotAllowed."""
    if request.routing_exception or request.endpoint in {None, "static"}:
        return None
    act = act_of(current_app, request.endpoint)
    if act is None:
        abort(404)
    if Standing.ANYONE in ALLOWED[act] and bearer_token() is None:
        return None
    actor = current_actor()
    if could(actor, act):
        return None
    if doubted(db.session()):
        look_again()
        return admit()
    if actor.account_id:
        raise NotAllowed()
    if is_api():
        raise NotSignedIn()
    back = here() if request.method in SAFE else None
    return redirect(url_for("auth.sign_in", next=back), 303)
