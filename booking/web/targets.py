"""Where someone goes next: only to a page of ours that exists, whatever the address bar asks."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import current_app, redirect, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response

from booking.rules.kinds import RoleName
from booking.rules.permissions import DECIDING
from booking.web.language import without_language
from booking.web.session import arriving

# One slash, then only what an address of ours is made of: no second slash or backslash, no control character, no scheme.
_LOCAL = re.compile(r"/(?![/\\])[\w\-.~%!$&'()*+,;=:@/?]*", re.ASCII)
_NOT_A_PAGE = ("auth.", "sign_up.", "recovery.", "health.", "feeds.fetch", "static", "api.")


def local_target(wanted: str | None) -> str:
    """`wanted` when it is the path of one of our pages, else the home page."""
    if not wanted or not _LOCAL.fullmatch(wanted) or not _is_page(wanted):
        return home()
    return wanted


def came_from() -> str:
    """The page of ours that the reader was on; "" from anywhere else."""
    try:
        parts = urlsplit(request.referrer or "")
    except ValueError:  # no browser sends it
        return ""
    return f"{parts.path}?{parts.query}".rstrip("?") if parts.netloc == request.host else ""


def led_to(target: str) -> Response:
    """On to a page: by htmx, which reads where in a header, or by the browser itself."""
    if request.headers.get("HX-Request"):
        return Response(status=204, headers={"HX-Redirect": target})
    return redirect(target, 303)


def home() -> str:
    """The first page: the depot's day for who only works there, the search for everybody else."""
    held = {name for _, name in arriving().roles}
    if RoleName.TECHNICIAN in held and not held & DECIDING:
        return url_for("today.show")
    return url_for("catalogue.search") if "catalogue.search" in current_app.view_functions else url_for("account.show")


def _is_page(wanted: str) -> bool:
    parts = urlsplit(wanted)
    if parts.scheme or parts.netloc:
        return False
    adapter = current_app.create_url_adapter(request)
    try:
        endpoint, _ = adapter.match(without_language(parts.path), method="GET") if adapter else ("static", {})
    except (RequestRedirect, HTTPException):
        return False
    return not str(endpoint).startswith(_NOT_A_PAGE)
