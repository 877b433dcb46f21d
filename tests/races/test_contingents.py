"""The last units beside a contingent: many ask at once and nobody gets what is guaranteed to another. Without the lock somebody does.

The guard of the database knows no contingent, so here the lock alone makes the check right; the control shows that it does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

import pytest

from booking.services.transaction import transaction
from models import Contingent
from tests.races.clients import Answer, Crowd, Tally, crowd
from tests.races.conftest import Arena
from tests.races.ground import FIRST_DAY, Slot, request_of
from tests.races.proofs import is_clean

STOCK, KEPT, MOST = 30, 10, 4
ROUNDS = 20


@pytest.mark.parametrize(("clients", "rounds"), [(16, 4), pytest.param(24, 100, marks=pytest.mark.release)])
def test_what_is_guaranteed_to_another_is_never_given_out(
    arena: Arena, measured: Callable[[str, object], None], clients: int, rounds: int
) -> None:
    given: list[int] = []
    with crowd(clients) as racers:
        chairs = guaranteed(arena)
        tally = Tally.of(lambda: [answer for day in range(rounds) for answer in race(arena, racers, chairs, day, given)])
    measured(f"{STOCK} units of which {KEPT} are guaranteed, {clients} clients × {rounds} rounds", f"{tally}; at most {max(given)} given")
    assert set(tally.statuses) == {201, 422}
    assert max(given) <= STOCK - KEPT
    assert min(given) > STOCK - KEPT - MOST, "nobody was refused who would have fitted"
    assert is_clean(arena.ground.session)


def test_without_the_lock_the_same_race_eats_into_it(lingering: Arena, measured: Callable[[str, object], None]) -> None:
    given: list[int] = []
    with crowd(24) as racers:
        chairs = guaranteed(lingering)
        for day in range(ROUNDS):
            race(lingering, racers, chairs, day, given)
            if max(given) > STOCK - KEPT:
                break
    measured(f"{KEPT} of {STOCK} units guaranteed, lock off, 24 clients × {len(given)} rounds", f"at most {max(given)} given")
    assert max(given) > STOCK - KEPT


def guaranteed(arena: Arena) -> int:
    """A stock of chairs of which some are always for Wommelgem, until a week ahead."""
    ground = arena.ground
    [chairs] = ground.assets(1, category="chair", units=STOCK)
    kept = {"measure": "units", "amount": KEPT, "release_weeks": 1, "source": "art. 3 (fictief)", "valid_from": FIRST_DAY}
    with transaction(ground.session):
        ground.session.add(Contingent(asset_id=chairs, authority_id=ground.owner("WOM"), **kept))
    return chairs


def race(arena: Arena, racers: Crowd, chairs: int, day: int, given: list[int]) -> list[Answer]:
    """Everybody asks a few at once; `given` gets how many were given out of that day."""
    chance = Random(day)
    parties = [arena.ground.party(number) for number in range(racers.size)]
    slots = [Slot(chairs, day, chance.randint(1, MOST)) for _ in parties]
    acts = [
        partial(arena.caller(party.token).ask, request_of(party.borrower, slot), f"kept-{chairs}-{day}-{number}")
        for number, (party, slot) in enumerate(zip(parties, slots, strict=True))
    ]
    answers = racers.at_once(acts)
    given.append(sum(slot.units for answer, slot in zip(answers, slots, strict=True) if answer.status == 201))
    return answers
