"""`flask feed …`: addresses of calendars, for people who ask the administrator."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select

from booking.cli.said import refusals_said
from booking.clock import now
from booking.queries.actors import actor_of
from booking.queries.feeds import Followed
from booking.rules.feeds import ALARMS, Detail, Scope
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services import feeds
from booking.services.accounts import get_authority
from booking.web.extensions import db
from booking.words import LANGUAGES
from models import Account, Asset, Borrower, Category, Crew, Depot, Vehicle

feed = AppGroup("feed", help="Calendars by secret address.")

NAMED = {
    Scope.DEPOT: (Depot, Depot.name),
    Scope.CREW: (Crew, Crew.name),
    Scope.VEHICLE: (Vehicle, Vehicle.name),
    Scope.ASSET: (Asset, Asset.code),
    Scope.OCCUPANCY: (Asset, Asset.code),
    Scope.CATEGORY: (Category, Category.code),
    Scope.BORROWER: (Borrower, Borrower.name),
}
OWNED = {Scope.CREW: Crew, Scope.VEHICLE: Vehicle}


@feed.command()
@click.option("--email", required=True, help="Whose subscription it is: it shows what this person may see.")
@click.option("--scope", required=True, type=click.Choice([each.value for each in Scope]))
@click.option("--subject", required=True, help="Its number or name; the code of an asset or category.")
@click.option("--within", default="", help="The authority whose category it is; without it that of the whole region.")
@click.option("--name", required=True, help="What the calendar is called in a calendar program.")
@click.option("--detail", type=click.Choice([each.value for each in Detail]), help="How much events tell: as much as may be, unless said.")
@click.option("--alarm", "alarms", multiple=True, type=click.Choice([*map(str, ALARMS)]), help="Minutes before; may be repeated.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Its last day, a year from today at most and unless said.")
@click.option("--language", default="nl", show_default=True, type=click.Choice(LANGUAGES))
def create(email: str, scope: str, subject: str, within: str, **settings: Any) -> None:
    """Print the address of a new calendar. It is shown once: only its hash is kept."""
    with refusals_said():
        account = db.session.scalar(select(Account.id).where(Account.email == email.strip().lower()))
        if account is None:
            raise NotFound("account_unknown", email=email)
        actor = actor_of(db.session(), account, local(now()).date())
        wish = feeds.Wish(_followed(Scope(scope), subject, within), _settings(**settings))
        token = feeds.create(db.session(), actor, wish, now())
    click.echo(f"{current_app.config['BASE_URL']}/feeds/{token}.ics")


def _settings(*, name: str, language: str, detail: str | None, alarms: tuple[str, ...], until: datetime | None) -> feeds.Settings:
    chosen, last = Detail(detail) if detail else None, until.date() if until else None
    return feeds.Settings(name, language, chosen, tuple(map(int, alarms)), last)


def _followed(scope: Scope, named: str, within: str) -> Followed:
    """What is meant by a name or number. Raises NotFound."""
    if scope in {Scope.AUTHORITY, Scope.EXPIRIES}:
        return Followed(scope, get_authority(db.session(), named))
    subject = _subject(scope, named)
    if scope in OWNED:
        return Followed(scope, subject, db.session.scalar(select(OWNED[scope].authority_id).where(OWNED[scope].id == subject)))
    return Followed(scope, subject, get_authority(db.session(), within) if within else None)


def _subject(scope: Scope, named: str) -> int:
    table, name = NAMED[scope]
    found = db.session.scalars(select(table.id).where(name == named)).all()
    if len(found) == 1:
        return found[0]
    if not named.isdecimal():
        raise NotFound()
    return int(named)
