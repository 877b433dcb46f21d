"""What must happen by itself happens once per turn, however many processes run, and no mail is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from booking import jobs
from booking.jobs import Job
from booking.services import outbox, records, upkeep
from booking.services.transaction import transaction
from models import Account, IdempotencyKey, JobRun, Outbox
from models.engine import options_for, prepare
from tests.support.ports import free_port

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
BASE = "https://uitleen.example"
ROOT = Path(__file__).resolve().parents[2]


class Mailbox:
    """A mail server on the loopback; `refusing` maps an address to the answer it gets instead."""

    def __init__(self) -> None:
        self.refusing: dict[str, str] = {}
        self.received: list[EmailMessage] = []

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address in self.refusing:
            return self.refusing[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@contextmanager
def listening(mailbox: Mailbox, port: int) -> Iterator[str]:
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{port}?from=uitleen@streekdepot.example"
    finally:
        controller.stop()


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def smtp(mailbox: Mailbox) -> Iterator[str]:
    with listening(mailbox, free_port()) as url:
        yield url


def write(session: Session, *recipients: str, event: str = "line_approve", language: str = "nl") -> None:
    payload = {"reference": "SD-2027-000012", "number": 2, "owner": "Ranst\r\nBcc: x@y.example", "reason": "tot dan"}
    with transaction(session):
        records.mail(session, NOW, event, recipients, payload, language)


def state(session: Session) -> list[tuple[str, int]]:
    found = [(row.state, row.attempts) for row in session.execute(select(Outbox.state, Outbox.attempts).order_by(Outbox.id))]
    session.rollback()
    return found


def test_a_mail_is_sent_with_its_words_its_link_and_its_own_message_id(session, mailbox, smtp):
    write(session, "sofie@lindekapel.example", language="fr")
    assert outbox.send_waiting(session, outbox.mailer(smtp, BASE), NOW) == 1
    [mail] = mailbox.received
    kept = session.scalars(select(Outbox)).one()
    assert mail["Message-ID"] == f"<{kept.message_id}>"
    assert (mail["From"], mail["To"]) == ("Streekdepot <uitleen@streekdepot.example>", "sofie@lindekapel.example")
    assert (mail["List-Id"], mail["Auto-Submitted"]) == ("Streekdepot <mail.uitleen.example>", "auto-generated")
    assert mail["Subject"] == "SD-2027-000012 : approuvé"
    assert mail["Bcc"] is None
    for form in ("plain", "html"):
        text = mail.get_body((form,)).get_content()
        assert "La ligne 2 est approuvée par Ranst" in text
        assert "https://uitleen.example/fr/reservaties/SD-2027-000012" in text
    assert (kept.state, kept.sent_at, kept.attempts) == ("sent", NOW, 1)
    assert outbox.send_waiting(session, outbox.mailer(smtp, BASE), NOW + timedelta(days=1)) == 0


def test_a_refusal_for_now_is_tried_again_later_and_one_for_good_stays_visible(session, mailbox, smtp):
    mailbox.refusing = {"later@x.example": "450 try later", "never@x.example": "550 no such user"}
    write(session, "later@x.example", "never@x.example", "sofie@lindekapel.example")
    mail = outbox.mailer(smtp, BASE)
    assert outbox.send_waiting(session, mail, NOW) == 1
    assert state(session) == [("waiting", 1), ("failed", 1), ("sent", 1)]
    assert "550" in session.scalar(select(Outbox.error).where(Outbox.state == "failed"))
    assert outbox.send_waiting(session, mail, NOW + timedelta(seconds=59)) == 0
    assert outbox.send_waiting(session, mail, NOW + timedelta(minutes=1)) == 0
    assert state(session)[0] == ("waiting", 2)
    mailbox.refusing = {}
    assert outbox.send_waiting(session, mail, NOW + timedelta(minutes=4)) == 1
    assert state(session)[0] == ("sent", 3)


def test_a_server_that_is_away_loses_nothing(session, mailbox):
    port = free_port()
    write(session, "sofie@lindekapel.example")
    mail = outbox.mailer(f"smtp://127.0.0.1:{port}", BASE)
    assert outbox.send_waiting(session, mail, NOW) == 0
    assert state(session) == [("waiting", 1)]
    with listening(mailbox, port):
        assert outbox.send_waiting(session, mail, NOW + timedelta(hours=1)) == 1
    assert mailbox.received[0]["From"] == "Streekdepot <streekdepot@uitleen.example>"


def test_who_dies_between_sending_and_ticking_off_sends_the_same_message_again(session, mailbox, smtp):
    write(session, "sofie@lindekapel.example")
    mail = outbox.mailer(smtp, BASE)

    def send_and_die(message: EmailMessage) -> None:
        mail.post(message)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        outbox.send_waiting(session, outbox.Mailer(send_and_die, mail.sender, BASE), NOW)
    assert outbox.send_waiting(session, mail, NOW + timedelta(seconds=59)) == 0
    assert outbox.send_waiting(session, mail, NOW + outbox.LEASE) == 1
    first, second = mailbox.received
    assert first["Message-ID"] == second["Message-ID"]


def test_several_senders_share_the_work_and_send_nothing_twice(session, database, mailbox, smtp):
    write(session, *(f"person{number}@x.example" for number in range(120)))
    start, sent = Barrier(4), []

    def send() -> None:
        with opened(database) as mine:
            start.wait()
            while done := outbox.send_waiting(mine, outbox.mailer(smtp, BASE), NOW):
                sent.append(done)

    together([Thread(target=send) for _ in range(4)])
    assert sum(sent) == 120
    assert len({mail["To"] for mail in mailbox.received}) == len(mailbox.received) == 120


@contextmanager
def opened(database: str) -> Iterator[Session]:
    engine = prepare(create_engine(database, **options_for(database)))
    with Session(engine, expire_on_commit=False, autoflush=False) as mine:
        yield mine
    engine.dispose()


def together(threads: list[Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)


def test_of_many_processes_one_takes_each_turn(database):
    runs: list[datetime] = []
    job = Job("count", timedelta(minutes=1), lambda _session, moment: runs.append(moment) or 1)
    start = Barrier(4)

    def tick() -> None:
        engine = prepare(create_engine(database, **options_for(database)))
        start.wait()
        for minute in range(10):
            for second in (0, 7, 59):
                jobs.run(engine, job, NOW + timedelta(minutes=minute, seconds=second))
        engine.dispose()

    together([Thread(target=tick) for _ in range(4)])
    assert len(runs) == 10
    with opened(database) as session:
        turns = session.execute(select(JobRun.due_at, JobRun.outcome).order_by(JobRun.due_at)).all()
    assert [tuple(turn) for turn in turns] == [(NOW + timedelta(minutes=minute), "1") for minute in range(10)]


def test_a_job_that_fails_says_so_and_the_next_turn_comes(database, caplog):
    def fail(_session: Session, _moment: datetime) -> int:
        raise ZeroDivisionError

    engine = prepare(create_engine(database, **options_for(database)))
    job = Job("fails", timedelta(minutes=1), fail)
    assert [jobs.run(engine, job, NOW + timedelta(minutes=minute)) for minute in range(2)] == [None, None]
    with Session(engine) as session:
        assert list(session.scalars(select(JobRun.outcome))) == ["ZeroDivisionError", "ZeroDivisionError"]
    engine.dispose()
    assert caplog.text.count("job fails") == 2


def test_every_job_runs_on_an_empty_house(database, smtp):
    engine = prepare(create_engine(database, **options_for(database)))
    done = {job.name: jobs.run(engine, job, NOW) for job in jobs.jobs(outbox.mailer(smtp, BASE))}
    engine.dispose()
    assert done == dict.fromkeys(done, 0)
    assert done.keys() > {"mail", "expire", "overdue", "lapsed", "conflicts", "upkeep", "imports", "simulations", "tidy", "horizon"}


def test_turns_are_kept_for_a_week_and_answers_to_repeated_requests_for_thirty_days(session):
    account = Account(email="ann@x.example", name="Ann", created_at=NOW)
    session.add(account)
    session.flush()
    for age in (1, 6, 8, 29, 31):
        then = NOW - timedelta(days=age)
        session.add(JobRun(job="tidy", due_at=then, started_at=then))
        session.add(IdempotencyKey(account_id=account.id, key=str(age), request_hash=bytes(32), status=201, body={}, created_at=then))
    session.commit()
    assert upkeep.tidy(session, NOW) == 4
    assert list(session.scalars(select(IdempotencyKey.key).order_by(IdempotencyKey.id))) == ["1", "6", "8", "29"]
    assert list(session.scalars(select(JobRun.due_at).order_by(JobRun.id))) == [NOW - timedelta(days=age) for age in (1, 6)]


def test_the_process_sends_what_waits_and_stops_when_asked(session, database, mailbox, smtp, tmp_path):
    write(session, "sofie@lindekapel.example")
    settings = {"DATABASE_URL": database, "SMTP_URL": smtp, "STREEKDEPOT_INSTANCE": str(tmp_path), "STREEKDEPOT_NOW": NOW.isoformat()}
    command = [sys.executable, "-m", "flask", "--app", "app", "jobs"]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings}, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 40
    while not mailbox.received and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, len(mailbox.received)) == (0, 1), said
