"""What processes do that are killed: one sends mails, the other takes the turns of a job.

Their leases and turns are short, so that minutes of a crash fit in seconds.
"""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from booking.cli.jobs import serve
from booking.clock import now
from booking.jobs import Job
from booking.services import outbox
from booking.services.outbox import sending
from models.engine import options_for, prepare

LEASE = timedelta(seconds=2)
TURN = timedelta(seconds=1)
BASE = "https://uitleen.example"


def send(url: str, smtp: str) -> None:
    """Send what waits, again and again."""
    sending.LEASE, sending.LONGEST, sending.AT_ONCE = LEASE, timedelta(seconds=1), 5
    mail = outbox.mailer(smtp, BASE, b"secret")
    engine = prepare(create_engine(url, **options_for(url)))
    while True:
        with Session(engine, expire_on_commit=False, autoflush=False) as session:
            outbox.drain(session, mail, now())
        time.sleep(0.05)


def keep_sending(url: str, smtp: str, begins: str, every: float) -> None:
    """Do what the job does, every so many seconds, on a clock that begins at a moment and goes on."""
    mail, first, began = outbox.mailer(smtp, BASE, b"secret"), datetime.fromisoformat(begins), time.monotonic()
    engine = prepare(create_engine(url, **options_for(url)))
    while True:
        with Session(engine, expire_on_commit=False, autoflush=False) as session:
            outbox.drain(session, mail, first + timedelta(seconds=int(time.monotonic() - began)))
        time.sleep(every)


def take_turns(url: str, file: str) -> None:
    """Write a line for each turn that this process took."""

    def work(_session: Session, moment: datetime) -> int:
        with Path(file).open("a") as told:
            told.write(f"{int(moment.timestamp())} {os.getpid()}\n")
        return 1

    serve(prepare(create_engine(url, **options_for(url))), [Job("tick", TURN, work)])
