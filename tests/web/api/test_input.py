"""Wrong input is answered by what is wrong with it, in which field of which line, and never by a 5xx."""

from __future__ import annotations

from typing import Any

import pytest

from booking.demo import cast
from booking.web.extensions import db
from tests.web.api.program import Program, new_key

GOOD = {"from": "2027-06-12T14:00:00+02:00", "to": "2027-06-12T18:00:00+02:00"}
NOTHING = object()

# field, value, status, code, the other details that are told
OF_A_LINE = [
    ("from", NOTHING, 422, "field_required", {}),
    ("to", NOTHING, 422, "field_required", {}),
    ("asset", NOTHING, 422, "field_required", {}),
    ("asset", 999_999, 404, "asset_unknown", {}),
    ("asset", "RAN-ZAAL-JS", 422, "kind_wrong", {"expected": "integer"}),
    ("asset", None, 422, "kind_wrong", {}),
    ("asset", True, 422, "kind_wrong", {}),
    ("asset", -1, 422, "number_too_small", {"limit": 1}),
    ("asset", 2**63, 422, "number_too_large", {}),
    ("units", 0, 422, "units_not_positive", {"limit": 1}),
    ("units", -1, 422, "units_not_positive", {}),
    ("units", 10_000, 422, "units_beyond_stock", {"limit": 1}),
    ("units", 10**30, 422, "number_too_large", {"limit": 1_000_000}),
    ("units", 1.5, 422, "kind_wrong", {}),
    ("units", "2", 422, "kind_wrong", {}),
    ("from", "2027-06-12T14:00:00", 422, "time_naive", {}),
    ("to", "2027-06-12T18:00", 422, "time_naive", {}),
    ("from", "2027-06-12", 422, "time_unreadable", {}),
    ("from", "12/06/2027 14:00", 422, "time_unreadable", {}),
    ("from", "2027-02-30T14:00:00+01:00", 422, "time_unreadable", {}),
    ("from", "2027-06-12T25:00:00+02:00", 422, "time_unreadable", {}),
    ("from", "2027-06-12T14:00:00+99:00", 422, "time_unreadable", {}),
    ("from", "0202-06-12T14:00:00+02:00", 422, "time_out_of_range", {}),
    ("to", "9999-12-31T23:59:59-12:00", 422, "time_out_of_range", {}),
    ("from", 1_812_605_400, 422, "kind_wrong", {"expected": "string"}),
    ("to", "2027-06-12T14:00:00+02:00", 422, "period_reversed", {}),
    ("to", "2027-06-11T14:00:00+02:00", 422, "period_reversed", {}),
    ("handover", "teleport", 422, "choice_unknown", {"value": "teleport"}),
    ("handover", ["pickup"], 422, "kind_wrong", {}),
    ("operator", "Karel", 422, "kind_wrong", {}),
    ("measures", {"km": "ten"}, 422, "kind_wrong", {"expected": "number"}),
    ("measures", {"km": -1}, 422, "number_too_small", {}),
    ("measures", {"km": 1e300}, 422, "number_too_large", {}),
    ("measures", [], 422, "kind_wrong", {}),
    ("measures", {f"m{n}": 1 for n in range(21)}, 422, "number_too_large", {"limit": 20}),
    ("state", "approved", 422, "field_unknown", {}),
    ("price", 0, 422, "field_unknown", {}),
]

