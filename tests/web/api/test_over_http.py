"""The API as production serves it: several processes, real sockets, one key sent three times at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
import requests
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.services.accounts import create_token
from models import Reservation
from tests.support.kept import engine_on
from tests.support.server import serving
from tests.web.api.program import MOMENT

NOW = datetime.fromisoformat(MOMENT)


@pytest.fixture
def session(region: str) -> Iterator[Session]:
    with Session(engine_on(region), expire_on_commit=False, autoflush=False) as opened:
        yield opened


def test_one_key_sent_three_times_at_once_to_two_processes_books_once(session: Session, region: str, tmp_path) -> None:
    token = create_token(session, cast.ORGANISER, NOW)
    hall, borrower = cast.asset_id(session, cast.HALL_RANST), cast.borrower_id(session, cast.ASSOCIATION_RANST)
    session.commit()
    with serving(tmp_path, region, STREEKDEPOT_NOW=MOMENT, STREEKDEPOT_DEMO="1") as server, ThreadPoolExecutor(3) as pool:

        def post(day: int) -> requests.Response:
            line = {"asset": hall, "from": f"2027-05-{day:02d}T14:00:00+02:00", "to": f"2027-05-{day:02d}T18:00:00+02:00"}
            headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"day {day}"}
            body = {"borrower": borrower, "lines": [line]}
            return requests.post(f"{server.url}/api/v1/reservations", json=body, headers=headers, timeout=20)

        for day in range(3, 15):
            answers = list(pool.map(post, [day] * 3))
            made = [answer.text for answer in answers if answer.status_code == 201]
            assert len(set(made)) == 1, [answer.text for answer in answers]
            assert {answer.json()["code"] for answer in answers if answer.status_code != 201} <= {"key_in_use"}
            assert post(day).text == made[0]
    assert session.scalar(select(func.count()).select_from(Reservation)) == 12


def test_a_body_without_a_length_is_stopped_at_its_limit(session: Session, region: str, tmp_path) -> None:
    token = create_token(session, cast.ORGANISER, NOW)
    session.commit()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    with serving(tmp_path, region, STREEKDEPOT_NOW=MOMENT, STREEKDEPOT_DEMO="1") as server:
        pieces = (b'{"note": "' if n == 0 else b"x" * 10_000 for n in range(30))
        answer = requests.post(f"{server.url}/api/v1/quotes", data=pieces, headers=headers, timeout=20)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
