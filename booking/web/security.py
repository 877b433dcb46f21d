"""What every request is asked and every answer carries: the same origin, a token for whatever changes something, the headers."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, request

from booking.rules.refusals import Refused
from booking.services.keys import new_key, sealed
from booking.web.problems import is_api
from booking.web.scripts import policy
from booking.web.session import bearer_token, current_visit, give_key, presented_key

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD, HEADER = "csrf_token", "X-CSRF-Token"

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
OWN = ("Content-Security-Policy", "Permissions-Policy")
"""What an answer may say for itself: a download is stricter than pages are, and the page that scans labels asks for the camera."""

A_YEAR = 31_536_000

KEYED = frozenset({"mails.stop"})
"""What is posted without a page of ours: a mail program sends it, and the key in its address is all the proof there is (RFC 8058)."""


class Forged(Refused):
    """A request that changes something was sent by another site."""

    status = 400

    def __init__(self) -> None:
        super().__init__("request_forged")


class FormExpired(Refused):
    """A form of ours came back without a token that fits this browser: it was open too long, or someone signed in or out meanwhile."""

    status = 400

    def __init__(self) -> None:
        super().__init__("form_expired")


def hang(app: Flask) -> None:
    """Check what comes in, and put the headers on what goes out."""
    app.before_request(refuse_forgery)
    app.after_request(add_headers)


def refuse_forgery() -> None:
    """Raises Forged or FormExpired for an unsafe request without proof that a page of ours sent it. A bearer token is such a proof."""
    if request.method in SAFE or request.routing_exception or bearer_token() is not None or request.endpoint in KEYED:
        return
    if is_api() and not presented_key():  # no cookie came along that another site could abuse; without a token it is 401
        return
    if _from_elsewhere():
        raise Forged()
    if not token_fits(request.headers.get(HEADER) or request.form.get(FIELD, "")):
        raise FormExpired()


def csrf_token() -> str:
    """The token of this browser's forms. It follows from the cookie, so a visitor who only reads costs no row; signing in changes it."""
    if not presented_key():
        give_key(new_key())
    return _expected()


def token_fits(token: str) -> bool:
    """True when `token` was made for this browser as it is signed in now."""
    return bool(presented_key()) and hmac.compare_digest(token.encode(), _expected().encode())


def _expected() -> str:
    visit = current_visit()
    proof = visit.csrf if visit else presented_key()
    return sealed(current_app.config["SECRET_KEY"].encode(), "csrf", proof).hex()


def _from_elsewhere() -> bool:
    """True when the browser itself says that another site sent this.

    A page that tells no referrer hides its origin as well; then the word of a browser that names the site has to do.
    """
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site not in {"same-origin", "none", None}:
        return True
    if origin == "null" and site == "same-origin":
        return False
    return origin is not None and origin.partition("://")[2] not in {request.host, urlsplit(current_app.config["BASE_URL"]).netloc}


def always() -> dict[str, str]:
    """The headers that no answer goes without."""
    secure = {"Strict-Transport-Security": f"max-age={A_YEAR}; includeSubDomains"} if current_app.config["SECURE"] else {}
    return {**ALWAYS, "Content-Security-Policy": policy(), **secure}


def add_headers(response: Response) -> Response:
    """The headers of T-6A, on every answer there is."""
    own = {name: response.headers[name] for name in OWN if name in response.headers}
    response.headers.update({**always(), **own})
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("X-Request-ID", g.get("request_id", ""))
    if request.endpoint == "static" and response.status_code in {200, 304}:
        _cache_static(response)
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "private, no-store"
    if response.mimetype == "text/html":
        response.vary.update(("Cookie", "HX-Request-Type"))
    return response


def _cache_static(response: Response) -> None:
    """A file asked for by its version never changes."""
    if "v" in request.args:
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
