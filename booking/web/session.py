"""Who is at the door: our own cookie or a bearer token, read once per request; Flask's client-side session stays shut."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, NoReturn

from flask import Flask, Request, Response, current_app, g, request
from flask.sessions import NullSession, SessionInterface
from flask_login import AnonymousUserMixin, LoginManager, UserMixin, current_user
from sqlalchemy.exc import SQLAlchemyError

from booking.clock import now
from booking.queries import actors
from booking.rules.periods import local
from booking.rules.permissions import NOBODY, Actor
from booking.rules.refusals import Busy, NotSignedIn, Refused
from booking.services.keys import digest, new_key
from booking.services.sign_in import SEEN_EVERY, Caller, Door, proof_of_device, seen
from booking.web.extensions import db

_KEY = re.compile(r"[A-Za-z0-9_-]{43}")
A_YEAR = 31_536_000


class Person(UserMixin):
    """Someone we know. Holds the actor; `visit` is None for a program with a bearer token."""

    def __init__(self, actor: Actor, visit: actors.Visit | None = None) -> None:
        self.id, self.actor, self.visit = actor.account_id, actor, visit


class Stranger(AnonymousUserMixin):
    """Anyone else."""

    actor, visit = NOBODY, None


def hang(app: Flask) -> None:
    """Let Flask-Login ask us who someone is, and let nothing be written in the browser but our own cookie."""
    manager = LoginManager(app, add_context_processor=False)
    manager.session_protection = None
    manager.anonymous_user = Stranger
    manager.request_loader(_load)
    app.config["REMEMBER_COOKIE_NAME"] = "__Host-none"  # nobody is remembered; a planted cookie of the usual name must not be read
    app.session_interface = _Shut()
    app.after_request(_write_cookie)


def current_actor() -> Actor:
    """Who asks. One query, at the first call of a request. Raises NotSignedIn when a bearer token is not (or no longer) valid."""
    return current_user.actor


def reader() -> Actor:
    """Who looks at this page; nobody while the database is away, for an error page must not need it."""
    if g.get("database_away"):
        return NOBODY
    try:
        return current_actor()
    except Refused:
        return NOBODY
    except SQLAlchemyError:
        g.database_away = True  # once is enough to wait for
        return NOBODY


def arriving() -> Actor:
    """Who this answer is for: whoever signs in, or out, by this very request, else who asks."""
    if "new_key" not in g:
        return reader()
    person = _load(request)
    return person.actor if person else NOBODY


def look_again() -> None:
    """Forget who was believed to ask: the next who wants to know asks the database."""
    g.pop("_login_user", None)
    g.in_doubt = True


def current_visit() -> actors.Visit | None:
    """The signed-in browser that asks; None for strangers and programs."""
    return current_user.visit


def cookie_name(suffix: str = "") -> str:
    """On https the browser itself keeps a `__Host-` cookie to this host, the whole site and Secure."""
    return f"{'__Host-' if current_app.config['SECURE'] else ''}streekdepot{suffix}"


def presented_key() -> str:
    """The key of the cookie that came with this request, or that will leave with its answer; empty when there is none."""
    key = g.get("new_key", request.cookies.get(cookie_name(), ""))
    return key if _KEY.fullmatch(key) else ""


def give_key(key: str) -> None:
    """Send this key with the answer as the browser's cookie; an empty one takes the cookie away."""
    g.new_key = key


def bearer_token() -> str | None:
    """The token of `Authorization: Bearer`, if the request came with one."""
    header = request.authorization
    return (header.token or "") if header and header.type == "bearer" else None


def door() -> Door:
    """How this installation's front door is set."""
    config = current_app.config
    return Door(config["SECRET_KEY"].encode(), config["PASSWORD_COST"], timedelta(hours=config["IDLE_HOURS"]), config["DEMO"])


def caller() -> Caller:
    """Where this request comes from."""
    return Caller(request.remote_addr or "", request.user_agent.string, presented_key(), request.cookies.get(cookie_name("-known"), ""))


def keep_device(email: str) -> None:
    """Let this browser show, at a later sign-in, that this account signed in from it before."""
    g.known_device = proof_of_device(door(), email, new_key()[:16])


def _load(_request: Request) -> Person | None:
    """Flask-Login's request loader. Whoever shows a token is judged by it alone: its cookie then counts for nothing."""
    token, moment = bearer_token(), now()
    today = local(moment).date()
    if token is not None:
        key = digest(token)
        actor = (_may_believe() and actors.believed_by_token(db.session(), key, today)) or actors.actor_by_token(db.session(), key, today)
        if not actor.account_id:
            raise NotSignedIn("token_wrong")
        return Person(actor)
    key = presented_key()
    visit = actors.find_visit(db.session(), digest(key), moment, today) if key else None
    if visit is None:
        return None
    if moment - visit.seen_at >= SEEN_EVERY:
        try:
            seen(db.session(), visit.id, visit.created_at, door().idle, moment, _request.remote_addr)
        except Busy:  # a page that can be read is not refused because a disk is full
            db.session.rollback()
    return Person(visit.actor, visit)


def _may_believe() -> bool:
    return "in_doubt" not in g and getattr(current_app.view_functions.get(request.endpoint or ""), "believes", False)


def _write_cookie(response: Response) -> Response:
    key = g.pop("new_key", None)
    if key is not None:
        set_cookie(response, cookie_name(), key)
    if proof := g.pop("known_device", None):
        set_cookie(response, cookie_name("-known"), proof, A_YEAR)
    return response


def set_cookie(response: Response, name: str, value: str, seconds: int | None = None) -> None:
    """A cookie with every flag; an empty value takes it away. Without `seconds` it goes when the browser closes."""
    flags: dict[str, Any] = {"secure": current_app.config["SECURE"], "httponly": True, "samesite": "Lax", "path": "/"}
    response.set_cookie(name, value, max_age=seconds if value else 0, **flags)


class _Shut(SessionInterface):
    """Flask's own session: empty to read, an error to write."""

    class null_session_class(NullSession):  # noqa: N801 - the name that Flask looks for
        def _fail(self, *_args: Any, **_kwargs: Any) -> NoReturn:
            raise RuntimeError("Nothing is kept in Flask's client-side session: use booking.web.notices, or a table.")

        __setitem__ = __delitem__ = clear = pop = popitem = update = setdefault = _fail

    def open_session(self, app: Flask, _request: Request) -> NullSession:
        return self.make_null_session(app)

    def save_session(self, _app: Flask, _session: Any, _response: Response) -> None:
        """Nothing to keep."""
