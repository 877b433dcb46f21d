"""Every mail there is, in three languages, sent over SMTP and read as whoever gets it reads it; and what one can do about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from icalendar import Calendar
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException

from booking.demo import cast
from booking.queries.mail_choices import is_off
from booking.rules.mailing import SETTLING, Family, essential, family_of, masked
from booking.services import mail_choices, outbox, records, reservations
from booking.services.outbox.composing import INVITING
from booking.services.transaction import transaction
from booking.web.extensions import db
from booking.web.language import without_language
from booking.words import LANGUAGES
from booking.words.mail import SUBJECTS
from models import MailChoice, Outbox
from tests.services.world import World, period
from tests.support.mailbox import Mailbox, listening
from tests.support.mails import PAYLOAD
from tests.support.ports import free_port
from tests.web.visitor import Visitor

pytestmark = pytest.mark.one_engine

BASE = "https://uitleen.example"
USE = period("2027-06-12 14:00", "2027-06-12 22:00")
ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


@pytest.fixture
def app(database: str, open_app) -> Iterator[Flask]:
    with open_app(database, DEMO=True) as opened:
        yield opened


@pytest.fixture
def world(app: Flask) -> Iterator[World]:
    """The region, on a session beside the application: who visits it must not share a context with the test."""
    with app.app_context():
        engine = db.engine
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        yield World(session)


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


def test_a_desk_sees_at_its_dossier_that_a_mail_did_not_arrive(app: Flask, world: World) -> None:
    reference = world.lend(cast.HALL_RANST, USE)
    values = {"state": "failed", "error": "550 no such user", "recipient": "niemand@lindekapel.example"}
    world.session.execute(update(Outbox).where(Outbox.event == "line_approve").values(**values))
    world.session.commit()
    desk, organiser = Visitor(app), Visitor(app)
    desk.comes_signed_in(cast.DESK_RANST)
    organiser.comes_signed_in(cast.ORGANISER)
    told = desk.get(f"/werklijst/{reference}").text
    assert "n…@lindekapel.example" in told
    assert "niemand@" not in told
    assert organiser.get(f"/werklijst/{reference}").status_code in {403, 404}


def test_who_looks_after_the_installation_tries_again_what_failed(app: Flask, world: World) -> None:
    world.lend(cast.HALL_RANST, USE)
    world.session.execute(update(Outbox).where(Outbox.event == "line_approve").values(state="failed", error="550 no", bundle_id=Outbox.id))
    world.session.execute(update(Outbox).where(Outbox.event != "line_approve").values(state="sent", sent_at=world.now))
    world.session.commit()
    [(name, reader)] = world.session.execute(select(Outbox.message_id, Outbox.recipient).where(Outbox.state == "failed")).all()
    steward = Visitor(app)
    steward.comes_signed_in(cast.STEWARD)
    page = steward.get("/beheer/achtergrondwerk").text
    assert "Het achtergrondwerk draaide nog nooit" in page
    assert masked(reader) in page
    assert reader not in page
    assert steward.send("/beheer/achtergrondwerk/mails", {"mail": name}).status_code == 303
    assert steward.send("/beheer/achtergrondwerk/mails", {"mail": name}).status_code == 303  # it waits already: said, not done
    world.session.rollback()
    again = world.session.execute(select(Outbox.state, Outbox.attempts).where(Outbox.message_id == name)).one()
    assert tuple(again) == ("waiting", 0)


def test_a_reader_switches_off_what_may_be_by_the_link_of_a_mail_and_nothing_else(app: Flask, world: World) -> None:
    secret, reader = app.config["SECRET_KEY"].encode(), "sofie@lindekapel.example"
    address = mail_choices.stop_address(secret, reader, Family.REMINDERS)
    assert reader not in address
    program = Visitor(app)  # without any cookie
    assert program.get(address).status_code == 200
    assert not is_off(world.session, reader, Family.REMINDERS)
    assert program.open("POST", address, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    world.session.rollback()
    assert is_off(world.session, reader, Family.REMINDERS)
    assert program.open("POST", address, data={"aan": "1"}).status_code == 200
    world.session.rollback()
    assert not is_off(world.session, reader, Family.REMINDERS)
    essential_one = mail_choices.stop_address(secret, reader, Family.DECISIONS)
    forged = mail_choices.stop_address(b"another secret", reader, Family.REMINDERS)
    assert {program.open("POST", each).status_code for each in (essential_one, forged, f"{address}x")} == {404}


def test_paces_are_chosen_for_addresses_of_one_s_own_only(app: Flask, world: World) -> None:
    sofie, desk = Visitor(app), Visitor(app)
    sofie.comes_signed_in(cast.ORGANISER)
    desk.comes_signed_in(cast.DESK_RANST)
    own = {"address": cast.ORGANISER, "decisions": "daily", "progress": "off", "reminders": "at_once"}
    assert sofie.send("/account/berichten", own).status_code == 303
    assert sofie.send("/account/berichten", {**own, "decisions": "off"}).status_code == 422
    assert desk.send("/account/berichten", own).status_code == 422
    world.session.rollback()
    kept = world.session.execute(select(MailChoice.address, MailChoice.family, MailChoice.pace).order_by(MailChoice.family)).all()
    assert [tuple(row) for row in kept] == [(cast.ORGANISER, "decisions", "daily"), (cast.ORGANISER, "progress", "off")]
