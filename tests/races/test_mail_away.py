"""T-28: how long a reservation takes while the outbox is full and the mail server is away or slow, beside when all mail leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from statistics import median

import pytest
from sqlalchemy import update

from booking.services import records
from booking.services.transaction import transaction
from models import Outbox
from tests.races.behind import keep_sending
from tests.races.conftest import Arena
from tests.races.ground import NOW, Slot, request_of
from tests.races.test_behind import behind
from tests.support.mailbox import Mailbox, listening
from tests.support.mails import PAYLOAD
from tests.support.ports import free_port

WAITING = 5_000
ROUNDS, REQUESTS = 5, 200
ASSETS, DAYS = 80, 40
EVERY = 1.0  # seconds between two turns of the sender, which takes one every fifteen in production
LATER = NOW + timedelta(hours=1)


@pytest.mark.release
def test_reserving_goes_on_whatever_becomes_of_the_mails(mortal: Arena, measured: Callable[[str, object], None]) -> None:
    ground, mailbox = mortal.ground, Mailbox()
    slots = (Slot(asset, day) for asset in ground.assets(ASSETS) for day in range(DAYS))
    took: dict[str, list[float]] = {"all mail leaves": [], "the server is away": [], "the server is slow": []}
    reserved(mortal, slots)  # warms
    with listening(mailbox, free_port()) as there:
        nowhere = f"smtp://127.0.0.1:{free_port()}"
        for _ in range(ROUNDS):
            for how in took:
                calm = how == "all mail leaves"
                if not calm:
                    fill(mortal)
                mailbox.slow = 1.0 if how == "the server is slow" else 0.0
                with behind(keep_sending, ground.database, nowhere if how == "the server is away" else there, LATER.isoformat(), EVERY):
                    took[how] += reserved(mortal, slots)
                empty(mortal)
    usual, *others = (median(seconds) for seconds in took.values())
    told = [f"{how} {median(seconds) * 1000:.1f} ms" for how, seconds in took.items()]
    ratios = ", ".join(f"{other / usual:.2f}" for other in others)
    measured(f"T-28 a reservation, {WAITING} mails waiting", f"{'; '.join(told)}; ÷ the first {ratios}")


def reserved(arena: Arena, slots: Iterator[Slot]) -> list[float]:
    """Seconds that each of so many reservations took, one after the other."""
    answers = []
    for number, slot in enumerate(islice(slots, REQUESTS)):
        party = arena.ground.party(number)
        answers.append(arena.caller(party.token).ask(request_of(party.borrower, slot), f"mail-{slot.asset}-{slot.day}"))
    assert {answer.status for answer in answers} == {201}
    return [answer.seconds for answer in answers]


def fill(arena: Arena) -> None:
    """Let thousands of mails wait, each to somebody else."""
    session = arena.ground.session
    with transaction(session):
        records.mail(session, NOW, "line_approve", [f"person{number}@x.example" for number in range(WAITING)], PAYLOAD)


def empty(arena: Arena) -> None:
    """Let none wait any more."""
    session = arena.ground.session
    with transaction(session):
        session.execute(update(Outbox).where(Outbox.state == "waiting").values(state="sent", sent_at=LATER, error=""))
