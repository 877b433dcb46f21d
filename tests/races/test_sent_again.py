"""T-09: a request that is sent three times at once, and again later, is carried out once and answered the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Outbox
from tests.races.clients import Answer, Crowd, Tally, crowd
from tests.races.conftest import Arena
from tests.races.ground import Slot, request_of
from tests.races.proofs import is_clean, kept

TIMES = 3
TOGETHER = 10


@pytest.mark.parametrize("keys", [60, pytest.param(5000, marks=pytest.mark.release)])
def test_one_key_is_one_reservation_however_often_it_is_sent(arena: Arena, measured: Callable[[str, object], None], keys: int) -> None:
    ground = arena.ground
    assets = ground.assets(keys // TOGETHER)
    slots = [Slot(asset, day) for asset in assets for day in range(TOGETHER)]
    groups = [slots[first : first + TOGETHER] for first in range(0, keys, TOGETHER)]
    with crowd(TOGETHER * TIMES) as racers:
        tally = Tally.of(lambda: [answer for group in groups for answer in _thrice(arena, racers, group)])
    measured(f"T-09 {keys} keys, each {TIMES} times at once", tally)
    assert set(tally.statuses) <= {201, 409}
    assert {answer.code for answer in tally.answers if answer.status == 409} <= {"key_in_use"}
    written = kept(ground.session, assets)
    assert len(written) == keys
    assert _mails(ground.session, written) == keys
    again = [_send(arena, slot) for slot in slots[::TOGETHER]]
    first = {_slot(answer): answer.body for answer in tally.answers if answer.status == 201}
    assert [answer.body for answer in again] == [first[_slot(answer)] for answer in again]
    assert is_clean(ground.session)


def test_a_key_is_of_one_person_and_one_request(arena: Arena) -> None:
    ground = arena.ground
    [asset] = ground.assets(1)
    mine, other = ground.party(0), ground.party(2)
    key = f"only-{asset}"
    asked = arena.caller(mine.token).ask(request_of(mine.borrower, Slot(asset)), key)
    changed = arena.caller(mine.token).ask(request_of(mine.borrower, Slot(asset, day=1)), key)
    of_other = arena.caller(other.token).ask(request_of(other.borrower, Slot(asset, day=2)), key)
    without = arena.caller(mine.token).send("POST", "/reservations", request_of(mine.borrower, Slot(asset, day=3)))
    assert [answer.status for answer in (asked, changed, of_other, without)] == [201, 422, 201, 400]
    assert len(kept(ground.session, [asset])) == 2


def _thrice(arena: Arena, racers: Crowd, group: Sequence[Slot]) -> list[Answer]:
    """Each slot is asked three times under its key, all in the same instant; one body per key comes back, at least once."""
    answers = racers.at_once([partial(_send, arena, slot) for slot in group for _ in range(TIMES)])
    for place in range(0, len(answers), TIMES):
        bodies = [answer.body for answer in answers[place : place + TIMES] if answer.status == 201]
        assert bodies
        assert all(body == bodies[0] for body in bodies)
    return answers


def _send(arena: Arena, slot: Slot) -> Answer:
    party = arena.ground.party(slot.day)
    return arena.caller(party.token).ask(request_of(party.borrower, slot), f"again-{slot.asset}-{slot.day}")


def _slot(answer: Answer) -> tuple[int, str]:
    line = answer.body["lines"][0]
    return line["asset"]["id"], line["use"]["from"]


def _mails(session: Session, references: Sequence[str]) -> int:
    """How many borrowers were told that their request was sent."""
    sent = select(func.count()).where(Outbox.event == "request_sent", Outbox.payload["reference"].as_string().in_(list(references)))
    found = session.execute(sent).scalar_one()
    session.rollback()
    return found
