"""Every route says which act it is for; who could never do that act does not get in, and a route that says nothing does not start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from booking.rules.permissions import ALLOWED, Standing, could
from booking.rules.refusals import NotAllowed, NotSignedIn
from booking.web.language import here
from booking.web.problems import is_api
from booking.web.security import SAFE
from booking.web.session import bearer_token, current_actor

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
    if actor.account_id:
        raise NotAllowed()
    if is_api():
        raise NotSignedIn()
    back = here() if request.method in SAFE else None
    return redirect(url_for("auth.sign_in", next=back), 303)
