"""A request that carries a key, on what others left behind: it is answered as one without a key would be."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import insert

from booking.demo import cast
from booking.rules.asking import Ask, AskLine
from booking.rules.refusals import Taken
from booking.services import reservations
from booking.services.idempotency import Answer, once
from booking.services.transaction import retried
from models import IdempotencyKey
from tests.services.asks import JULY
from tests.services.world import World, moment
from tests.support.engines import POSTGRES

OPTION = moment("2027-03-02 12:00")


def ask(world: World, **given: object) -> Ask:
    hall = world.asset(cast.HALL_RANST).id
    return Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (AskLine(hall, JULY),), event="Bal", **given)  # type: ignore[arg-type]


def test_a_request_with_a_key_takes_over_what_lapsed(world: World) -> None:
    organiser = world.actor(cast.ORGANISER)
    option = reservations.request(world.session, organiser, ask(world, option_until=OPTION), world.now).reference
    world.now = moment("2027-03-02 12:01")

    def act() -> Answer:
        return Answer(201, reservations.request(world.session, organiser, ask(world), world.now).reference)

    answer = once(world.session, organiser.account_id or 0, "key", b"request", world.now, act)
    assert world.moves(option)[-1] == ("expired", "system")
    assert world.held(f"line:{world.line(answer.text).id}") != []
    assert once(world.session, organiser.account_id or 0, "key", b"request", world.now, act).text == answer.text


@pytest.mark.parametrize("engine_name", [POSTGRES])
def test_who_finds_it_taken_by_the_first_answer_gets_that_answer(world: World, engine_name: str) -> None:
    account = world.actor(cast.ORGANISER).account_id or 0
    first = {"account_id": account, "key": "key", "request_hash": hashlib.sha256(b"request").digest(), "created_at": world.now}

    def act() -> Answer:
        """The first is answered between our looking for its answer and our judging: on SQLite nothing can be."""
        with world.session.get_bind().engine.begin() as elsewhere:
            elsewhere.execute(insert(IdempotencyKey).values(**first, status=201, body={"text": "R-1"}))
        raise Taken()

    answer = retried(lambda: once(world.session, account, "key", b"request", world.now, act))
    assert (answer.text, answer.again) == ("R-1", True)
