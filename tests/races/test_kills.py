"""T-20: the whole server dies in the middle of everything, again and again; nothing that was acknowledged is lost or done twice."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from statistics import median
from threading import Event

import pytest

from tests.races.clients import DROPPED, Answer, Tally
from tests.races.conftest import Arena
from tests.races.ground import Party, Slot, request_of
from tests.races.proofs import empty_reservations, is_clean, kept, overlaps

CLIENTS = 24
ASSETS = 20
DAYS = 150
KILLS = 12
UNANSWERED = {DROPPED, 503}
PATIENCE = 180
BREATH = 0.2  # seconds before a client asks again: not so short that the dead keep the new server from starting


@dataclass(slots=True)
class Client:
    """Asks for one slot after the other and sends each request again until it is answered; keeps every answer."""

    arena: Arena
    number: int
    assets: list[int]
    answers: list[Answer] = field(default_factory=list)
    acknowledged: dict[str, tuple[Slot, dict]] = field(default_factory=dict)  # key → what was asked and the 201 that came
    replays: int = 0

    @property
    def party(self) -> Party:
        """For whom it asks."""
        return self.arena.ground.party(self.number)

    def go_on(self, stop: Event) -> None:
        """Until told to stop; the request under way is still brought to its answer."""
        chance = Random(self.number)
        while not stop.is_set():
            slot = Slot(chance.choice(self.assets), chance.randrange(DAYS))
            key = f"kill-{self.number}-{len(self.answers)}"
            answer = self.bring_home(slot, key)
            if answer.status == 201:
                self.acknowledged[key] = slot, answer.body

    def bring_home(self, slot: Slot, key: str) -> Answer:
        """Ask until there is an answer that stands: a dead server, one that is busy, and a key that is in use are none."""
        caller, deadline = self.arena.caller(self.party.token), time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            answer = caller.ask(request_of(self.party.borrower, slot), key)
            self.answers.append(answer)
            if answer.status not in UNANSWERED and answer.code != "key_in_use":
                return answer
            self.replays += 1
            time.sleep(BREATH)
        raise TimeoutError(f"no answer to {key} in {PATIENCE} s")


@pytest.mark.parametrize(("kills", "fresh"), [(KILLS, False), pytest.param(40, True, marks=pytest.mark.release)])
def test_what_was_acknowledged_survives_every_death_of_the_server(
    mortal: Arena, measured: Callable[[str, object], None], kills: int, fresh: bool
) -> None:
    ground, mortal.server.fresh = mortal.ground, fresh  # comes back as production does, which takes most of the time
    assets = ground.assets(ASSETS)
    clients = [Client(mortal, number, assets) for number in range(CLIENTS)]
    back: list[float] = []
    tally = Tally.of(lambda: _under_load(mortal, clients, kills, back))
    acknowledged = {key: found for client in clients for key, found in client.acknowledged.items()}
    again = f"; ready again in p50 {median(back):.1f} s, max {max(back):.1f} s" if fresh else ""
    told = f"{len(acknowledged)} acknowledged, {sum(client.replays for client in clients)} sent again, {tally}{again}"
    measured(f"T-20 {kills} kills under {CLIENTS} clients", told)
    assert set(tally.statuses) <= {DROPPED, 201, 409, 503}
    assert tally.statuses[DROPPED] > 0
    _nothing_is_lost_or_done_twice(mortal, acknowledged, assets)
    _the_same_comes_back(clients)
    assert overlaps(ground.session, assets) == 0
    assert empty_reservations(ground.session) == 0
    assert is_clean(ground.session)


def _under_load(arena: Arena, clients: list[Client], kills: int, back: list[float]) -> list[Answer]:
    """All clients at once while the server is killed and started again; `back` gets the seconds each start took."""
    stop, chance = Event(), Random(20)
    with ThreadPoolExecutor(len(clients)) as pool:
        working = [pool.submit(client.go_on, stop) for client in clients]
        try:
            for _ in range(kills):
                time.sleep(chance.uniform(0.2, 0.8))
                arena.server.kill()
                began = time.monotonic()
                arena.server.start(ready_within=PATIENCE)
                back.append(time.monotonic() - began)
            time.sleep(0.5)
        finally:
            stop.set()
        for client in working:
            client.result()
    return [answer for client in clients for answer in client.answers]


def _nothing_is_lost_or_done_twice(arena: Arena, acknowledged: Mapping[str, tuple[Slot, dict]], assets: list[int]) -> None:
    """Each acknowledged reservation is there with what was asked, and there is no other."""
    written = kept(arena.ground.session, assets)
    assert sorted(written) == sorted(body["reference"] for _, body in acknowledged.values())
    for slot, body in acknowledged.values():
        [line] = written[body["reference"]]
        assert (line.asset, line.units, line.state) == (slot.asset, slot.units, body["lines"][0]["state"])


def _the_same_comes_back(clients: list[Client]) -> None:
    """A key that was acknowledged before some death gives the very same answer after it."""
    for client in clients:
        for key, (slot, body) in list(client.acknowledged.items())[:1]:
            assert client.bring_home(slot, key).body == body
