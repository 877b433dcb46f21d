"""`flask demo`: a region to look around in."""

from __future__ import annotations

import json

import click
from flask.cli import with_appcontext

from booking.clock import now
from booking.demo.cast import PASSWORD, SIGN_INS
from booking.demo.certificates import write_certificates
from booking.demo.history import load_history
from booking.demo.region import is_loaded, load_region
from booking.demo.timetables import follow_timetables
from booking.demo.told import told
from booking.rules.periods import local
from booking.services.transaction import transaction
from booking.web.documents import folder
from booking.web.extensions import db


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print who and what is in it as one JSON object, and nothing else.")
@click.option("--history/--no-history", default=True, show_default=True, help="Two years of reservations too.")
@with_appcontext
def demo(*, as_json: bool, history: bool) -> None:
    """Load the demo region with its history, all or nothing. Safe to repeat: what is there is left as people changed it."""
    session, today = db.session(), local(now()).date()
    there = is_loaded(session)
    with transaction(session):
        load_region(session, today)
        if history:
            load_history(session, today)
        if not there:
            write_certificates(session, folder())
    if history:
        follow_timetables(session, now())
    if as_json:
        click.echo(json.dumps(told(session, today), ensure_ascii=False))
        return
    click.echo("The demo region was there already." if there else "The demo region is loaded. Everybody's password is:")
    if not there:
        click.echo("\n".join((f"  {PASSWORD}", "Sign in, for example, as:", *(f"  {email}" for email in SIGN_INS))))
