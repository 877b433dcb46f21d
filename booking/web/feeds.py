"""The calendar behind a secret address, for whatever program fetches it."""

from __future__ import annotations

from datetime import date, datetime

from flask import Blueprint, Response, current_app, request

from booking.clock import now
from booking.formats.ical import content_tag, etag
from booking.queries.feeds import FeedCard, feed_by_token
from booking.rules.periods import local
from booking.rules.refusals import Busy
from booking.services.feeds import check_pace, fetched
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
    """All events, or 304 to who has this version already; that touches no event. What lapses has no version: it is worked out each time."""
    session, moment = db.session(), now()
    today = local(moment).date()
    feed = feed_by_token(session, digest(token), today)
    check_pace(db.engine, feed, moment)
    _remember(feed, moment)
    tag = tag_of(feed, today)
    held = bool(tag) and request.if_none_match.contains_weak(tag.strip('"'))
    body = b"" if held else calendar(session, feed, moment, current_app.config["BASE_URL"])
    tag = tag or content_tag(body)
    if held or request.if_none_match.contains_weak(tag.strip('"')):
        response = Response(status=304)
    else:
        response = Response(body, mimetype="text/calendar")
        response.headers["Content-Disposition"] = "inline; filename=streekdepot.ics"
    response.headers.update({**SECRET, "ETag": tag})
    return response


def tag_of(feed: FeedCard, today: date) -> str:
    """The ETag of a feed as it is today; empty for one that only its content tells."""
    if feed.version is None:
        return ""
    seen = None if feed.seen is None else sorted(feed.seen)
    return etag(feed.id, *feed.version, today, feed.name, feed.language, feed.detail, feed.alarms, seen)


def _remember(feed: FeedCard, moment: datetime) -> None:
    try:
        fetched(db.session(), feed, moment)
    except Busy:  # a calendar that can be read is not refused because a disk is full
        db.session.rollback()
