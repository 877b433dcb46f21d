"""Photographs of how something went out and came back, to whoever may see the loan."""

from __future__ import annotations

from flask import Blueprint, Response, send_file

from booking.clock import now
from booking.queries.documents import readable
from booking.queries.handovers import SUBJECT
from booking.rules.refusals import NotFound
from booking.services.documents import path_of
from booking.web.access import requires
from booking.web.documents import HARMLESS, folder
from booking.web.extensions import db
from booking.web.session import current_actor

AN_HOUR = 3_600

pages = Blueprint("handovers", __name__, url_prefix="/uitgiftes")


@pages.get("/fotos/<int(max=999999999):state>.webp")
@requires("document.read")
def photo(state: int) -> Response:
    """One photograph in one size, to be shown; a page that is looked at again does not fetch it again."""
    found = readable(db.session(), current_actor(), state, now())
    path = path_of(folder(), found.file)
    if found.subject != SUBJECT or not path.is_file():
        raise NotFound()
    answer = send_file(path, found.media_type, download_name=found.name, max_age=AN_HOUR, conditional=True, etag=False)
    answer.cache_control.private, answer.cache_control.public = True, None
    answer.headers["Content-Security-Policy"] = HARMLESS
    return answer
