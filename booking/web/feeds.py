"""The calendar behind a secret address, for whatever program fetches it."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, current_app, request

from booking.clock import now
from booking.formats.ical import etag
from booking.queries.feeds import FeedCard, feed_by_token, work_of
from booking.rules.periods import local
from booking.rules.refusals import Busy
from booking.services.feeds import fetched
from booking.services.keys import digest
from booking.web.access import requires
from booking.web.agenda import calendar
from booking.web.extensions import db

pages = Blueprint("ical", __name__)

# The address is the key: it is not to be found by a search engine, told to another site or left in a shared cache.
SECRET = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}


@pages.get("/feeds/<token>.ics")
@requires("feed.fetch")
def fetch(token: str) -> Response:
    """All events, or 304 to who has this version already; that touches no task."""
    session, moment = db.session(), now()
    today = local(moment).date()
    feed = feed_by_token(session, digest(token), today)
    tag = tag_of(feed, today)
    _remember(feed)
    if request.if_none_match.contains_weak(tag.strip('"')):
        response = Response(status=304)
    else:
        response = Response(calendar(feed, work_of(session, feed, today), current_app.config["BASE_URL"]), mimetype="text/calendar")
        response.headers["Content-Disposition"] = "inline; filename=streekdepot.ics"
    response.headers.update({**SECRET, "ETag": tag})
    return response


def tag_of(feed: FeedCard, today: date) -> str:
    """The ETag of a feed as it is today."""
    return etag(feed.id, feed.version[0], feed.version[1], today, feed.name, feed.language)


def _remember(feed: FeedCard) -> None:
    try:
        fetched(db.session(), feed, now())
    except Busy:  # a calendar that can be read is not refused because a disk is full
        db.session.rollback()
