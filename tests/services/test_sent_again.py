"""A request that carries a key, on what others left behind: it is answered as one without a key would be."""

from __future__ import annotations

from booking.demo import cast
from booking.rules.asking import Ask, AskLine
from booking.services import reservations
from booking.services.idempotency import Answer, once
from tests.services.asks import JULY
from tests.services.world import World, moment

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
