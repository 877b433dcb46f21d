"""The administration of the demo region as on 1 March 2027."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.rules.asking import Ask, AskLine
from booking.rules.periods import Period, local
from booking.services import reservations
from booking.web.extensions import db
from models import Base
from tests.web.conftest import opened
from tests.web.screens.reader import Reader

MOMENT = "2027-03-01T09:00:00+01:00"


@pytest.fixture
def app(region: str, at: Callable[[str], None], tmp_path: Path) -> Iterator[Flask]:
    at(MOMENT)
    with opened(region, DEMO=True, INSTANCE=str(tmp_path)) as application:
        yield application


@pytest.fixture
def dirk(app: Flask) -> Reader:
    """The administrator of Ranst."""
    return Reader(app, cast.ADMINISTRATOR_RANST)


@pytest.fixture
def an(app: Flask) -> Reader:
    """The desk of Ranst, who also administers its OCMW."""
    return Reader(app, cast.DESK_RANST)


@pytest.fixture
def roos(app: Flask) -> Reader:
    """The steward of the partnership."""
    return Reader(app, cast.STEWARD)


@pytest.fixture
def key(app: Flask) -> Callable[..., int]:
    """The id of the only row of a table that fits: `key(Depot, name="Loods Ranst")`."""

    def find(model: type[Base], **values: object) -> int:
        with app.app_context():
            return db.session.scalars(select(model.id).filter_by(**values)).one()  # type: ignore[attr-defined]

    return find


@pytest.fixture
def kept(app: Flask) -> Callable[..., list[Base]]:
    """The rows of a table that fit, as they are kept now."""

    def find(model: type[Base], **values: object) -> list[Base]:
        with app.app_context():
            rows = list(db.session.scalars(select(model).filter_by(**values).order_by(model.id)))  # type: ignore[attr-defined]
            db.session.expunge_all()
            return rows

    return find


@pytest.fixture
def asked(app: Flask) -> Callable[..., str]:
    """Something that De Lindekapel asked for: the reference."""

    def ask(code: str, use: Period, units: int = 1) -> str:
        with app.app_context():
            session = db.session()
            actor = actor_of(session, cast.account_id(session, cast.ORGANISER), local(now()).date())
            house, asset = cast.borrower_id(session, cast.ASSOCIATION_RANST), cast.asset_id(session, code)
            return reservations.request(session, actor, Ask(house, (AskLine(asset, use, units),), event="Repetitie"), now()).reference

    return ask