OF_THE_REQUEST = [
    ("borrower", NOTHING, 422, "field_required", "borrower"),
    ("borrower", 999_999, 404, "borrower_unknown", None),
    ("borrower", {}, 422, "kind_wrong", "borrower"),
    ("beneficiary", {"id": 999_999}, 404, "beneficiary_unknown", "beneficiary"),
    ("beneficiary", {"name": ""}, 422, "field_required", "name"),
    ("beneficiary", {"name": "x" * 201}, 422, "name_too_long", "name"),
    ("beneficiary", {}, 422, "field_required", "beneficiary"),
    ("beneficiary", "Chiro", 422, "kind_wrong", "beneficiary"),
    ("lines", NOTHING, 422, "field_required", "lines"),
    ("lines", [], 422, "no_lines", "lines"),
    ("lines", {}, 422, "kind_wrong", "lines"),
    ("lines", ["hall"], 422, "kind_wrong", "lines"),
    ("lines", [{}] * 51, 422, "too_many_lines", "lines"),
    ("event", "Zomerfeest", 422, "kind_wrong", "event"),
    ("event", {"name": "x" * 300}, 422, "name_too_long", "name"),
    ("event", {"name": "nul\x00"}, 422, "text_unreadable", "name"),
    ("event", {"name": 5}, 422, "kind_wrong", "name"),
    ("event", {"purpose": "heist"}, 422, "choice_unknown", "purpose"),
    ("event", {"attendance": -5}, 422, "number_too_small", "attendance"),
    ("event", {"place_authority": 999_999}, 422, "choice_unknown", "place_authority"),
    ("event", {"title": "x"}, 422, "field_unknown", "title"),
    ("note", "x" * 4001, 422, "name_too_long", "note"),
    ("option_until", "2027-02-01T12:00:00+01:00", 422, "time_in_past", "option_until"),
    ("option_until", "2027-03-03T12:00:00", 422, "time_naive", "option_until"),
    *((name, 1, 422, "field_unknown", name) for name in ("tenant_id", "role", "status", "price", "owner_id", "is_admin", "approved_by")),
]  # fmt: skip

BODIES = [
    (b"", 422, "field_required"),
    (b"{", 400, "json_unreadable"),
    (b"null", 422, "kind_wrong"),
    (b"[]", 422, "kind_wrong"),
    (b'"text"', 422, "kind_wrong"),
    (b'{"borrower": NaN, "lines": []}', 400, "json_unreadable"),
    (b'{"borrower": Infinity}', 400, "json_unreadable"),
    (b'{"borrower": 1, "borrower": 2}', 400, "json_unreadable"),
    (b'{"borrower": 1e99999999999999999999}', 400, "json_unreadable"),
    (b'{"borrower": 1' + b"0" * 5000 + b"}", 400, "json_unreadable"),
    (b'{"borrower": 1' + b"0" * 400 + b"}", 422, "field_required"),
    (b'{"borrower": 1.5, "lines": [1]}', 422, "kind_wrong"),
    (b"[" * 100_000, 400, "json_unreadable"),
    (b'{"note":' + b"[" * 10_000 + b"]" * 10_000 + b"}", 400, "json_unreadable"),
    (b'{"borrower": "\xff"}', 400, "json_unreadable"),
    (b'{"borrower": 1, "note": "\\ud800", "lines": []}', 422, "text_unreadable"),
    (b'{"\\ud800": 1}', 422, "field_unknown"),
    (b'{"' + b"x" * 10_000 + b'": 1}', 422, "field_unknown"),
    (b'{"note": "' + b"x" * 200_000 + b'"}', 413, "too_large"),
]


@pytest.mark.parametrize(("field", "value", "status", "code", "details"), OF_A_LINE)
@pytest.mark.parametrize("path", ["/quotes", "/reservations"])
def test_a_line_is_refused_by_its_field_and_its_number(api: Program, path, field, value, status, code, details) -> None:
    hall = api.asset(cast.HALL_RANST)
    wrong = _with({"asset": hall, **GOOD}, field, value)
    answer = api.call("POST", path, body={"borrower": api.association, "lines": [{"asset": hall, **GOOD}, wrong]}, key=new_key())
    assert (answer.status_code, answer.json["code"], answer.json["line"]) == (status, code, 2), answer.text
    assert details.items() <= answer.json.items()
    told = "to" if code == "period_reversed" else field
    assert answer.json.get("pointer", f"/lines/1/{told}").startswith(f"/lines/1/{told}")


@pytest.mark.parametrize(("field", "value", "status", "code", "named"), OF_THE_REQUEST)
def test_a_request_is_refused_by_its_field(api: Program, field, value, status, code, named) -> None:
    good = {"borrower": api.association, "lines": [{"asset": api.asset(cast.HALL_RANST), **GOOD}]}
    answer = api.call("POST", "/reservations", body=_with(good, field, value), key=new_key())
    assert (answer.status_code, answer.json["code"], answer.json.get("field")) == (status, code, named), answer.text
    assert answer.json["detail"].endswith(".")


