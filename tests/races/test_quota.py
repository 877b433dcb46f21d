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


CLIENTS, UNITS = 12, 2
COUNTED = {
    "units a year": ({"quota": QUOTA * UNITS, "quota_unit": "units"}, lambda asset, number: Slot(asset, number, UNITS), "quota_used_up"),
    "days a year": ({"quota": QUOTA, "quota_unit": "days"}, lambda asset, number: Slot(asset, number, UNITS), "quota_used_up"),
    "units at once": ({"most_units": QUOTA * UNITS}, lambda asset, _number: Slot(asset, 0, UNITS), "units_too_many"),
}


@pytest.mark.parametrize(("answers", "slot", "code"), COUNTED.values(), ids=list(COUNTED))
def test_what_a_rule_adds_up_over_several_loans_is_never_overdrawn(
    arena: Arena, answers: dict, slot: Callable[[int, int], Slot], code: str
) -> None:
    ground, category = arena.ground, arena.ground.category()
    borrower, token = ground.party(ASSOCIATION)
    ask = arena.caller(token).ask
    ground.rule(category=category, borrower_kind="association", **answers)
    assets = ground.assets(CLIENTS, category=category, units=UNITS)  # each its own: no lock of an asset keeps them apart
    acts = [partial(ask, request_of(borrower, slot(asset, n)), f"{code}-{asset}") for n, asset in enumerate(assets)]
    with crowd(CLIENTS) as racers:
        tally = Tally.of(lambda: racers.at_once(acts))
    assert tally.statuses == {201: QUOTA, 422: CLIENTS - QUOTA}
    assert all(_refused(answer.body) == {code} for answer in tally.answers if answer.status == 422)
    assert len(kept(ground.session, set(assets))) == QUOTA
    assert is_clean(ground.session)


def _refused(problem: dict) -> set[str]:
    """The findings that stood in the way."""
    return {finding["code"] for line in problem["lines"] for finding in line["findings"] if finding["verdict"] == "refused"}
