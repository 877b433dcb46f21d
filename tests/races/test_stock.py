"""T-05: many clients take a few units each of one stock, never more than there are and nearly all that there are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

import pytest

from tests.races.clients import Answer, Crowd, Tally, crowd
from tests.races.conftest import Arena
from tests.races.ground import Slot, request_of
from tests.races.proofs import is_clean, kept, overfull

STOCK = 100
MOST = 7


@pytest.mark.parametrize(("clients", "rounds"), [(60, 20), pytest.param(60, 200, marks=pytest.mark.release)])
def test_a_stock_is_given_out_to_the_last_unit_that_fits_and_never_beyond(
    arena: Arena, measured: Callable[[str, object], None], clients: int, rounds: int
) -> None:
    ground, chance = arena.ground, Random(5)
    [chairs] = ground.assets(1, category="chair", units=STOCK)
    left: list[int] = []
    with crowd(clients) as racers:
        asked = [[Slot(chairs, day, chance.randint(1, MOST)) for _ in range(clients)] for day in range(rounds)]
        tally = Tally.of(lambda: [answer for slots in asked for answer in _round(arena, racers, slots, left)])
    measured(f"T-05 stock of {STOCK}, {clients} clients × {rounds} rounds", f"{tally}; at most {max(left)} units left over")
    assert set(tally.statuses) == {201, 409}
    assert overfull(ground.session, [chairs]) == []
    assert len(kept(ground.session, [chairs])) == tally.statuses[201]
    assert is_clean(ground.session)


def _round(arena: Arena, racers: Crowd, slots: list[Slot], left: list[int]) -> list[Answer]:
    """Everybody asks at once. Nothing is given back in between, so nobody was refused who would have fitted at the end."""
    parties = [arena.ground.party(number) for number in range(racers.size)]
    acts = [
        partial(arena.caller(party.token).ask, request_of(party.borrower, slot), f"stock-{slot.asset}-{slot.day}-{number}")
        for number, (party, slot) in enumerate(zip(parties, slots, strict=True))
    ]
    answers = racers.at_once(acts)
    outcomes = list(zip(answers, slots, strict=True))
    given = sum(slot.units for answer, slot in outcomes if answer.status == 201)
    assert given <= STOCK
    left.append(STOCK - given)
    assert left[-1] < min((slot.units for answer, slot in outcomes if answer.status == 409), default=MOST + STOCK)
    return answers
