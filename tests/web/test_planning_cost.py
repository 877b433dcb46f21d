"""What the planning board costs and reads: as many questions for one bar as for many, none about the past, the same on both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.queries.planning import Board, Wanted, board
from booking.rules.asking import Ask, AskLine
from booking.rules.periods import Period, local
from booking.rules.permissions import NOBODY, Actor
from booking.rules.planning import days
from booking.services import reservations
from booking.web.extensions import db
from tests.web.conftest import opened
from tests.web.test_cost import counted

MONDAY = date(2027, 6, 7)


@pytest.fixture
def app(region: str, at: Callable[[str], None]) -> Iterator[Flask]:
    at("2027-03-01T09:00:00+01:00")
    with opened(region, DEMO=True) as application:
        yield application


def actor(email: str | None) -> Actor:
    """Somebody of the cast; None is a stranger."""
    return actor_of(db.session(), cast.account_id(db.session(), email), local(now()).date()) if email else NOBODY


def ask(asset: str, day: int, units: int = 1) -> None:
    """De Lindekapel asks for an asset from noon until four on a day of June."""
    start = datetime(2027, 6, day, 10, tzinfo=UTC)
    line = AskLine(cast.asset_id(db.session(), asset), Period(start, start + timedelta(hours=4)), units=units)
    asker = actor(cast.ORGANISER)
    reservations.request(db.session(), asker, Ask(min(asker.borrowers), (line,), event="Een feest"), now())


def shown(email: str | None, **asked: object) -> Board:
    """Four weeks of the board."""
    return board(db.session(), actor(email), Wanted(**{"scale": days(MONDAY, 28), "day": MONDAY, **asked}), now())


@pytest.mark.parametrize("email", [None, cast.ORGANISER, cast.DESK_RANST], ids=["a stranger", "a borrower", "a desk"])
@pytest.mark.parametrize("asked", ["", "&staat=requested", "&wie=mine"])
def test_many_bars_take_as_many_questions_as_one(app: Flask, email: str | None, asked: str) -> None:
    with app.app_context():
        ask(cast.HALL_RANST, 8)
    costs = [questions(app, email, asked)]
    with app.app_context():
        for day in (15, 22, 29):
            ask(cast.HALL_RANST, day)
            ask(cast.BARRIERS_RANST, day, units=20)
            ask(cast.STAGE_ZANDHOVEN, day)
    costs.append(questions(app, email, asked))
    assert costs[0] == costs[1]
    assert costs[0] <= 5


def questions(app: Flask, email: str | None, asked: str) -> int:
    """How many statements the board takes once the catalogue is known, those to know who asks left out."""
    with app.app_context():
        who = actor(email)
        fits = dict(part.split("=") for part in asked.split("&") if part)
        wanted = Wanted(days(MONDAY, 28), MONDAY, whose=fits.get("wie", ""), shows=fits.get("staat", ""))
        board(db.session(), who, wanted, now())
    with counted(app) as sent:
        board(db.session(), who, wanted, now())
    return len(sent)


def test_a_board_shows_a_desk_its_bars_and_a_stranger_their_shape(app: Flask) -> None:
    with app.app_context():
        ask(cast.HALL_RANST, 8)
        seen = {who: shown(who, text=cast.HALL_RANST).rows for who in (None, cast.DESK_RANST)}
        (public,), (known,) = (row.bars for (row,) in seen.values())
        assert (public.tone, public.loan, known.tone) == ("requested", None, "requested")
        assert known.loan is not None
        assert (known.loan.event, known.loan.borrower) == ("Een feest", cast.ASSOCIATION_RANST)
        assert public.held == known.held


def test_what_lapsed_is_free_again(app: Flask, at: Callable[[str], None]) -> None:
    with app.app_context():
        ask(cast.HALL_RANST, 8)
        assert shown(None, text=cast.HALL_RANST).rows[0].bars
        at("2027-06-07T12:00:00+02:00")
        assert not shown(None, text=cast.HALL_RANST).rows[0].bars


def test_a_kit_is_free_as_often_as_its_parts_allow(app: Flask) -> None:
    with app.app_context():
        ask(cast.KIT_RANST, 8)
        (row,) = shown(cast.DESK_RANST, text=cast.KIT_RANST).rows
        assert row.free is not None
        assert (row.free[1], row.free[20]) == (0, 1)
        assert [bar.loan.event for bar in row.bars if bar.loan] == ["Een feest"]


def test_units_that_are_left_are_counted_by_the_day(app: Flask) -> None:
    with app.app_context():
        ask(cast.BARRIERS_RANST, 9, units=60)
        (row,) = shown(None, text=cast.BARRIERS_RANST).rows
        assert row.free is not None
        assert min(row.free) == row.asset.units - 60
        assert row.free[0] == row.free[27] == row.asset.units
        assert row.bars == []


def test_pages_hold_sixty_and_the_nearest_one_is_shown(app: Flask) -> None:
    with app.app_context():
        first, beyond = shown(None), shown(None, page=99)
        assert (len(first.rows), first.page, first.pages) == (60, 1, -(-first.total // 60))
        assert beyond.page == beyond.pages
        assert len(beyond.rows) == beyond.total - 60 * (beyond.pages - 1)
        assert shown(None, text="zeppelin").rows == []
