"""What must happen by itself: each job with how often it is due, and its turns, each taken by one of however many processes run."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from booking.clock import now
from booking.services import feeds, importing, incidents, maintenance, order_digest, reminders, reservations, simulations, upkeep, waiting
from booking.services.administration import agreements
from booking.services.calendar_imports import Means, refresh_due
from booking.services.outbox import Mailer, drain
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


MAIL, MAIL_EVERY = "mail", timedelta(seconds=15)
CALENDARS, CALENDARS_EVERY = "calendars", timedelta(minutes=15)

JOBS = (
    Job("expire", timedelta(minutes=1), reservations.expire),
    Job("waiting", timedelta(minutes=1), waiting.end_offers),
    Job("overdue", timedelta(minutes=10), incidents.find_overdue),
    Job("lapsed", timedelta(minutes=10), maintenance.find_lapsed),
    Job("conflicts", timedelta(minutes=10), incidents.sweep_conflicts),
    Job("upkeep", timedelta(hours=6), maintenance.propose_due),
    Job("imports", timedelta(minutes=5), importing.resume),
    Job("simulations", timedelta(minutes=5), simulations.resume),
    Job("tidy", timedelta(hours=1), upkeep.tidy),
    Job("agreements", timedelta(hours=6), agreements.remind),
    Job("feeds", timedelta(hours=6), feeds.remind),
    Job("horizon", timedelta(hours=6), incidents.reach_horizon),
    Job("digest", timedelta(hours=6), order_digest.post_digests),
    Job("remind", timedelta(minutes=30), reminders.remind),
)
"""All but the mail, which wants a server, and the calendars of others, which want the web: in the order in which people would name them."""


def jobs(mailer: Mailer | None, means: Means | None = None) -> tuple[Job, ...]:
    """All there is to do. Without a mail server mails wait, without means no calendar is fetched, and nothing else changes."""
    mail = Job(MAIL, MAIL_EVERY, lambda session, moment: drain(session, mailer, moment) if mailer else 0)
    calendars = Job(CALENDARS, CALENDARS_EVERY, lambda session, moment: refresh_due(session, means, moment) if means else 0)
    return (*((mail,) if mailer else ()), *JOBS, *((calendars,) if means else ()))


def slot(every: timedelta, moment: datetime) -> datetime:
    """The latest moment at which something was due that is done every so often: all processes count from the same midnight."""
    seconds = int(every.total_seconds())
    return datetime.fromtimestamp(int(moment.timestamp()) // seconds * seconds, UTC)


def run(engine: Engine, job: Job, moment: datetime) -> int | None:
    """Do a job that is due at `moment`, unless another process took this turn (then None). Returns what the work returned.

    A turn is a row that can be written once. What goes wrong is kept with it and logged; the next turn finds the work again, for every job
    looks for what is left to do.
    """
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        try:
            with transaction(session):
                turn = add(session, JobRun, job=job.name, due_at=slot(job.every, moment), started_at=moment, outcome="")
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
