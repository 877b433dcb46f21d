"""An address is a key: known to its subscriber alone, held back when it is read too fast, and over in time (TEST_PLAN T-69)."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import select, text, update

from booking.demo import cast
from booking.queries.feeds import feeds_of
from booking.rules.feeds import MOST_FETCHES
from booking.services import feeds
from booking.services.feeds.pace import WRITTEN_EVERY
from booking.web.extensions import db
from booking.words import letter
from models import Base, Feed, Outbox
from tests.services.world import moment
from tests.support.engines import on_both_engines
from tests.web.feeds.following import stage, subscribe

pytestmark = pytest.mark.one_engine


def test_the_address_is_kept_from_caches_searchers_and_other_sites(region, get):
    answer = get(subscribe(region))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@on_both_engines
def test_no_working_address_is_in_the_database_nor_in_a_log(region, get, caplog):
    """After making, fetching, changing, renewing and reminding: every column of every row, and every line that was logged."""
    caplog.set_level(logging.DEBUG)
    stage(region)
    technician = region.actor(cast.TECHNICIAN_ZANDHOVEN)
    made = subscribe(region, until=date(2027, 3, 10))
    get(made)
    (feed,) = feeds_of(region.session, technician)
    fresh = feeds.rotate(region.session, technician, feed.id, region.now)
    assert [get(token).status_code for token in (made, fresh, "unknown-and-wrong")] == [404, 200, 404]
    assert feeds.remind(region.session, moment("2027-03-02 09:00")) == 1
    feeds.renew(region.session, technician, feed.id, region.now)
    tables = (region.session.execute(text(f"SELECT * FROM {table.name}")) for table in Base.metadata.sorted_tables)
    dump = "\n".join(repr(tuple(row)) for rows in tables for row in rows)
    assert "feed.rotate" in dump
    assert "Loods" in dump
    assert [token for token in (made, fresh) if token in dump or token in caplog.text] == []
    assert len(fresh) >= 43
    assert len(feed.token_hash) == 32


def test_the_logs_of_servers_mask_it(caplog):
    """Of the development server and of gunicorn, were it told to log what is fetched."""
    caplog.set_level(logging.INFO)
    key = "A" * 43
    logging.getLogger("werkzeug").info('127.0.0.1 - - [x] "%s" %s', f"GET /feeds/{key}.ics HTTP/1.1", 200)
    asked = {"h": "127.0.0.1", "r": f"GET /nl/feeds/{key}.ics", "f": f"/feeds/{key}.ics"}
    logging.getLogger("gunicorn.access").info('%(h)s "%(r)s" "%(f)s"', asked)
    locked = f"gAAAAAB{'C' * 113}=="
    logging.getLogger("werkzeug").info('127.0.0.1 - - [x] "%s" %s', f"GET /fr/berichten/{locked} HTTP/1.1", 200)
    assert key not in caplog.text
    assert locked[:-2] not in caplog.text
    assert caplog.text.count("/feeds/***.ics") == 3


def test_an_address_is_read_sixty_times_an_hour_whether_or_not_there_is_news(region, get, at):
    token = subscribe(region)
    tag = get(token).headers["ETag"]
    answers = [get(token, If_None_Match=tag).status_code for _ in range(MOST_FETCHES - 1)]
    assert answers == [304] * (MOST_FETCHES - 1)
    refused, whole = get(token, If_None_Match=tag), get(token)
    assert (refused.status_code, whole.status_code) == (429, 429)
    assert refused.headers["Retry-After"] == "3600"
    at("2027-03-01T10:00:00+01:00")
    assert get(token, If_None_Match=tag).status_code == 304
    assert get(subscribe(region)).status_code == 200


@pytest.mark.parametrize("has_it", [True, False])
def test_a_fetch_counts_once_and_is_written_down_one_time_in_ten(region, get, has_it):
    token = subscribe(region)
    tag = get(token).headers["ETag"] if has_it else get(token).headers["ETag"].replace('"', '"older', 1)
    seen = []
    for _ in range(2 * WRITTEN_EVERY):
        get(token, If_None_Match=tag)
        seen.append(region.session.scalar(select(Feed.fetches)))
        region.session.rollback()
    assert seen == [1] * 9 + [11] * 10 + [21]


def test_an_address_works_until_the_end_of_its_last_day_and_again_once_renewed(region, get, at):
    technician, token = region.actor(cast.TECHNICIAN_ZANDHOVEN), subscribe(region, until=date(2027, 3, 2))
    at("2027-03-02T23:59:00+01:00")
    tag = get(token).headers["ETag"]
    assert get(token, If_None_Match=tag).status_code == 304
    at("2027-03-03T00:00:00+01:00")
    assert [get(token, If_None_Match=tag).status_code, get(token).status_code] == [404, 404]
    feeds.renew(region.session, technician, feeds_of(region.session, technician)[0].id, moment("2027-03-03 00:00"))
    assert get(token).status_code == 200


def test_who_uses_an_address_is_told_once_that_it_ends_and_how_it_goes_on(region, get):
    used, unused = (subscribe(region, until=date(2027, 3, 20), name=name) for name in ("Loods Oost", "Vergeten"))
    get(used)
    days = ("2027-03-05 09:00", "2027-03-06 09:00", "2027-03-07 09:00", "2027-03-21 09:00")
    assert [feeds.remind(region.session, moment(day)) for day in days] == [0, 1, 0, 0]
    assert get(unused).status_code == 200
    mail = region.session.scalars(select(Outbox).where(Outbox.event == "feed_ends")).one()
    written = letter("feed_ends", "nl", mail.payload, "https://depot.example")
    assert (mail.recipient, written.subject) == (cast.TECHNICIAN_ZANDHOVEN, "Uw agenda Loods Oost eindigt op za 20 maart 2027")
    assert written.link == ("Naar mijn agenda's", "https://depot.example/nl/agendas")
    region.session.execute(update(Feed).values(revoked_at=region.now, reminded_at=None))
    region.session.commit()
    assert feeds.remind(region.session, moment("2027-03-07 09:00")) == 0


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_backup_holds_no_working_address(region, get, tmp_path):
    token = subscribe(region)
    get(token)
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(db.engine.url.database or "")) as database:
        database.execute("VACUUM INTO ?", (str(copy),))
    assert token.encode() not in copy.read_bytes()
    assert b"feed.create" in copy.read_bytes()
