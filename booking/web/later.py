"""What the crew enters where there is no connection: how a form that waited on the telephone is answered, and what keeps pages there."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, current_app, render_template, request, url_for

from booking.web.access import requires
from booking.web.language import without_language

ASKED, NEXT = "X-Later", "X-Next"
DOORS = ("auth.sign_in", "second_factor.set_up")

pages = Blueprint("later", __name__)


def hang(app: Flask) -> None:
    """Answer a script that sends a form later in its own way."""
    app.after_request(told)


def told(response: Response) -> Response:
    """For static/js/later.js a redirect is where to go next, not a page to be read on the way there, which would use up what it says.

    To whoever must sign in first, or set up a second step, 401: nothing was done yet, and the form waits until they have.
    """
    if ASKED in request.headers and request.method == "POST" and response.status_code in {302, 303}:
        target = response.headers.pop("Location")
        response.data, response.status_code = b"", 204
        response.headers[NEXT] = target
        if without_language(urlsplit(target).path) in {url_for(door).removeprefix(request.script_root) for door in DOORS}:
            response.status_code = 401
    return response


@pages.get("/worker.js")
@requires("door.open")
def worker() -> Response:
    """The worker that keeps pages; at the root, for it keeps only what lies under it."""
    response = current_app.send_static_file("js/worker.js")
    response.headers["Cache-Control"] = "no-cache"
    return response


@pages.get("/zonder-verbinding")
@requires("door.open")
def unreachable() -> str:
    """What a telephone shows for a page that it does not have, where there is no connection."""
    return render_template("later/unreachable.html")
