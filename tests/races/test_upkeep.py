"""Planning upkeep against reservations for the same hours: one of them gets the time, and without the lock both would."""

from __future__ import annotations

import http.client
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from random import Random
from urllib.parse import urlencode, urlsplit

import pytest
from sqlalchemy import select
from sqlalchemy.orm import aliased

from booking.demo.cast import TECHNICIAN_RANST, account_id
from booking.services.keys import digest, new_key
from booking.services.transaction import transaction
from models import Occupancy, SignIn
from tests.races.clients import PATIENCE, Answer, Crowd, crowd
from tests.races.conftest import Arena
from tests.races.ground import FIRST_DAY, NOW, Slot, request_of
from tests.races.proofs import is_clean, overlaps

CLIENTS, SLOTS = 4, 16
ENOUGH, MOST = 3, 40
HEAD_START = 0.25  # seconds within which the requests follow: a page takes longer than the API, and each must be able to win
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([0-9a-f]+)"')


@dataclass(frozen=True, slots=True)
class Planner:
    """A technician's browser, signed in, with the token of its forms."""

    url: str
    cookie: str
    token: str

    def plan(self, slot: Slot) -> Answer:
        """Plan maintenance from nine to five of a slot's day; 303 when it has the time."""
        day = (FIRST_DAY + timedelta(days=slot.day)).isoformat()
        form = {"csrf_token": self.token, "which": "own", "from_day": day, "from_time": "09:00", "to_day": day, "to_time": "17:00"}
        return self.send("POST", f"/keuringen/{slot.asset}/plannen?soort=maintenance", urlencode(form))

    def send(self, method: str, path: str, body: str = "") -> Answer:
        """One request of this browser."""
        began = time.perf_counter()
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded", "Origin": self.url}
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        status, read = response.status, response.read().decode()
        connection.close()
        return Answer(status, {"page": read, "cookie": response.getheader("Set-Cookie", "")}, time.perf_counter() - began)


def planner(arena: Arena) -> Planner:
    """The technician of Ranst in a browser that signed in before."""
    key, session = new_key(), arena.ground.session
    with transaction(session):
        dates = {"created_at": NOW, "seen_at": NOW, "expires_at": NOW + timedelta(hours=2)}
        session.add(SignIn(key_hash=digest(key), account_id=account_id(session, TECHNICIAN_RANST), csrf=new_key(), **dates))
    stranger = Planner(arena.server.url, "", "").send("GET", "/aanmelden")
    cookie = f"{stranger.body['cookie'].partition('=')[0]}={key}"
    page = Planner(arena.server.url, cookie, "").send("GET", "/taken/melden").body["page"]
    found = TOKEN.search(page)
    assert found, page
    return Planner(arena.server.url, cookie, found[1])


def race(slot: Slot, racers: Crowd, arena: Arena, crew: Planner, chance: Random) -> list[Answer]:
    """One plans, and all others ask for the same day, in the same instant or so."""
    parties = [arena.ground.party(number) for number in range(racers.size - 1)]

    def follow(number: int) -> Answer:
        time.sleep(chance.uniform(0, HEAD_START))
        party = parties[number]
        return arena.caller(party.token).ask(request_of(party.borrower, slot), f"upkeep-{slot.asset}-{slot.day}-{number}")

    return racers.at_once([partial(crew.plan, slot), *(partial(follow, number) for number in range(len(parties)))])


def taken_from_loans(arena: Arena, asset: int) -> int:
    """Loans that overlap with planned work on the same asset."""
    work, loan, session = aliased(Occupancy), aliased(Occupancy), arena.ground.session
    meeting = (work.asset_id == loan.asset_id) & (work.starts_at < loan.ends_at) & (loan.starts_at < work.ends_at)
    pairs = select(work.id).join(loan, meeting).where(work.asset_id == asset, work.kind == "maintenance", loan.holder.like("line:%"))
    found = len(session.execute(pairs).all())
    session.rollback()
    return found


def test_a_time_is_given_to_upkeep_or_to_one_loan_and_never_to_both(arena: Arena, measured: Callable[[str, object], None]) -> None:
    assets, crew, chance = arena.ground.assets(SLOTS), planner(arena), Random(13)
    won = []
    with crowd(CLIENTS) as racers:
        for asset in assets:
            answers = race(Slot(asset), racers, arena, crew, chance)
            won.append((answers[0].status == 303, [each.status for each in answers[1:]].count(201)))
    planned = sum(planned for planned, _ in won)
    measured(f"upkeep against {CLIENTS - 1} requests × {SLOTS} slots", f"{planned} times planned, {SLOTS - planned} times lent")
    assert {planned + lent for planned, lent in won} == {1}
    assert overlaps(arena.ground.session, assets) == 0
    assert is_clean(arena.ground.session)


@pytest.mark.parametrize(
    "engine_name", ["sqlite", pytest.param("postgresql", marks=[pytest.mark.postgres, pytest.mark.release])], indirect=True, scope="session"
)
def test_without_lock_and_guard_upkeep_and_loans_overlap(lingering: Arena, measured: Callable[[str, object], None]) -> None:
    crew, chance = planner(lingering), Random(13)
    lost: list[int] = []
    with crowd(CLIENTS) as racers:
        for asset in lingering.ground.assets(MOST):
            race(Slot(asset), racers, lingering, crew, chance)
            lost.append(taken_from_loans(lingering, asset))
            if sum(lost) >= ENOUGH:
                break
    measured(f"upkeep, lock and guard off, {CLIENTS} clients × {len(lost)} slots", f"{sum(lost)} loans overlap with it")
    assert sum(lost) >= ENOUGH
