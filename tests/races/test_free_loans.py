"""The last free loan of an agreement: one party asks for many things on many days at once, and two of its loans are free, no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from booking.services.transaction import transaction
from models import Agreement, AgreementParty, AgreementScope, AgreementTerm
from tests.races.clients import Tally, crowd
from tests.races.conftest import Arena
from tests.races.ground import Ground, Slot, request_of
from tests.races.proofs import is_clean

FREE, ASSETS, CLIENTS = 2, 4, 12
SERVICE = 0  # the first of the ground's parties


def agreed(ground: Ground, assets: list[int]) -> None:
    """Ranst and Wommelgem agree on so many free loans a year of these assets."""
    with transaction(ground.session):
        agreement = Agreement(reference=f"race-{assets[0]}", title="Wedren (fictief)", valid_from=date(2026, 1, 1))
        ground.session.add(agreement)
        ground.session.flush()
        parties = [
            AgreementParty(agreement_id=agreement.id, authority_id=ground.owner(code), approved_on=date(2026, 1, 1), decision="")
            for code in ("RAN", "WOM")
        ]
        scope = [AgreementScope(agreement_id=agreement.id, asset_id=asset) for asset in assets]
        term = AgreementTerm(agreement_id=agreement.id, article="art. 1", free_quota=FREE, free_unit="loans")
        ground.session.add_all([*parties, *scope, term])


@pytest.mark.parametrize("rounds", [3, pytest.param(30, marks=pytest.mark.release)])
def test_a_free_loan_is_given_once(arena: Arena, measured: Callable[[str, object], None], rounds: int) -> None:
    ground = arena.ground
    borrower, token = ground.party(SERVICE)
    ask = arena.caller(token).ask
    acts = []
    for _ in range(rounds):
        assets = ground.assets(ASSETS, owner="WOM")  # which has no quota of its own that would keep the askers apart
        agreed(ground, assets)
        slots = [Slot(assets[number % ASSETS], number // ASSETS) for number in range(CLIENTS)]
        acts.append([partial(ask, request_of(borrower, slot), f"free-{slot.asset}-{slot.day}") for slot in slots])
    with crowd(CLIENTS) as racers:
        tally = Tally.of(lambda: [answer for asks in acts for answer in racers.at_once(asks)])
    measured(f"{FREE} free loans, {CLIENTS} clients × {rounds} rounds", tally)
    assert tally.statuses == {201: CLIENTS * rounds}
    prices = [answer.body["dossiers"][0]["quote"]["total"] for answer in tally.answers]
    assert prices.count(0) == FREE * rounds
    assert is_clean(ground.session)
