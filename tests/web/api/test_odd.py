"""Whatever is sent, the answer is one that the document names: no 5xx, no status or shape of its own (T-50)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booking.demo import cast
from tests.web.api.odd import GOOD, LINE, ODD, almost
from tests.web.api.program import Program, new_key

SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
FIELDS = ("asset", "from", "to", "units", "handover", "operator", "driver", "reason", "override", "state")
ACTS = ("approve", "refuse", "propose", "accept", "decline", "confirm", "cancel")
WHO = st.sampled_from(["organiser", "technician", "desk_ranst", "desk_zandhoven", "desk_brecht"])
QUESTIONS = st.dictionaries(
    st.sampled_from(["from", "to", "category", "authority", "q", "units", "x"]), st.one_of(st.text(max_size=8), ODD.map(str))
)


@pytest.fixture(scope="module")
def good(api: Program) -> dict[str, Any]:
    """A body that would be accepted: real ids, so that what is odd reaches the rules and the database."""
    hall, barriers = (api.asset(code) for code in (cast.HALL_RANST, cast.BARRIERS_RANST))
    return {
        **GOOD,
        "borrower": api.association,
        "lines": [{**LINE, "asset": hall}, {**GOOD["lines"][1], "asset": barriers, "operator": None}],
    }


@pytest.fixture(scope="module")
def reference(api: Program) -> str:
    return api.reserve(api.line(cast.HALL_RANST), api.line(cast.STAGE_ZANDHOVEN))["reference"]


@SLOW
@given(data=st.data(), key=st.one_of(st.text("abc ", max_size=3), st.builds(new_key)), who=WHO)
def test_an_odd_request_gets_an_answer_that_is_in_the_document(
    api: Program, good: dict[str, Any], data: st.DataObject, key: str, who: str
) -> None:
    body = data.draw(almost(good))
    api.call("POST", "/quotes", who, body)
    api.call("POST", "/reservations", who, body, key=key)


@SLOW
@given(body=st.one_of(st.dictionaries(st.sampled_from(FIELDS), ODD), ODD), act=st.sampled_from(ACTS), who=WHO, number=st.integers(1, 3))
def test_an_odd_act_gets_an_answer_that_is_in_the_document(
    api: Program, reference: str, body: Any, act: str, who: str, number: int
) -> None:
    api.call("POST", f"/reservations/{reference}/lines/{number}/{act}", who, data=json.dumps(body), content_type="application/json")
    api.call("PATCH", f"/reservations/{reference}/lines/{number}", who, data=json.dumps(body), content_type="application/json")
    api.call("POST", f"/reservations/{reference}/cancel", "desk_brecht", data=json.dumps(body), content_type="application/json")


@SLOW
@given(asked=QUESTIONS)
def test_an_odd_question_gets_an_answer_that_is_in_the_document(api: Program, asked: dict[str, str]) -> None:
    api.call("GET", "/assets", query_string=asked)
    api.call("GET", "/availability", query_string={"from": LINE["from"], "to": LINE["to"], **asked})


@SLOW
@given(data=st.binary(max_size=200))
def test_an_odd_body_gets_an_answer_that_is_in_the_document(api: Program, data: bytes) -> None:
    api.call("POST", "/quotes", data=data, content_type="application/json")
