"""What must happen by itself happens once per turn, however many processes run, and no mail is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from booking import jobs
from booking.jobs import Job
from booking.rules.mailing import SETTLING
from booking.services import outbox, records, upkeep
from booking.services.calendar_imports import Fetcher, Means
from booking.services.transaction import transaction
from booking.words import jobs as jobs_in_words
from models import Account, IdempotencyKey, JobRun, Outbox
from models.engine import options_for, prepare
from tests.support.mailbox import Mailbox, listening
from tests.support.many import own_session, together
from tests.support.ports import free_port

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
BASE = "https://uitleen.example"
SETTLED = NOW + SETTLING
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def smtp(mailbox: Mailbox) -> Iterator[str]:
    with listening(mailbox, free_port()) as url:
        yield url


def write(session: Session, reader: str) -> None:
    payload = {"reference": "SD-2027-000012", "number": 2, "owner": "Ranst", "reason": "tot dan"}
    with transaction(session):
        records.mail(session, NOW, "line_approve", [reader], payload, "nl")


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

    together(4, tick)
    assert len(runs) == 10
    with own_session(database) as session:
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
    done = {job.name: jobs.run(engine, job, NOW) for job in jobs.jobs(outbox.mailer(smtp, BASE), Means(b"", Fetcher()))}
    engine.dispose()
    assert done == dict.fromkeys(done, 0)
    assert done.keys() == {job.name for job in jobs.JOBS} | {"mail", "calendars"}
    assert done.keys() <= jobs_in_words.NAMES.keys() == jobs_in_words.DOES.keys()


def test_turns_are_kept_for_a_week_idle_ones_for_a_day_and_answers_to_repeated_requests_for_thirty_days(session):
    account = Account(email="ann@x.example", name="Ann", created_at=NOW)
    session.add(account)
    session.flush()
    for age in (1, 6, 8, 29, 31):
        then = NOW - timedelta(days=age)
        session.add(JobRun(job="tidy", due_at=then, started_at=then))
        session.add(JobRun(job="mail", due_at=then, started_at=then, ended_at=then, outcome="0"))
        session.add(IdempotencyKey(account_id=account.id, key=str(age), request_hash=bytes(32), status=201, body={}, created_at=then))
    session.commit()
    assert upkeep.tidy(session, NOW) == 8
    assert list(session.scalars(select(IdempotencyKey.key).order_by(IdempotencyKey.id))) == ["1", "6", "8", "29"]
    runs = select(JobRun.due_at).order_by(JobRun.id)
    assert list(session.scalars(runs.where(JobRun.job == "tidy"))) == [NOW - timedelta(days=age) for age in (1, 6)]
    assert list(session.scalars(runs.where(JobRun.job == "mail"))) == [NOW - timedelta(days=1)]  # nothing was done


def test_what_a_mail_said_is_forgotten_after_ninety_days_and_to_whom_after_four_hundred(session):
    for age, state in ((1, "sent"), (91, "sent"), (91, "failed"), (91, "waiting"), (401, "sent")):
        then = NOW - timedelta(days=age)
        left = {"sent_at": then} if state == "sent" else {"error": "550"} if state == "failed" else {}
        row = {"event": "line_approve", "recipient": "a@x.example", "payload": {"number": 1}, "message_id": f"{age}{state}", **left}
        session.add(Outbox(**row, state=state, created_at=then, not_before=then))
    session.commit()
    assert upkeep.tidy(session, NOW) == 4
    assert upkeep.tidy(session, NOW) == 0
    kept = session.execute(select(Outbox.payload, Outbox.recipient).order_by(Outbox.id)).all()
    assert [(bool(payload), bool(reader)) for payload, reader in kept] == [
        (True, True), (False, True), (False, True), (True, True), (False, False),
    ]  # fmt: skip


def test_the_process_sends_what_waits_and_stops_when_asked(session, database, mailbox, smtp, tmp_path):
    write(session, "sofie@lindekapel.example")
    settings = {"DATABASE_URL": database, "SMTP_URL": smtp, "STREEKDEPOT_INSTANCE": str(tmp_path), "STREEKDEPOT_NOW": SETTLED.isoformat()}
    command = [sys.executable, "-m", "flask", "--app", "app", "jobs"]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings}, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 40
    while not mailbox.received and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, len(mailbox.received)) == (0, 1), said
