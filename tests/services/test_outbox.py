"""No mail is lost, none comes twice without need, and one reader is not flooded (TEST_PLAN T-28)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from threading import Barrier

import pytest
from sqlalchemy import select, update
from sqlalchemy.event import listen, remove
from sqlalchemy.orm import Session

from booking.rules.mailing import SETTLING, Family, Pace
from booking.services import mail_choices, outbox, records
from booking.services.outbox import posting, sending
from booking.services.transaction import transaction
from models import MailChoice, Outbox
from tests.support.engines import on_both_engines
from tests.support.mailbox import Mailbox, listening
from tests.support.mails import PAYLOAD
from tests.support.many import own_session, together
from tests.support.ports import free_port

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
SETTLED = NOW + SETTLING
BASE = "https://uitleen.example"
SOFIE = "sofie@lindekapel.example"

pytestmark = pytest.mark.one_engine


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def smtp(mailbox: Mailbox) -> Iterator[str]:
    with listening(mailbox, free_port()) as url:
        yield url


@pytest.fixture
def mail(smtp: str) -> outbox.Mailer:
    return outbox.mailer(smtp, BASE, b"secret")


def write(session: Session, *readers: str, event: str = "line_approve", language: str = "nl", at: datetime = NOW, number: int = 2) -> None:
    payload = {"reference": "SD-2027-000012", "number": number, "owner": "Ranst\r\nBcc: x@y.example", "reason": "tot dan"}
    with transaction(session):
        records.mail(session, at, event, readers, payload, language)


def state(session: Session) -> list[tuple[str, int]]:
    found = [(row.state, row.attempts) for row in session.execute(select(Outbox.state, Outbox.attempts).order_by(Outbox.id))]
    session.rollback()
    return found


def test_a_mail_is_sent_with_its_words_its_link_and_its_own_message_id(session, mailbox, mail):
    write(session, SOFIE, language="fr")
    assert outbox.drain(session, mail, NOW) == 0  # others may come
    assert outbox.drain(session, mail, SETTLED) == 1
    [found] = mailbox.received
    kept = session.scalars(select(Outbox)).one()
    assert found["Message-ID"] == f"<{kept.message_id}>"
    assert (found["From"], found["To"]) == ("Streekdepot <uitleen@streekdepot.example>", SOFIE)
    assert (found["List-Id"], found["Auto-Submitted"]) == ("Streekdepot <mail.uitleen.example>", "auto-generated")
    assert found["Subject"] == "SD-2027-000012 : approuvé"
    assert found["Bcc"] is found["List-Unsubscribe"] is None
    for form in ("plain", "html"):
        text = found.get_body((form,)).get_content()
        assert "La ligne 2 est approuvée par Ranst" in text
        assert "https://uitleen.example/fr/reservaties/SD-2027-000012" in text
    assert (kept.state, kept.sent_at, kept.attempts) == ("sent", SETTLED, 1)
    assert outbox.drain(session, mail, NOW + timedelta(days=1)) == 0


def test_a_refusal_for_now_is_tried_again_and_one_for_good_stays_visible_until_somebody_asks(session, mailbox, mail):
    mailbox.refusing = {"later@x.example": "450 try later", "never@x.example": "550 no such user"}
    write(session, "later@x.example", "never@x.example", SOFIE)
    assert outbox.drain(session, mail, SETTLED) == 1
    assert state(session) == [("waiting", 1), ("failed", 1), ("sent", 1)]
    assert "550" in session.scalar(select(Outbox.error).where(Outbox.state == "failed"))
    assert outbox.drain(session, mail, SETTLED + timedelta(seconds=59)) == 0
    assert state(session)[0] == ("waiting", 1)
    assert outbox.drain(session, mail, SETTLED + timedelta(minutes=1)) == 0
    assert state(session)[0] == ("waiting", 2)
    mailbox.refusing = {}
    assert outbox.drain(session, mail, SETTLED + timedelta(minutes=3)) == 1
    assert state(session) == [("sent", 3), ("failed", 1), ("sent", 1)]


def test_a_server_that_is_away_costs_no_try_and_everything_leaves_within_two_minutes_of_its_return(session, mailbox):
    port, people = free_port(), [f"person{number}@x.example" for number in range(12)]
    write(session, *people)
    mail = outbox.mailer(f"smtp://127.0.0.1:{port}", BASE)
    for minute in range(10):
        assert outbox.drain(session, mail, SETTLED + timedelta(minutes=minute)) == 0
    assert set(state(session)) == {("waiting", 0)}
    assert session.scalar(select(Outbox.error).order_by(Outbox.id).limit(1)).startswith("ConnectionRefusedError")
    with listening(mailbox, port):
        assert outbox.drain(session, mail, SETTLED + timedelta(minutes=11)) == 12
    assert sorted(found["To"] for found in mailbox.received) == sorted(people)
    assert mailbox.received[0]["From"] == "Streekdepot <streekdepot@uitleen.example>"


def test_after_ten_minutes_of_refusals_for_now_a_mail_is_tried_within_two_minutes_of_their_end(session, mailbox, mail):
    mailbox.refusing = {SOFIE: "421 too busy"}
    write(session, SOFIE)
    for half in range(20):
        assert outbox.drain(session, mail, SETTLED + timedelta(seconds=30 * half)) == 0
    mailbox.refusing = {}
    assert outbox.drain(session, mail, SETTLED + timedelta(minutes=12)) == 1
    assert [sending.wait_after(tries) for tries in (1, 2, 15, 16, 36)] == [timedelta(minutes=each) for each in (1, 2, 2, 4, 360)]


def test_a_server_that_breaks_off_gets_the_same_message_again(session, mailbox, mail):
    mailbox.refusing = {SOFIE: "cut", "other@x.example": "drop"}
    write(session, SOFIE, "other@x.example")
    assert outbox.drain(session, mail, SETTLED) == 0
    mailbox.refusing = {}
    assert outbox.drain(session, mail, SETTLED + timedelta(minutes=1)) == 2
    ids = [found["Message-ID"] for found in mailbox.received if found["To"] == SOFIE]
    assert len(ids) == 2
    assert len(set(ids)) == 1
    assert len(mailbox.received) == 3


def test_a_server_that_dawdles_is_left_before_the_lease_ends_and_the_rest_is_given_back(session, mailbox, mail, monkeypatch):
    monkeypatch.setattr(posting, "LONGEST", timedelta(seconds=1.1))
    monkeypatch.setattr(sending, "LONGEST", timedelta(seconds=60))  # a second of sending, and the lease is too near
    mailbox.slow = 1.5
    write(session, SOFIE, "second@x.example", "third@x.example", event="password_changed")
    assert outbox.drain(session, mail, NOW) == 0
    assert state(session) == [("waiting", 1), ("waiting", 0), ("waiting", 0)]
    mailbox.slow = 0
    assert outbox.drain(session, mail, NOW + timedelta(minutes=2)) == 3


def test_a_fault_of_ours_in_one_mail_keeps_no_other_waiting(session, mailbox, mail, caplog):
    write(session, "first@x.example")
    session.execute(update(Outbox).values(payload={"reference": ["no", "reference"]}))
    session.commit()
    write(session, SOFIE)
    assert outbox.drain(session, mail, SETTLED) == 1
    assert state(session) == [("waiting", 1), ("sent", 1)]


def test_who_dies_between_sending_and_ticking_off_sends_the_same_message_again(session, mailbox, mail):
    write(session, SOFIE)

    def send_and_die(message: EmailMessage) -> None:
        mail.post(message)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        outbox.drain(session, outbox.Mailer(send_and_die, mail.sender, BASE), SETTLED)
    assert outbox.drain(session, mail, SETTLED + timedelta(seconds=59)) == 0
    assert outbox.drain(session, mail, SETTLED + outbox.LEASE) == 1
    first, second = mailbox.received
    assert first["Message-ID"] == second["Message-ID"]


@on_both_engines
def test_several_senders_share_the_work_and_send_nothing_twice(session, database, mailbox, mail):
    write(session, *(f"person{number}@x.example" for number in range(40)))
    outbox.sort_new(session, SETTLED)
    start, sent = Barrier(4), []

    def send() -> None:
        with own_session(database) as mine:
            start.wait()
            while done := outbox.send_waiting(mine, mail, SETTLED):
                sent.append(done)

    together(4, send)
    assert sum(sent) == 40
    assert len({found["To"] for found in mailbox.received}) == len(mailbox.received) == 40


def test_thirty_lines_approved_in_one_go_are_one_mail(session, mailbox, mail):
    for number in range(1, 31):
        write(session, SOFIE, number=number, at=NOW + timedelta(seconds=number // 2))
    write(session, SOFIE, event="password_changed")
    assert outbox.drain(session, mail, NOW + timedelta(seconds=16)) == 1  # a warning waits for nothing
    assert outbox.drain(session, mail, SETTLED) == 1
    warning, flood = mailbox.received
    assert warning["Subject"] == "Uw wachtwoord is gewijzigd"
    assert flood["Subject"] == "SD-2027-000012: 30 × goedgekeurd"
    text = flood.get_body(("plain",)).get_content()
    assert all(f"Lijn {number} is goedgekeurd" in text for number in range(1, 31))
    assert text.count("https://uitleen.example/nl/reservaties/SD-2027-000012") == 1
    assert {each for each, _ in state(session)} == {"sent"}


def test_a_bundle_that_is_sent_again_takes_nothing_new_along(session, mailbox, mail):
    mailbox.refusing = {SOFIE: "cut"}
    write(session, SOFIE, number=1)
    outbox.drain(session, mail, SETTLED)
    write(session, SOFIE, number=2, at=SETTLED)
    mailbox.refusing = {}
    assert outbox.drain(session, mail, SETTLED + timedelta(minutes=1)) == 2
    first, again, new = mailbox.received
    assert first["Message-ID"] == again["Message-ID"] != new["Message-ID"]
    assert "Lijn 2" not in again.get_body(("plain",)).get_content()


def test_who_wants_one_a_day_gets_one_in_the_morning_but_for_what_cannot_wait(session, mailbox, mail):
    mail_choices.keep(session, SOFIE, Family.DECISIONS, Pace.DAILY, NOW)
    mail_choices.keep(session, SOFIE, Family.PROGRESS, Pace.DAILY, NOW)
    for hour, event in enumerate(("line_approve", "line_refuse", "line_hand_over")):
        write(session, SOFIE, event=event, at=NOW + timedelta(hours=hour))
        assert outbox.drain(session, mail, SETTLED + timedelta(hours=hour)) == 0
    with transaction(session):
        records.mail(session, NOW, "waiting_offer", [SOFIE], {**PAYLOAD, "event": "Zomerfeest"})
    assert outbox.drain(session, mail, SETTLED + timedelta(hours=3)) == 1
    assert outbox.drain(session, mail, datetime(2027, 3, 2, 5, 59, tzinfo=UTC)) == 0
    assert outbox.drain(session, mail, datetime(2027, 3, 2, 6, tzinfo=UTC)) == 1
    assert [found["Subject"] for found in mailbox.received][1] == "SD-2027-000012: 3 berichten"


@on_both_engines
def test_of_two_who_choose_for_one_address_at_once_the_later_counts(database, session):
    engine, first = session.get_bind(), list[Pace]()

    def meanwhile(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("INSERT INTO mail_choice") and not first and engine.dialect.name == "postgresql":
            first.append(Pace.OFF)
            with own_session(database) as other:
                mail_choices.keep(other, SOFIE, Family.PROGRESS, Pace.OFF, NOW)

    listen(engine, "before_cursor_execute", meanwhile)
    for pace in (Pace.OFF, Pace.DAILY):
        mail_choices.keep(session, SOFIE, Family.PROGRESS, pace, NOW)
    remove(engine, "before_cursor_execute", meanwhile)
    assert session.execute(select(MailChoice.family, MailChoice.pace)).all() == [(Family.PROGRESS, Pace.DAILY)]


def test_what_a_reader_switched_off_is_dropped_and_says_why(session, mailbox, mail):
    mail_choices.keep(session, SOFIE, Family.PROGRESS, Pace.OFF, NOW)
    write(session, SOFIE, event="line_hand_over")
    assert outbox.drain(session, mail, SETTLED) == 0
    assert session.execute(select(Outbox.state, Outbox.error)).one() == ("dropped", "unwanted")
