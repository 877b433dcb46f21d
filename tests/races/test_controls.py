"""T-02: without its lock and its guard the product loses the same race, so the other races can tell; with the guard alone it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.races.clients import Answer, Tally, crowd
from tests.races.conftest import Arena
from tests.races.ground import Slot
from tests.races.proofs import overlaps
from tests.races.test_slots import ask_at_once
from tests.races.weakened import take_the_guard_away

CLIENTS = 24
MOST_SLOTS = 60
ENOUGH = 10
AT_LEAST = 4  # slots, before a race that is won by then is believed

RUNS = [1, *(pytest.param(run, marks=pytest.mark.release) for run in (2, 3))]


@pytest.mark.parametrize("run", RUNS)
def test_without_lock_the_database_itself_refuses_and_without_its_guard_promises_overlap(
    unlocked: Arena, measured: Callable[[str, object], None], run: int
) -> None:
    lost: list[int] = []
    tally = Tally.of(lambda: _race(unlocked, lost, lambda answers: any(map(_by_the_database, answers))))
    refused = sum(map(_by_the_database, tally.answers))
    measured(f"T-02 B, lock off and guard on, {CLIENTS} clients × {len(lost)} slots", f"{refused} refused by the database; {tally}")
    assert sum(lost) == 0
    assert refused >= 1
    assert set(tally.statuses) <= {201, 409, 503}
    take_the_guard_away(unlocked.ground.session)
    lost.clear()
    tally = Tally.of(lambda: _race(unlocked, lost, lambda _: sum(lost) >= ENOUGH))
    measured(f"T-02 A, lock and guard off, {CLIENTS} clients × {len(lost)} slots", f"{sum(lost)} overlaps; {tally}")
    assert sum(lost) >= ENOUGH


def _race(arena: Arena, lost: list[int], seen_enough: Callable[[list[Answer]], bool]) -> list[Answer]:
    """Race for one slot after the other until enough was seen; `lost` gets the overlaps on each."""
    answers: list[Answer] = []
    with crowd(CLIENTS) as racers:
        for asset in arena.ground.assets(MOST_SLOTS):
            answers += ask_at_once(Slot(asset), racers, arena)
            lost.append(overlaps(arena.ground.session, [asset]))
            if len(lost) >= AT_LEAST and seen_enough(answers):
                break
    return answers


def _by_the_database(answer: Answer) -> bool:
    """Our own check names the lines that are taken; the guard cannot, and a lock that does not come is 503."""
    return answer.status == 503 or (answer.status == 409 and "lines" not in answer.body)
