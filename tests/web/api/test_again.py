"""A request under a key is carried out once, however often and by whomever it is sent (T-09)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from booking.clock import now
from booking.demo import cast
from booking.services.idempotency import forget
from booking.web.extensions import db
from models import IdempotencyKey, Outbox, Reservation
from tests.web.api.program import MOMENT, Program, new_key


def counts(api: Program) -> tuple[int, int, int]:
    """Reservations, mails and keys."""
    with api.app.app_context():
        return tuple(db.session.scalar(select(func.count()).select_from(table)) for table in (Reservation, Outbox, IdempotencyKey))


def hall(api: Program) -> dict:
    return {"borrower": api.association, "lines": [api.line(cast.HALL_RANST)]}


def test_the_same_request_gets_the_same_answer_to_the_letter(api: Program) -> None:
    body, key = hall(api), new_key()
    first = api.call("POST", "/reservations", body=body, key=key)
    after = counts(api)
    again = api.call("POST", "/reservations", body=body, key=key)
    assert (again.status_code, again.data) == (first.status_code, first.data) == (201, first.data)
    assert (first.headers.get("Idempotency-Replayed"), again.headers["Idempotency-Replayed"]) == (None, "true")
    assert counts(api) == after


def test_an_hour_later_and_after_the_reservation_moved_on_the_answer_is_still_the_same(api: Program, at) -> None:
    body, key = hall(api), new_key()
    first = api.call("POST", "/reservations", body=body, key=key)
    api.call("POST", f"/reservations/{first.json['reference']}/lines/1/approve", "desk_ranst", {})
    at((datetime.fromisoformat(MOMENT) + timedelta(hours=1)).isoformat())
    assert api.call("POST", "/reservations", body=body, key=key).data == first.data


def test_the_order_of_the_fields_makes_no_other_request(api: Program) -> None:
    body, key = hall(api), new_key()
    first = api.call("POST", "/reservations", body=body, key=key)
    turned = dict(reversed([(name, value) for name, value in body.items()]))
    assert api.call("POST", "/reservations", body=turned, key=key).data == first.data


def test_another_request_under_the_same_key_is_refused(api: Program) -> None:
    key = new_key()
    api.call("POST", "/reservations", body=hall(api), key=key)
    before = counts(api)
    other = api.call("POST", "/reservations", body=hall(api), key=key)
    assert (other.status_code, other.json["code"]) == (422, "key_reused")
    assert counts(api) == before


def test_another_persons_key_is_another_key(api: Program) -> None:
    key = new_key()
    mine = api.call("POST", "/reservations", body=hall(api), key=key)
    line = api.line(cast.TRAILER_WOMMELGEM, driver=api.operator)
    theirs = api.call("POST", "/reservations", "technician", {"borrower": api.service, "lines": [line]}, key=key)
    assert (mine.status_code, theirs.status_code) == (201, 201)
    assert mine.json["reference"] != theirs.json["reference"]


@pytest.mark.parametrize(
    ("key", "status", "code"), [("", 400, "key_missing"), ("  ", 400, "key_missing"), ("x" * 201, 422, "key_unreadable")]
)
def test_a_request_without_a_usable_key_is_refused(api: Program, key: str, status: int, code: str) -> None:
    answer = api.call("POST", "/reservations", body=hall(api), key=key)
    assert (answer.status_code, answer.json["code"]) == (status, code)


def test_a_request_without_the_header_is_refused(api: Program) -> None:
    answer = api.call("POST", "/reservations", body=hall(api))
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (400, "key_missing", "Idempotency-Key")


def test_what_was_refused_keeps_no_key_and_may_be_tried_again(api: Program) -> None:
    body, key = hall(api), new_key()
    other = api.reserve(*body["lines"])
    before = counts(api)
    assert api.call("POST", "/reservations", body=body, key=key).status_code == 409
    assert counts(api) == before
    api.call("POST", f"/reservations/{other['reference']}/cancel")
    assert api.call("POST", "/reservations", body=body, key=key).status_code == 201


@pytest.mark.parametrize("_", range(10))
def test_sent_three_times_at_once_it_is_carried_out_once(api: Program, _: int) -> None:
    body, key = hall(api), new_key()
    reservations, mails, keys = counts(api)
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda _: api.call("POST", "/reservations", body=body, key=key), range(3)))
    made = [answer for answer in answers if answer.status_code == 201]
    waiting = [answer.json["code"] for answer in answers if answer.status_code != 201]
    assert len({answer.data for answer in made}) == 1
    assert set(waiting) <= {"key_in_use"}
    assert counts(api) == (reservations + 1, mails + 2, keys + 1)
    assert api.call("POST", "/reservations", body=body, key=key).data == made[0].data


def test_keys_are_forgotten_after_thirty_days(api: Program) -> None:
    body, key = hall(api), new_key()
    api.call("POST", "/reservations", body=body, key=key)
    with api.app.app_context():
        assert forget(db.session(), now() + timedelta(days=29)) == 0
        assert forget(db.session(), now() + timedelta(days=31)) > 0
    answer = api.call("POST", "/reservations", body=body, key=key)
    assert (answer.status_code, answer.json["code"]) == (409, "conflict_taken")
