"""What is put together waits; what is held is nobody else's for a quarter of an hour; and two who want the last one: one has it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from threading import Barrier, Thread

import pytest
from sqlalchemy import Executable, create_engine, delete, select, update
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.queries.basket import Found, Setting, current
from booking.queries.basket_price import priced
from booking.queries.verify import violations
from booking.rules.admission.readiness import Readiness
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import BorrowerKind
from booking.rules.permissions import NOBODY
from booking.rules.refusals import NotFound, Refused, Taken, TooMany
from booking.services import basket as baskets
from booking.services import reservations
from booking.services.basket import HELD_FOR, KEPT, Held, Whose
from booking.services.transaction import retried, transaction
from models import Basket, BasketLine, Occupancy
from models.engine import options_for, prepare
from tests.services.world import World, period

FEAST = period("2027-06-12 10:00", "2027-06-12 18:00")
ANN, BOB = Whose(b"a" * 32), Whose(b"b" * 32)
HERE, THERE = b"h" * 32, b"t" * 32


def fill(world: World, whose: Whose, *codes: str, units: int = 1) -> None:
    home = cast.authority_id(world.session, cast.RANST)
    for code in codes:
        setting = Setting(kind=BorrowerKind.ASSOCIATION, home=home, place_authority=home)
        baskets.put(world.session, whose, setting, world.asset(code).id, FEAST, units, world.now)


def found(world: World, whose: Whose) -> Found:
    basket = current(world.session, whose.key_hash, whose.account)
    assert basket
    return basket


def held(world: World) -> list[str]:
    query = select(Occupancy.holder).where(Occupancy.holder.like("basket%")).order_by(Occupancy.holder)
    return list(world.session.scalars(query.distinct()))


def in_order(world: World) -> bool:
    return list(violations(world.session, world.now)) == []


def test_the_same_thing_for_the_same_time_is_one_line(world: World) -> None:
    fill(world, ANN, cast.BARRIERS_RANST, units=10)
    fill(world, ANN, cast.HALL_RANST)
    fill(world, ANN, cast.BARRIERS_RANST, units=20)
    assert [(line.asset.code, line.units) for line in found(world, ANN).lines] == [(cast.BARRIERS_RANST, 20), (cast.HALL_RANST, 1)]


def test_lines_change_and_go(world: World) -> None:
    fill(world, ANN, cast.BARRIERS_RANST, cast.HALL_RANST)
    barriers, hall = found(world, ANN).lines
    baskets.change(world.session, ANN, barriers.id, 30, world.now)
    baskets.remove(world.session, ANN, hall.id, world.now)
    assert [line.units for line in found(world, ANN).lines] == [30]
    baskets.empty(world.session, ANN)
    assert current(world.session, ANN.key_hash, None) is None


@pytest.mark.parametrize(("units", "code"), [(0, "units_not_positive"), (100_000, "units_beyond_stock")])
def test_units_that_cannot_be_are_refused(world: World, units: int, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        fill(world, ANN, cast.BARRIERS_RANST, units=units)
    assert refusal.value.code == code


def test_nobody_touches_another_browsers_basket(world: World) -> None:
    fill(world, ANN, cast.HALL_RANST)
    line = found(world, ANN).lines[0].id
    take_out = partial(baskets.remove, world.session, BOB, line, world.now)
    ask_less = partial(baskets.change, world.session, BOB, line, 1, world.now)
    for act in (take_out, ask_less):
        with pytest.raises(NotFound):
            act()
    assert current(world.session, BOB.key_hash, None) is None


def test_an_account_finds_its_basket_in_another_browser_and_a_stranger_in_the_same_one_does_not(world: World) -> None:
    sofie, an = (cast.account_id(world.session, email) for email in (cast.ORGANISER, cast.DESK_RANST))
    fill(world, Whose(ANN.key_hash, sofie), cast.HALL_RANST)
    assert current(world.session, BOB.key_hash, sofie)
    assert current(world.session, ANN.key_hash, None) is None
    assert current(world.session, ANN.key_hash, an) is None
    fill(world, Whose(ANN.key_hash, an), cast.STAGE_ZANDHOVEN)  # the next at the same browser begins with an empty one
    assert [line.asset.code for line in found(world, Whose(ANN.key_hash, an)).lines] == [cast.STAGE_ZANDHOVEN]


def test_what_is_held_is_taken_for_others_and_free_for_its_own_basket(world: World) -> None:
    fill(world, ANN, cast.HALL_RANST)
    assert baskets.hold(world.session, ANN, HERE, world.now) == Held(world.now + HELD_FOR)
    assert in_order(world)
    with pytest.raises(Taken):
        world.ask(cast.HALL_RANST, FEAST)
    mine = priced(world.session, NOBODY, found(world, ANN), world.now)
    assert [line.readiness for line in mine.lines] == [Readiness.NEEDS]


def test_asking_again_while_it_is_held_gives_no_more_time(world: World) -> None:
    fill(world, ANN, cast.HALL_RANST)
    until = baskets.hold(world.session, ANN, HERE, world.now)
    assert baskets.hold(world.session, ANN, HERE, world.now + timedelta(minutes=5)) == until


ALL_OVER_AGAIN: dict[str, Callable[[World], Whose]] = {
    "the same basket": lambda world: ANN,
    "other units": lambda world: (fill(world, ANN, cast.HALL_RANST), ANN)[1],
    "an emptied basket": lambda world: (baskets.empty(world.session, ANN), fill(world, ANN, cast.HALL_RANST), ANN)[2],
    "another browser": lambda world: (baskets.empty(world.session, ANN), fill(world, BOB, cast.HALL_RANST), BOB)[2],
    "something more": lambda world: (fill(world, ANN, cast.STAGE_ZANDHOVEN), ANN)[1],
}


@pytest.mark.parametrize("again", ALL_OVER_AGAIN.values(), ids=ALL_OVER_AGAIN)
def test_whatever_a_nameless_visitor_does_the_first_end_stays(world: World, again: Callable[[World], Whose]) -> None:
    fill(world, ANN, cast.HALL_RANST)
    first = baskets.hold(world.session, ANN, HERE, world.now).until
    whose = again(world)
    assert baskets.hold(world.session, whose, HERE, world.now + timedelta(minutes=5)).until == first
    baskets.change(world.session, whose, found(world, whose).lines[0].id, 1, world.now)
    assert world.asset(cast.HALL_RANST).name in baskets.hold(world.session, whose, HERE, world.now + timedelta(minutes=16)).free
    assert world.ask(cast.HALL_RANST, FEAST)
    assert in_order(world)


def test_a_hall_is_lent_between_two_turns_of_a_visitor_who_never_stops_pressing(world: World) -> None:
    fill(world, ANN, cast.HALL_RANST)
    minutes = []
    for minute in range(0, 240, 5):
        now = world.now + timedelta(minutes=minute)
        if baskets.hold(world.session, ANN, HERE, now).until:
            minutes.append(minute)
    assert minutes == [0, 5, 10, 120, 125, 130]


def test_many_networks_together_keep_a_hall_for_an_hour_of_two(world: World) -> None:
    answers = []
    for number in range(6):
        fill(world, ANN, cast.HALL_RANST)
        held = baskets.hold(world.session, ANN, bytes([number]) * 32, world.now + number * HELD_FOR)
        answers.append(held.until is not None)
    assert answers == [True] * 4 + [False] * 2


def test_a_hold_ends_by_itself(world: World) -> None:
    fill(world, ANN, cast.HALL_RANST)
    baskets.hold(world.session, ANN, HERE, world.now)
    world.now += HELD_FOR
    assert not found(world, ANN).is_held(world.now)
    assert in_order(world)
    assert world.ask(cast.HALL_RANST, FEAST)
    baskets.tidy(world.session, world.now)
    assert held(world) == []
    assert in_order(world)


ENDINGS: dict[str, Callable[[World], None]] = {
    "emptying": lambda world: baskets.empty(world.session, ANN),
    "taking something out": lambda world: baskets.remove(world.session, ANN, found(world, ANN).lines[0].id, world.now),
    "other units": lambda world: baskets.change(world.session, ANN, found(world, ANN).lines[0].id, 5, world.now),
    "adding something": lambda world: fill(world, ANN, cast.STAGE_ZANDHOVEN),
}


@pytest.mark.parametrize("change", ENDINGS.values(), ids=ENDINGS)
def test_a_change_lets_go_of_what_was_held(world: World, change: Callable[[World], None]) -> None:
    fill(world, ANN, cast.BARRIERS_RANST, cast.HALL_RANST)
    baskets.hold(world.session, ANN, HERE, world.now)
    assert len(held(world)) == 2
    change(world)
    assert held(world) == []
    assert in_order(world)


def test_a_request_takes_over_what_its_basket_held(world: World) -> None:
    fill(world, ANN, cast.HALL_RANST, cast.STAGE_ZANDHOVEN)
    baskets.hold(world.session, ANN, HERE, world.now)
    lines = tuple(AskLine(line.asset.id, line.use) for line in found(world, ANN).lines)
    ask = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), lines, event="Zomerfeest")
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now, found(world, ANN))
    assert len(receipt.lines) == 2
    assert current(world.session, ANN.key_hash, None) is None
    assert held(world) == []
    assert in_order(world)


def test_a_request_for_something_else_leaves_the_basket_alone(world: World) -> None:
    fill(world, ANN, cast.HALL_RANST)
    baskets.hold(world.session, ANN, HERE, world.now)
    line = AskLine(world.asset(cast.STAGE_ZANDHOVEN).id, FEAST)
    ask = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (line,), event="Zomerfeest")
    reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now, found(world, ANN))
    assert len(held(world)) == 1


def test_one_network_holds_three_baskets_at_once(world: World) -> None:
    for number in range(3):
        whose = Whose(bytes([number]) * 32)
        fill(world, whose, cast.BARRIERS_RANST, units=10)
        baskets.hold(world.session, whose, HERE, world.now)
    fill(world, ANN, cast.BARRIERS_RANST, units=10)
    with pytest.raises(TooMany):
        baskets.hold(world.session, ANN, HERE, world.now)
    assert baskets.hold(world.session, ANN, THERE, world.now)
    assert in_order(world)


def test_a_basket_that_nobody_looks_at_is_forgotten(world: World) -> None:
    fill(world, ANN, cast.HALL_RANST)
    baskets.tidy(world.session, world.now + baskets.KEPT + timedelta(days=1))
    assert list(world.session.scalars(select(Basket.id))) == []


CORRUPTIONS: dict[str, tuple[Executable, str]] = {
    "rows that nobody knows of": (update(BasketLine).values(blocked_start=None, blocked_end=None), "hold_left_behind"),
    "another end": (update(Basket).values(held_until=FEAST.start), "hold_astray"),
    "other units": (update(BasketLine).values(units=2), "hold_astray"),
    "nothing in the ledger": (delete(Occupancy).where(Occupancy.holder.like("basket%")), "hold_missing"),
    "no line": (delete(BasketLine), "holder_missing"),
    "a firm promise": (
        update(Occupancy).where(Occupancy.holder.like("basket%")).values(kind="firm", expires_at=None),
        "holder_unlike_kind",
    ),
}


@pytest.mark.parametrize(("act", "code"), CORRUPTIONS.values(), ids=CORRUPTIONS)
def test_a_hold_that_is_not_what_its_basket_says_is_found(world: World, act: Executable, code: str) -> None:
    fill(world, ANN, cast.HALL_RANST)
    baskets.hold(world.session, ANN, HERE, world.now)
    world.session.execute(act)
    world.session.commit()
    assert code in {violation.code for violation in violations(world.session, world.now)}


def test_of_two_browsers_that_hold_the_last_one_one_has_it(world: World, region: str) -> None:
    fill(world, ANN, cast.HALL_RANST)
    fill(world, BOB, cast.HALL_RANST)
    start, said = Barrier(2), []

    def race(whose: Whose, network: bytes) -> None:
        engine = prepare(create_engine(region, **options_for(region)))
        with Session(engine, expire_on_commit=False, autoflush=False) as session:
            start.wait()
            try:
                retried(lambda: baskets.hold(session, whose, network, world.now))
                said.append("held")
            except Taken:
                said.append("taken")
        engine.dispose()

    racers = [Thread(target=race, args=each) for each in ((ANN, HERE), (BOB, THERE))]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    world.session.rollback()
    assert sorted(said) == ["held", "taken"]
    assert len(held(world)) == 1
    assert in_order(world)


def test_a_basket_that_goes_while_it_is_being_held_leaves_nothing_behind(world: World, region: str) -> None:
    for number, go in enumerate((lambda session: baskets.empty(session, ANN), lambda session: baskets.tidy(session, world.now + KEPT * 2))):
        world.now += timedelta(hours=number)
        fill(world, ANN, cast.HALL_RANST)
        engine = prepare(create_engine(region, **options_for(region)))
        with Session(engine, expire_on_commit=False, autoflush=False) as session:
            other = Thread(target=go, args=(session,))
            with transaction(world.session):
                baskets.hold(world.session, ANN, (HERE, THERE)[number], world.now)
                other.start()
                other.join(0.5)
            other.join()
        engine.dispose()
        world.session.rollback()
        assert held(world) == []


def test_what_is_held_has_been_looked_at(world: World) -> None:
    fill(world, ANN, cast.HALL_RANST)
    world.now += KEPT - timedelta(minutes=5)
    baskets.hold(world.session, ANN, HERE, world.now)
    baskets.tidy(world.session, world.now + timedelta(minutes=10))
    assert len(held(world)) == 1
