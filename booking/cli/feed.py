"""`flask feed …`: addresses of calendars, for people who ask the administrator."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select

from booking.cli.said import refusals_said
from booking.clock import now
from booking.queries.actors import actor_of
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services import feeds
from booking.services.accounts import get_authority
from booking.web.extensions import db
from booking.words import LANGUAGES
from models import Account, Asset, Borrower, Depot
from models.tasks import FEED_SCOPES

feed = AppGroup("feed", help="Calendars by secret address.")

NAMED = {"depot": (Depot, Depot.name), "asset": (Asset, Asset.code), "borrower": (Borrower, Borrower.name)}


@feed.command()
@click.option("--email", required=True, help="Whose subscription it is: it shows what this person may see.")
@click.option("--scope", required=True, type=click.Choice(FEED_SCOPES))
@click.option("--subject", required=True, help="Its number, or the name of a depot, borrower or authority, or the code of an asset.")
@click.option("--name", required=True, help="What the calendar is called in a calendar program.")
@click.option("--language", default="nl", show_default=True, type=click.Choice(LANGUAGES))
def create(email: str, scope: str, subject: str, name: str, language: str) -> None:
    """Print the address of a new calendar. It is shown once: only its hash is kept."""
    with refusals_said():
        account = db.session.scalar(select(Account.id).where(Account.email == email.strip().lower()))
        if account is None:
            raise NotFound("account_unknown", email=email)
        actor = actor_of(db.session(), account, local(now()).date())
        token = feeds.create(db.session(), actor, scope, _subject(scope, subject), name, language, now())
    click.echo(f"{current_app.config['BASE_URL']}/feeds/{token}.ics")


def _subject(scope: str, named: str) -> int:
    if scope == "authority":
        return get_authority(db.session(), named)
    table, name = NAMED[scope]
    found = db.session.scalars(select(table.id).where(name == named)).all()
    if len(found) == 1:
        return found[0]
    if not named.isdecimal():
        raise NotFound()
    return int(named)
