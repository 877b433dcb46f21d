"""The scheduler process: what must happen by itself, each due moment once, however many processes run."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler
from sqlalchemy import Engine, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from booking.clock import now
from booking.rules.refusals import Busy
from booking.services import importing, incidents, maintenance, order_digest, reservations, simulations, upkeep, waiting
from booking.services.administration import agreements
from booking.services.outbox import Mailer, send_waiting
from booking.services.rows import add
from booking.services.transaction import transaction
from models import JobRun

log = logging.getLogger(__name__)
Work = Callable[[Session, datetime], int]


@dataclass(frozen=True, slots=True)
class Job:
    """Something done every so often; `work` returns how much there was to do."""

    name: str
    every: timedelta
    work: Work


def jobs(mailer: Mailer | None) -> tuple[Job, ...]:
    """All there is to do. Without a mail server mails wait, and nothing else changes."""
    every_day = (
        Job("expire", timedelta(minutes=1), reservations.expire),
        Job("waiting", timedelta(minutes=1), waiting.end_offers),
        Job("overdue", timedelta(minutes=10), incidents.find_overdue),
        Job("lapsed", timedelta(minutes=10), maintenance.find_lapsed),
        Job("conflicts", timedelta(minutes=10), incidents.sweep_conflicts),
        Job("upkeep", timedelta(days=1), maintenance.propose_due),
        Job("imports", timedelta(minutes=5), importing.resume),
        Job("simulations", timedelta(minutes=5), simulations.resume),
        Job("tidy", timedelta(hours=1), upkeep.tidy),
        Job("agreements", timedelta(hours=6), agreements.remind),
        Job("horizon", timedelta(days=1), incidents.reach_horizon),
        Job("digest", timedelta(hours=6), order_digest.post_digests),
    )
    if mailer is None:
        return every_day
    return (Job("mail", timedelta(seconds=15), lambda session, moment: send_waiting(session, mailer, moment)), *every_day)


def slot(job: Job, moment: datetime) -> datetime:
    """The latest moment at which a job was due: all processes count from the same midnight."""
    seconds = int(job.every.total_seconds())
    return datetime.fromtimestamp(int(moment.timestamp()) // seconds * seconds, UTC)


def run(engine: Engine, job: Job, moment: datetime) -> int | None:
    """Do a job that is due at `moment`, unless another process took this turn (then None). Returns what the work returned.

    A turn is a row that can be written once. What goes wrong is kept with it and logged; the next turn finds the work again, for every job
    looks for what is left to do.
    """
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        try:
            with transaction(session):
                turn = add(session, JobRun, job=job.name, due_at=slot(job, moment), started_at=moment, outcome="")
        except IntegrityError:
            return None
        outcome, done = "", None
        try:
            done = job.work(session, moment)
            outcome = str(done)
        except Exception as error:
            session.rollback()
            outcome = type(error).__name__
            log.exception("job %s", job.name)
        with transaction(session):
            session.execute(update(JobRun).where(JobRun.id == turn).values(ended_at=now(), outcome=outcome))
        return done


def serve(engine: Engine, mailer: Mailer | None) -> None:
    """Run all jobs until the process is asked to stop; what is under way is then finished first."""
    if mailer is None:
        log.warning("SMTP_URL is not set: mails wait in the outbox until it is.")
    scheduler = BlockingScheduler(timezone=UTC, executors={"default": ThreadPoolExecutor(4)})
    for job in jobs(mailer):
        tick = partial(turn, engine, job)
        scheduler.add_job(tick, misfire_grace_time=None)  # at once, for what waited while nobody ran
        scheduler.add_job(tick, "interval", seconds=job.every.total_seconds(), max_instances=1, coalesce=True, misfire_grace_time=None)
    for asked_to_stop in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked_to_stop, lambda *_: scheduler.shutdown(wait=True))
    scheduler.start()


def turn(engine: Engine, job: Job) -> None:
    """One tick of the scheduler. A database that is away for a moment is there again at the next one."""
    try:
        run(engine, job, now())
    except Busy:
        log.warning("job %s: the database was busy or away", job.name)
