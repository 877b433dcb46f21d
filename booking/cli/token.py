"""`flask token …`: keys for programs that speak to the API."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from booking.cli.said import refusals_said
from booking.clock import now
from booking.services import accounts
from booking.web.extensions import db

token = AppGroup("token", help="Bearer tokens of the API.")


@token.command()
@click.argument("email")
@click.option("--name", default="API", show_default=True, help="What it is for.")
def create(email: str, name: str) -> None:
    """Print a new token of this person. It is shown once: only its hash is kept."""
    with refusals_said():
        click.echo(accounts.create_token(db.session(), email, now(), name))
