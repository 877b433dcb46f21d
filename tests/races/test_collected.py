"""T-04: two requests that queue for one day, and two people at the desk who each say yes to one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.races.clients import Answer, Crowd, Tally, crowd
from tests.races.conftest import Arena
from tests.races.ground import Slot, request_of
from tests.races.proofs import is_clean, kept, overlaps

ASSETS = 10


@pytest.mark.parametrize("pairs", [50, pytest.param(500, marks=pytest.mark.release)])
def test_two_who_approve_at_once_approve_one_of_two_requests(arena: Arena, measured: Callable[[str, object], None], pairs: int) -> None:
    ground = arena.ground
    assets = ground.assets(ASSETS)
    for asset in assets:
        ground.rule(asset=asset, decides="desk", collect_days_before=14)
    slots = [Slot(assets[number % ASSETS], number // ASSETS) for number in range(pairs)]
    with crowd(2) as both:
        queued = [_queue(arena, both, slot) for slot in slots]
        tally = Tally.of(lambda: [answer for references in queued for answer in _approve(arena, both, references)])
    measured(f"T-04 two approvers, {pairs} pairs", tally)
    assert tally.statuses == {200: pairs, 409: pairs}
    states = kept(ground.session, assets)
    assert all(sorted(states[reference][0].state for reference in pair) == ["approved", "requested"] for pair in queued)
    assert overlaps(ground.session, assets) == 0
    assert is_clean(ground.session)


def _queue(arena: Arena, both: Crowd, slot: Slot) -> list[str]:
    """Two borrowers ask for one slot; both may, for neither holds it."""
    parties = [arena.ground.party(number) for number in range(both.size)]
    asks = [partial(arena.caller(party.token).ask, request_of(party.borrower, slot)) for party in parties]
    answers = both.at_once([partial(ask, f"queue-{slot.asset}-{slot.day}-{number}") for number, ask in enumerate(asks)])
    assert [answer.status for answer in answers] == [201, 201]
    return [answer.body["reference"] for answer in answers]


def _approve(arena: Arena, both: Crowd, references: list[str]) -> list[Answer]:
    """Each desk says yes to one of the two."""
    desks = [arena.caller(token) for token in arena.ground.desks]
    lines = [f"/reservations/{reference}/lines/1" for reference in references]
    answers = both.at_once([partial(desk.send, "POST", f"{line}/approve") for desk, line in zip(desks, lines, strict=True)])
    assert sorted(answer.status for answer in answers) == [200, 409]
    return answers
