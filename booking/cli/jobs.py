"""`flask jobs`: the scheduler process, one or more beside the web server."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial

import click
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import Engine

from booking.clock import now
from booking.jobs import Job, run
from booking.jobs import jobs as all_jobs
from booking.rules.refusals import Busy
from booking.services.calendar_imports import Fetcher, Means
from booking.services.outbox import mailer
from booking.web.extensions import db

log = logging.getLogger(__name__)

MIDNIGHT = datetime.fromtimestamp(0, UTC)
"""All processes count their turns from the same moment, so that each tick falls at the beginning of its own turn."""


@click.command()
@with_appcontext
def jobs() -> None:
    """Send mails, end what lapsed, find what is late, and tidy up, until stopped. Several may run: each turn is taken by one."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    config = current_app.config
    mail = mailer(config["SMTP_URL"], config["BASE_URL"], config["SECRET_KEY"].encode())
    if mail is None:
        log.warning("SMTP_URL is not set: mails wait in the outbox until it is.")
    serve(db.engine, all_jobs(mail, Means(config["SECRET_KEY"].encode(), Fetcher(loopback=config["FETCH_LOOPBACK"]))))


def serve(engine: Engine, todo: Iterable[Job]) -> None:
    """Run these jobs until the process is asked to stop; what is under way is then finished first."""
    scheduler = BlockingScheduler(timezone=UTC, executors={"default": ThreadPoolExecutor(4)})
    for job in todo:
        tick = partial(turn, engine, job)
        scheduler.add_job(tick, misfire_grace_time=None)  # at once, for what waited while nobody ran
        often = {"seconds": job.every.total_seconds(), "start_date": MIDNIGHT}
        scheduler.add_job(tick, "interval", **often, max_instances=1, coalesce=True, misfire_grace_time=None)
    for asked_to_stop in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked_to_stop, lambda *_: scheduler.shutdown(wait=True))
    scheduler.start()


def turn(engine: Engine, job: Job) -> None:
    """One tick of the scheduler. A database that is away for a moment is there again at the next one."""
    try:
        run(engine, job, now())
    except Busy:
        log.warning("job %s: the database was busy or away", job.name)
