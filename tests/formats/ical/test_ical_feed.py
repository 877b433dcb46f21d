"""A feed as calendar programs expect it: complete, in order, and a cancellation that reaches them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
import vobject

from booking.formats.ical import etag, render_event


def test_a_full_event_reads_back_whole(make_event, feed, read_by_icalendar):
    event = make_event(
        location="Kerkplein 1, 2520 Ranst",
        description="Sleutel bij de balie.",
        geo=(51.1897, 4.5606),
        url="https://depot.example/tasks/17",
        categories=("Leveren", "Toiletwagen"),
        status="TENTATIVE",
        transparent=True,
        alarms=(30, 24 * 60),
    )

    (read,) = read_by_icalendar(feed(event))

    assert {name: read[name].to_ical() for name in ("UID", "SEQUENCE", "STATUS", "TRANSP", "URL", "CATEGORIES", "LOCATION")} == {
        "UID": b"task-17@streekdepot.example",
        "SEQUENCE": b"2",
        "STATUS": b"TENTATIVE",
        "TRANSP": b"TRANSPARENT",
        "URL": b"https://depot.example/tasks/17",
        "CATEGORIES": b"Leveren,Toiletwagen",
        "LOCATION": rb"Kerkplein 1\, 2520 Ranst",
    }
    assert read["GEO"].to_ical() == "51.1897;4.5606"
    assert [alarm["TRIGGER"].dt for alarm in read.walk("VALARM")] == [timedelta(minutes=-30), timedelta(days=-1)]


def test_the_moments_of_record_keeping_are_in_utc(make_event, feed):
    lines = feed(make_event()).decode().split("\r\n")

    assert {"DTSTAMP:20270503T093000Z", "LAST-MODIFIED:20270503T093000Z", "CREATED:20270501T080005Z"} <= set(lines)


def test_the_head_tells_both_the_standard_and_the_older_names(make_event, feed):
    data = feed(make_event(), description="Alles van de loods", url="https://depot.example/feeds", language="fr")
    head, _, _ = data.partition(b"BEGIN:VTIMEZONE")

    assert sorted(head.decode().split("\r\n")) == [
        "",
        "BEGIN:VCALENDAR",
        "CALSCALE:GREGORIAN",
        "DESCRIPTION:Alles van de loods",
        "NAME:Loods Ranst",
        "PRODID:-//Streekdepot//Streekdepot//FR",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "URL:https://depot.example/feeds",
        "VERSION:2.0",
        "X-PUBLISHED-TTL:PT1H",
        "X-WR-CALDESC:Alles van de loods",
        "X-WR-CALNAME:Loods Ranst",
        "X-WR-TIMEZONE:Europe/Brussels",
    ]


def test_the_calendar_has_no_uid_of_its_own(make_event, feed):
    """Vdirsyncer takes a calendar's UID for the UID of each event in it, and keeps one of them."""
    data = feed(make_event(), make_event(uid="task-18@streekdepot.example"))

    assert "UID" not in icalendar.Calendar.from_ical(data)
    assert data.count(b"\r\nUID:") == 2
    assert data.count(b"BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_events_keep_the_order_they_were_given_in(count, make_event, feed, read_by_icalendar, read_by_vobject):
    uids = [f"task-{(n * 7) % 40}@streekdepot.example" for n in range(count)]
    data = feed(*(make_event(uid=uid) for uid in uids))

    assert [str(event["UID"]) for event in read_by_icalendar(data)] == uids
    assert [event.uid.value for event in read_by_vobject(data)] == uids


def test_a_cancellation_keeps_its_uid_and_raises_its_sequence(make_event, feed, read_by_vobject):
    planned = make_event(alarms=(30,))
    cancelled = replace(planned, sequence=3, status="CANCELLED", changed_at=datetime(2027, 6, 1, 8, tzinfo=UTC))

    (before,), (after,) = read_by_vobject(feed(planned)), read_by_vobject(feed(cancelled))

    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.last_modified.value > before.last_modified.value
    assert (after.status.value, after.transp.value) == ("CANCELLED", "TRANSPARENT")
    assert "valarm" not in after.contents, "what does not take place must not ring"


def test_the_same_event_gives_the_same_bytes(make_event):
    assert render_event(make_event()) == render_event(make_event())


@pytest.mark.parametrize(
    "changes", [{"status": "confirmed"}, {"sequence": -1}, {"geo": (91.0, 4.5)}, {"geo": (float("nan"), 4.5)}], ids=str
)
def test_what_only_a_programmer_gets_wrong_is_refused(changes, make_event):
    with pytest.raises(ValueError, match="event "):
        make_event(**changes)


def test_the_feed_serialises_again_by_the_other_library(make_event, feed):
    """Vobject validates what it writes: required properties, cardinality, known time zones."""
    vobject.readOne(feed(make_event(alarms=(15,))).decode()).serialize()


def test_an_etag_is_strong_and_names_feed_version_and_variant():
    tags = [etag(1, 2), etag(2, 1), etag(12, 3), etag(1, 23), etag("1", 2), etag(1, 2, "fr"), etag(1, 2, "fr", "2027-06-12")]

    assert len(set(tags)) == len(tags)
    assert etag(1, 2, "fr") == etag(1, 2, "fr")
    assert all(tag.startswith('"') and tag.endswith('"') and tag[1:-1].isalnum() for tag in tags)
