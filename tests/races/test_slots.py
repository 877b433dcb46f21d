"""T-01: many clients want the same thing on the same day, and one of them gets it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.races.clients import Answer, Crowd, Tally, crowd
from tests.races.conftest import Arena
from tests.races.ground import Slot, request_of
from tests.races.proofs import is_clean, kept, overlaps

SIZES = [pytest.param(24, 60, id="24 clients"), pytest.param(50, 500, id="50 clients", marks=pytest.mark.release)]
ASSETS = 10


@pytest.mark.parametrize(("clients", "slots"), SIZES)
def test_every_slot_is_given_to_exactly_one_of_all_who_want_it(
    arena: Arena, measured: Callable[[str, object], None], clients: int, slots: int
) -> None:
    ground = arena.ground
    assets = ground.assets(ASSETS)
    wanted = [Slot(assets[number % ASSETS], number // ASSETS) for number in range(slots)]
    with crowd(clients) as racers:
        tally = Tally.of(lambda: [answer for slot in wanted for answer in _race(slot, racers, arena)])
    measured(f"T-01 one slot, {clients} clients × {slots} slots", tally)
    assert tally.statuses == {201: slots, 409: slots * (clients - 1)}
    won = kept(ground.session, assets)
    assert sorted(won) == sorted(answer.body["reference"] for answer in tally.answers if answer.status == 201)
    assert sorted(line.asset for lines in won.values() for line in lines) == sorted(slot.asset for slot in wanted)
    assert overlaps(ground.session, assets) == 0
    assert is_clean(ground.session)


def _race(slot: Slot, racers: Crowd, arena: Arena) -> list[Answer]:
    answers = ask_at_once(slot, racers, arena)
    assert [answer.status for answer in answers].count(201) == 1
    return answers


def ask_at_once(slot: Slot, racers: Crowd, arena: Arena) -> list[Answer]:
    """Everybody asks for one slot in the same instant."""
    parties = [arena.ground.party(number) for number in range(racers.size)]
    acts = [
        partial(arena.caller(party.token).ask, request_of(party.borrower, slot), f"slot-{slot.asset}-{slot.day}-{number}")
        for number, party in enumerate(parties)
    ]
    return racers.at_once(acts)
