"""Documents as a download, to whoever may see what they are of. What is inside never runs: not here, not in the browser."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, current_app, send_file

from booking.clock import now
from booking.queries.documents import readable
from booking.rules.refusals import NotFound
from booking.services.documents import path_of
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.session import current_actor

HARMLESS = "sandbox; default-src 'none'; frame-ancestors 'none'"

pages = Blueprint("documents", __name__, url_prefix="/documenten")


@pages.get("/<int(max=999999999):document>")
@requires("document.read")
def show(document: int) -> Response:
    """One document, as a file to keep."""
    found = readable(db.session(), current_actor(), document, now())
    path = path_of(folder(), found.file)
    if not path.is_file():
        raise NotFound()
    answer = send_file(path, found.media_type, as_attachment=True, download_name=found.name, conditional=True, etag=False)
    answer.headers["Content-Security-Policy"] = HARMLESS
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def folder() -> Path:
    """Where documents are kept."""
    return Path(current_app.config["INSTANCE"]) / "documents"
