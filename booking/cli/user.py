"""`flask user …`: the people who sign in."""

from __future__ import annotations

import secrets

import click
from flask import current_app
from flask.cli import AppGroup

from booking.cli.said import refusals_said
from booking.clock import now
from booking.rules.kinds import RoleName
from booking.services import accounts
from booking.web.extensions import db

user = AppGroup("user", help="People who sign in.")


@user.command()
@click.argument("email")
@click.option("--name", default="", help="As shown on screens; the e-mail address when left out.")
@click.option("--steward", is_flag=True, help="May administer the installation.")
@click.option("--role", "roles", multiple=True, metavar="AUTHORITY:ROLE", help="For example 11035:desk; may be repeated.")
@click.option("--password", default="", help="Left out, a random one is made and printed.")
def create(email: str, name: str, *, steward: bool, roles: tuple[str, ...], password: str) -> None:
    """Create an account and print its password if that was made here."""
    chosen = password or secrets.token_urlsafe(12)
    with refusals_said():
        held = [_role(text) for text in roles]
        cost = current_app.config["PASSWORD_COST"]
        accounts.create_user(db.session(), email, name or email, chosen, now(), steward=steward, roles=held, cost=cost)
    click.echo(f"{email} may sign in{'' if password else f' with password {chosen}'}")


def _role(text: str) -> tuple[int, RoleName]:
    authority, _, name = text.rpartition(":")
    if name not in set(RoleName):
        raise click.BadParameter(f"{text}: a role is AUTHORITY:ROLE, with ROLE one of {', '.join(RoleName)}")
    return accounts.get_authority(db.session(), authority), RoleName(name)
