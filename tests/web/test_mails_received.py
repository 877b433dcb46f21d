"""Every mail there is, in three languages, sent over SMTP and read as whoever gets it reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from icalendar import Calendar
from werkzeug.exceptions import HTTPException

from booking.demo import cast
from booking.rules.mailing import SETTLING, essential, family_of
from booking.services import outbox, records, reservations
from booking.services.outbox.composing import INVITING
from booking.services.transaction import transaction
from booking.web.extensions import db
from booking.web.language import without_language
from booking.words import LANGUAGES
from booking.words.mail import SUBJECTS
from tests.services.world import World, period
from tests.support.mailbox import Mailbox, listening
from tests.support.mails import PAYLOAD
from tests.support.ports import free_port

pytestmark = pytest.mark.one_engine

BASE = "https://uitleen.example"
USE = period("2027-06-12 14:00", "2027-06-12 22:00")
ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


@pytest.fixture
def world(app: Flask) -> Iterator[World]:
    with app.app_context():
        yield World(db.session())


def test_every_mail_arrives_whole_in_each_language_with_links_that_lead_somewhere(app: Flask, world: World) -> None:
    reference = world.lend(cast.HALL_RANST, USE)
    session, mailbox, adapter = world.session, Mailbox(), app.url_map.bind("localhost")
    session.rollback()
    sent = [(event, language) for event in SUBJECTS for language in LANGUAGES]
    payload = {**PAYLOAD, "reference": reference, "number": 1}
    with transaction(session):
        for event, language in sent:
            records.mail(session, world.now, event, [f"{event}.{language}@x.example"], payload, language)
    with listening(mailbox, free_port()) as url:
        mail = outbox.mailer(url, BASE, b"secret")
        while outbox.drain(session, mail, world.now + SETTLING):
            pass
    received = {str(found["To"]).partition("@")[0]: found for found in mailbox.received}
    assert {f"{event}.{language}" for event, language in sent} <= received.keys()
    for event, language in sent:
        _assert_whole(adapter, event, language, received[f"{event}.{language}"])


def _assert_whole(adapter, event: str, language: str, found: EmailMessage) -> None:
    assert found["Content-Language"] == language
    assert found["Subject"]
    assert all(found[name] for name in ("Message-ID", "Date", "From", "List-Id", "Auto-Submitted"))
    kinds = [part.get_content_type() for part in found.walk() if not part.is_multipart()]
    assert kinds == ["text/plain", "text/html"], event  # a calendar part is for who borrows
    optional = not essential(family_of(event))
    assert (found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click") is optional, event
    told = [found.get_body((kind,)).get_content() for kind in ("plain", "html")]
    links = {link.rstrip(".,)") for text in told for link in ADDRESS.findall(text)} | set(ADDRESS.findall(found["List-Unsubscribe"] or ""))
    assert links
    for link in links:
        assert link.startswith(f"{BASE}/{language}/"), (event, link)
        try:
            adapter.match(without_language(link.removeprefix(BASE)), method="GET")
        except HTTPException:
            pytest.fail(f"{event} leads nowhere: {link}")


def test_who_borrows_gets_it_in_a_calendar_and_out_again(world: World) -> None:
    session, mailbox, sofie = world.session, Mailbox(), world.actor(cast.ORGANISER)
    reference = world.ask(cast.HALL_RANST, USE)
    reservations.approve(session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    with listening(mailbox, free_port()) as url:
        mail = outbox.mailer(url, BASE, b"secret")
        outbox.drain(session, mail, world.now + SETTLING)
        later = world.now + timedelta(hours=1)
        reservations.cancel_line(session, sofie, reference, 1, later)
        outbox.drain(session, mail, later + SETTLING)
    parts = [
        (found["To"], part)
        for found in mailbox.received
        for part in found.walk()
        if part.get_content_type() == "text/calendar" and not part.get_filename()
    ]
    assert [part.get_param("method") for _, part in parts] == ["REQUEST", "CANCEL"]
    asked, off = (Calendar.from_ical(part.get_content().encode()).walk("VEVENT")[0] for _, part in parts)
    assert asked["UID"] == off["UID"]
    assert off["SEQUENCE"] > asked["SEQUENCE"]
    assert {str(to) for to, _ in parts} == {asked["ATTENDEE"].removeprefix("mailto:")}
    [owner] = {found["Reply-To"] for found in mailbox.received if found["To"] in {to for to, _ in parts}}
    assert asked["ORGANIZER"] == f"mailto:{owner}"
    assert {"line_approve", "own_cancel"} <= INVITING
