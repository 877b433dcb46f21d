"""`flask init`: make the database or bring it up to date."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import with_appcontext

from booking import config, migrate
from booking.queries.start import untouched
from booking.services.start import start_code
from booking.web.extensions import db


@click.command()
@click.option("--hosts", default=1, show_default=True, help="How many hosts will open this database.")
@with_appcontext
def init(hosts: int) -> None:
    """Create the database, or migrate it to this release. Safe to repeat."""
    url = current_app.config["SQLALCHEMY_DATABASE_URI"]
    try:
        config.refuse_shared_file(url, hosts)
    except config.Misconfigured as error:
        raise click.ClickException(str(error)) from error
    migrate.upgrade(url)
    click.echo("The database is up to date.")
    if not current_app.config["DEMO"] and untouched(db.session()):
        address, code = current_app.config["BASE_URL"], start_code(current_app.config["SECRET_KEY"].encode())
        click.echo(f"Nobody has an account yet. Make the first one on {address}/start with start code {code}")
