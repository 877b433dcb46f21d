"""T-06: a hall and three stocks of three owners in one request, in any order: all of it or nothing, and nobody waits for ever."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

import pytest

from tests.races.clients import Tally, crowd
from tests.races.conftest import Arena
from tests.races.ground import Slot, request_of
from tests.races.proofs import deadlocks, empty_reservations, is_clean, kept, overfull, overlaps

STOCK = 100
ROUNDS_A_DAY = 3


@pytest.mark.parametrize(("clients", "rounds"), [(25, 20), pytest.param(50, 100, marks=pytest.mark.release)])
def test_a_request_of_several_lines_is_written_whole_or_not_at_all(
    arena: Arena, measured: Callable[[str, object], None], clients: int, rounds: int
) -> None:
    ground, chance = arena.ground, Random(6)
    halls = ground.assets(4, category="meeting_room")
    stocks = [ground.assets(1, category="crowd_barrier", units=STOCK, owner=owner)[0] for owner in ("RAN", "ZAN", "WOM")]

    def wanted(day: int) -> list[Slot]:
        slots = [Slot(chance.choice(halls), day), *(Slot(stock, day, chance.randint(10, 40)) for stock in stocks)]
        return chance.sample(slots, len(slots))

    tries = [[wanted(number // ROUNDS_A_DAY) for _ in range(clients)] for number in range(rounds)]
    with crowd(clients) as racers:
        tally = Tally.of(lambda: [answer for number, each in enumerate(tries) for answer in racers.at_once(_asks(arena, each, number))])
    locked = deadlocks(ground.session)
    measured(f"T-06 hall and three stocks, {clients} clients × {rounds} tries", f"{tally}; {locked} deadlocks")
    assert set(tally.statuses) == {201, 409}
    assert locked == 0
    written = kept(ground.session, [*halls, *stocks])
    assert len(written) == tally.statuses[201] > 0
    assert all({line.asset for line in lines} > set(stocks) and len(lines) == 4 for lines in written.values())
    assert empty_reservations(ground.session) == 0
    assert overlaps(ground.session, halls) == 0
    assert overfull(ground.session, [*halls, *stocks]) == []
    assert is_clean(ground.session)


def _asks(arena: Arena, tries: list[list[Slot]], number: int) -> list:
    acts = []
    for member, slots in enumerate(tries):
        party = arena.ground.party(member)
        key = f"several-{slots[0].asset}-{number}-{member}"
        acts.append(partial(arena.caller(party.token).ask, request_of(party.borrower, *slots), key))
    return acts