@pytest.mark.parametrize(("data", "status", "code"), BODIES, ids=range(len(BODIES)))
def test_a_body_that_is_no_request_is_refused(api: Program, data, status, code) -> None:
    answer = api.call("POST", "/quotes", data=data, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json["code"]) == (status, code), answer.text


def test_a_body_that_is_not_json_is_refused_by_its_kind(api: Program) -> None:
    answer = api.call("POST", "/quotes", data=b"borrower=1", headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert (answer.status_code, answer.json["code"]) == (415, "media_type_unknown")


def test_a_whole_number_may_be_written_with_a_point_and_a_fraction_of_a_second_is_cut_off(api: Program) -> None:
    line = {"asset": api.asset(cast.HALL_RANST), "units": 1.0, "from": "2027-06-12T12:00:00.999Z", "to": "2027-06-12t18:00:00+02:00"}
    offer = api.call("POST", "/quotes", body={"borrower": api.association, "lines": [line]}).json
    assert offer["lines"][0]["use"] == {"from": "2027-06-12T12:00:00+00:00", "to": "2027-06-12T16:00:00+00:00"}


def test_somebody_elses_borrower_or_person_is_nobody(api: Program) -> None:
    with api.app.app_context():
        other = cast.borrower_id(db.session(), "De Verzonnen School (fictief)")
    line = {"asset": api.asset(cast.HALL_RANST), **GOOD}
    answer = api.call("POST", "/reservations", body={"borrower": other, "lines": [line]}, key=new_key())
    assert (answer.status_code, answer.json["code"]) == (404, "borrower_unknown")
    answer = api.call("POST", "/quotes", body={"borrower": api.association, "lines": [{**line, "operator": api.operator}]})
    assert (answer.status_code, answer.json["code"]) == (404, "person_unknown")


@pytest.mark.parametrize(
    ("act", "body", "code", "field"),
    [
        ("PATCH ", {}, "field_required", None),
        ("PATCH ", {"units": 0}, "units_not_positive", "units"),
        ("PATCH ", {"from": "2027-06-12T20:00:00+02:00"}, "period_reversed", "to"),
        ("PATCH ", {"state": "approved"}, "field_unknown", "state"),
        ("POST /refuse", {}, "field_required", "reason"),
        ("POST /refuse", {"reason": ""}, "field_required", "reason"),
        ("POST /refuse", {"reason": "  "}, "field_required", "reason"),
        ("POST /approve", {"override": "yes"}, "kind_wrong", "override"),
        ("POST /approve", {"price": 0}, "field_unknown", "price"),
        ("POST /propose", {"to": "2027-06-12T13:00:00+02:00"}, "period_reversed", "to"),
        ("POST /propose", {"asset": 999_999}, "asset_unknown", "asset"),
        ("POST /accept", {"reason": "yes"}, "field_unknown", "reason"),
        ("POST /cancel", {"reason": 5}, "kind_wrong", "reason"),
    ],
)
def test_an_act_is_refused_by_its_field(api: Program, standing: str, act: str, body: dict[str, Any], code: str, field: str | None) -> None:
    method, _, path = act.partition(" ")
    who = "desk_ranst" if path in {"/refuse", "/approve", "/propose"} else "organiser"
    answer = api.call(method, f"/reservations/{standing}/lines/1{path}", who, body)
    assert (answer.status_code, answer.json["code"], answer.json.get("field")) == (422, code, field), answer.text


@pytest.fixture(scope="module")
def standing(api: Program) -> str:
    """A request for the hall of GOOD's Saturday, which none of these acts may change."""
    return api.reserve({"asset": api.asset(cast.HALL_RANST), **GOOD})["reference"]


def _with(good: dict[str, Any], field: str, value: object) -> dict[str, Any]:
    return {name: item for name, item in good.items() if name != field} if value is NOTHING else {**good, field: value}
