"""`flask jobs`: the scheduler process, one or more beside the web server."""

from __future__ import annotations

import logging

import click
from flask import current_app
from flask.cli import with_appcontext

from booking import jobs as scheduler
from booking.services.outbox import mailer
from booking.web.extensions import db


@click.command()
@with_appcontext
def jobs() -> None:
    """Send mails, end what lapsed, find what is late, and tidy up, until stopped. Several may run: each turn is taken by one."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    config = current_app.config
    scheduler.serve(db.engine, mailer(config["SMTP_URL"], config["BASE_URL"], config["SECRET_KEY"].encode()))
