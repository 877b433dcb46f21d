"""The last free loan of a quota: one borrower asks for many things on many days at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.races.clients import Tally, crowd
from tests.races.conftest import Arena
from tests.races.ground import Slot, request_of
from tests.races.proofs import is_clean, kept

QUOTA = 3
ASSETS = 4
ASSOCIATION = 1  # the second of the ground's parties


@pytest.mark.parametrize(("clients", "rounds"), [(24, 5), pytest.param(48, 50, marks=pytest.mark.release)])
def test_a_quota_is_used_up_and_never_overdrawn(arena: Arena, measured: Callable[[str, object], None], clients: int, rounds: int) -> None:
    ground = arena.ground
    borrower, token = ground.party(ASSOCIATION)
    ask = arena.caller(token).ask
    rounds_of_slots = []
    for _ in range(rounds):
        category = ground.category()
        ground.rule(category=category, borrower_kind="association", quota=QUOTA)
        assets = ground.assets(ASSETS, category=category)
        rounds_of_slots.append([Slot(assets[number % ASSETS], number // ASSETS) for number in range(clients)])
    acts = [[partial(ask, request_of(borrower, slot), f"quota-{slot.asset}-{slot.day}") for slot in slots] for slots in rounds_of_slots]
    with crowd(clients) as racers:
        tally = Tally.of(lambda: [answer for asks in acts for answer in racers.at_once(asks)])
    measured(f"quota of {QUOTA}, {clients} clients × {rounds} rounds", tally)
    assert tally.statuses == {201: QUOTA * rounds, 422: (clients - QUOTA) * rounds}
    assert all(_refused(answer.body) == {"quota_used_up"} for answer in tally.answers if answer.status == 422)
    for slots in rounds_of_slots:
        assert len(kept(ground.session, {slot.asset for slot in slots})) == QUOTA
    assert is_clean(ground.session)


def _refused(problem: dict) -> set[str]:
    """The findings that stood in the way."""
    return {finding["code"] for line in problem["lines"] for finding in line["findings"] if finding["verdict"] == "refused"}
