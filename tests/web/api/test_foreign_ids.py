"""An id of another within a program's JSON reaches nothing, and is answered as one of nobody (TEST_PLAN T-33)."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

from booking.demo import cast
from booking.web.extensions import db
from tests.web.api.program import Program, new_key
from tests.web.test_foreign_ids import NOBODY, hashed

Place = tuple[str | int, ...]


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


def put(body: Any, place: Place, value: int) -> Any:
    """The body with another value at a place."""
    changed = inside = copy.deepcopy(body)
    *way, last = place
    for step in way:
        inside = inside[step]
    inside[last] = value
    return changed


def test_an_id_of_another_is_nobodys_wherever_it_stands(program: Program) -> None:
    with program.app.app_context():
        others = {
            "borrower": cast.borrower_id(db.session(), "De Verzonnen School (fictief)"),
            "person": cast.person_id(db.session(), cast.OPERATOR_WOMMELGEM),
        }
    hall = program.line(cast.HALL_RANST)
    reference = program.reserve(hall)["reference"]
    line = f"/reservations/{reference}/lines/1"
    good = {"borrower": program.association, "event": {"name": "Feest"}, "lines": [program.line(cast.HALL_RANST)]}
    places: list[tuple[Place, str]] = [(("borrower",), "borrower"), *((("lines", 0, role), "person") for role in ("operator", "driver"))]
    sent = [(way, "organiser", good, place, noun) for way in ("/quotes", "/reservations") for place, noun in places]
    sent += [(line, "organiser", {"units": 1}, (role,), "person") for role in ("operator", "driver")]
    before = hashed(program.app)
    for path, who, body, place, noun in sent:
        method = "PATCH" if path == line else "POST"
        answers = [program.call(method, path, who, put(body, place, key), key=new_key()) for key in (others[noun], NOBODY)]
        assert [answer.status_code for answer in answers] == [404, 404], (path, place)
        theirs, nobodys = (re.sub(r"\d", "", answer.text) for answer in answers)
        assert theirs == nobodys
    foreign = program.asset(cast.STAGE_ZANDHOVEN)  # which everybody may ask for, but not as a change of what Ranst decides on
    for method, path, who in (("PATCH", line, "organiser"), ("POST", f"{line}/propose", "desk_ranst")):
        assert [program.call(method, path, who, {"asset": key}).status_code for key in (foreign, NOBODY)] in ([422, 404], [422, 422])
    assert {table for table, digest in hashed(program.app).items() if digest != before[table]} == set()
