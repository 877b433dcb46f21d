"""One reservation of three owners from the first look to the end, by programs only."""

from __future__ import annotations

from booking.demo import cast
from booking.web.extensions import db
from tests.web.api.program import Program, new_key


def states(reservation: dict) -> dict[int, str]:
    return {line["number"]: line["state"] for line in reservation["lines"]}


def test_a_reservation_of_three_owners_from_the_first_look_to_the_end(api: Program) -> None:
    day = "2027-06-12"
    lines = [api.line(code, day) for code in (cast.HALL_RANST, cast.STAGE_ZANDHOVEN, cast.JOINT_TOILETS)]
    body = {
        "borrower": api.association,
        "beneficiary": {"name": "Chiro De Verzonnen Vlieger (fictief)"},
        "event": {"name": "Zomerfeest", "purpose": "event", "place": "Kerkplein, Ranst", "attendance": 300},
        "note": "Graag vroeg",
        "lines": lines,
    }
    offer = api.call("POST", "/quotes", body=body).json
    assert [dossier["authority"]["name"] for dossier in offer["dossiers"]] == ["Ranst", "Zandhoven", "Nijlen"]
    assert all(dossier["quote"]["total"] > 0 for dossier in offer["dossiers"])

    made = api.call("POST", "/reservations", body=body, key=new_key())
    assert made.status_code == 201
    asked = made.json
    reference = asked["reference"]
    assert [line["price"] for line in asked["lines"]] == [line["price"] for line in offer["lines"]]
    assert states(asked) == dict.fromkeys((1, 2, 3), "requested")
    assert api.call("GET", f"/reservations/{reference}").json == asked
    assert_told_as_it_may_be_sent(api, body, asked["beneficiary"])
    mine = api.call("GET", f"/reservations/{reference}", "desk_zandhoven").json
    assert states(mine) == {2: "requested"}
    assert [dossier["authority"]["name"] for dossier in mine["dossiers"]] == ["Zandhoven"]

    path = f"/reservations/{reference}/lines"
    assert states(api.call("POST", f"{path}/1/approve", "desk_ranst", {}).json) == {1: "approved"}
    assert_hire_is_due(api, reference, asked["dossiers"][0]["quote"]["total"])
    other = {"from": "2027-06-19T14:00:00+02:00", "to": "2027-06-19T18:00:00+02:00", "reason": "Die dag is hij in herstelling"}
    proposed = api.call("POST", f"{path}/2/propose", "desk_zandhoven", other).json
    assert states(proposed) == {2: "proposed"}
    assert proposed["lines"][0]["change"]["use"]["from"] == "2027-06-19T12:00:00+00:00"
    refused = api.call("POST", f"{path}/3/refuse", "desk_nijlen", {"reason": "De wagen is nodig voor de kermis"}).json
    assert states(refused) == {3: "refused"}

    accepted = api.call("POST", f"{path}/2/accept").json
    assert states(accepted) == {1: "approved", 2: "approved", 3: "refused"}
    assert accepted["lines"][1]["use"]["from"] == "2027-06-19T12:00:00+00:00"
    assert [dossier["quote"]["total"] for dossier in accepted["dossiers"]][2] == 0

    changed = api.call("PATCH", f"{path}/1", body={"to": "2027-06-12T19:00:00+02:00", "measures": {"hours": 4.5}}).json
    assert changed["lines"][0]["change"]["use"]["to"] == "2027-06-12T17:00:00+00:00"
    assert changed["lines"][0]["use"]["to"] == "2027-06-12T16:00:00+00:00"
    approved = api.call("POST", f"{path}/1/approve", "desk_ranst", {}).json
    assert approved["lines"][0]["use"]["to"] == "2027-06-12T17:00:00+00:00"
    assert (changed["lines"][0]["measures"], approved["lines"][0]["measures"]) == ({}, {"hours": "4.500"})

    ended = api.call("POST", f"/reservations/{reference}/cancel", body={"reason": "Het feest gaat niet door"}).json
    assert states(ended) == {1: "cancelled", 2: "cancelled", 3: "refused"}
    again = api.call("POST", f"/reservations/{reference}/cancel")
    assert (again.status_code, again.json["code"]) == (409, "move_not_allowed")


def assert_told_as_it_may_be_sent(api: Program, body: dict, beneficiary: dict) -> None:
    """For whom it is: recognised by its name, and told in the shape in which it is asked."""
    assert beneficiary["id"]
    assert api.call("POST", "/quotes", body={**body, "beneficiary": beneficiary}).status_code == 200


def assert_hire_is_due(api: Program, reference: str, total: int) -> None:
    """The one amount that is open once a first dossier is approved, with what to write on the transfer."""
    [owed] = api.call("GET", f"/reservations/{reference}/payments").json["dossiers"]
    hire = {"sort": "hire", "amount": total, "received": 0, "state": "open"}
    assert [{name: amount[name] for name in hire} for amount in owed["amounts"]] == [hire]
    assert owed["communication"].startswith("+++")


def test_a_platform_is_confirmed_at_once_for_a_partner_with_a_qualified_operator(api: Program) -> None:
    line = api.line(cast.PLATFORM_ZANDHOVEN, "2027-05-01", operator=api.operator, driver=api.operator)
    made = api.reserve(line, who="technician", borrower=api.service, event={"name": "Wegenwerken", "purpose": "works"})
    assert states(made) == {1: "approved"}
    assert made["lines"][0]["holds_until"] is None
    assert made == api.call("GET", f"/reservations/{made['reference']}", "technician").json


def test_what_is_taken_comes_back_with_the_nearest_dates_and_places(api: Program) -> None:
    hall, stage = api.line(cast.HALL_RANST), api.line(cast.STAGE_ZANDHOVEN)
    api.reserve(hall)
    answer = api.call("POST", "/reservations", "teacher", {**school(api), "lines": [stage, hall]}, key=new_key())
    assert (answer.status_code, answer.json["code"]) == (409, "conflict_taken")
    free, taken = answer.json["lines"]
    assert (free["outcome"], free["alternatives"]) == ("desk", None)
    assert taken["number"] == 2
    assert len(taken["alternatives"]["dates"]) == len(taken["alternatives"]["places"]) == 3
    assert taken["alternatives"]["places"][0]["km"] == 0.0
    nearest = taken["alternatives"]["dates"][0]
    api.reserve(stage, {**hall, **nearest})


def test_what_a_rule_refuses_comes_back_with_every_finding_and_writes_nothing(api: Program) -> None:
    late = {**api.line(cast.STAGE_ZANDHOVEN), "from": "2027-03-06T14:00:00+01:00", "to": "2027-03-06T18:00:00+01:00"}
    answer = api.call(
        "POST", "/reservations", body={"borrower": api.association, "lines": [api.line(cast.HALL_RANST), late]}, key=new_key()
    )
    assert (answer.status_code, answer.json["code"]) == (422, "request_refused")
    found = {finding["code"]: finding for finding in answer.json["lines"][1]["findings"]}
    assert found["notice_too_short"]["verdict"] == "refused"
    assert found["notice_too_short"]["text"].startswith("Te laat aangevraagd: dit kon tot en met")
    assert len(found) > 15
    preview = api.call("POST", "/quotes", body={"borrower": api.association, "lines": [late]})
    assert preview.json["lines"][0]["outcome"] == "refused"


def test_a_declined_proposal_brings_back_what_was_asked(api: Program) -> None:
    made = api.reserve(api.line(cast.STAGE_ZANDHOVEN))
    path = f"/reservations/{made['reference']}/lines/1"
    other = {"from": "2027-11-06T14:00:00+01:00", "to": "2027-11-06T18:00:00+01:00"}
    assert states(api.call("POST", f"{path}/propose", "desk_zandhoven", other).json) == {1: "proposed"}
    declined = api.call("POST", f"{path}/decline", body={"reason": "Dan zijn wij op kamp"}).json
    assert states(declined) == {1: "requested"}
    assert declined["lines"][0]["use"] == made["lines"][0]["use"]


def test_an_option_becomes_a_request_when_its_borrower_says_so(api: Program) -> None:
    made = api.reserve(api.line(cast.HALL_RANST), option_until="2027-03-03T12:00:00+01:00")
    assert states(made) == {1: "option"}
    assert made["lines"][0]["holds_until"] == "2027-03-03T11:00:00+00:00"
    confirmed = api.call("POST", f"/reservations/{made['reference']}/lines/1/confirm").json
    assert states(confirmed) == {1: "requested"}


def test_one_line_is_called_off_and_the_rest_stands(api: Program) -> None:
    made = api.reserve(api.line(cast.HALL_RANST), api.line(cast.BARRIERS_RANST, units=10))
    after = api.call("POST", f"/reservations/{made['reference']}/lines/2/cancel", "desk_ranst", {"reason": "Hekken uitgeleend"}).json
    assert states(after) == {1: "requested", 2: "cancelled"}


def school(api: Program) -> dict:
    with api.app.app_context():
        return {"borrower": cast.borrower_id(db.session(), "De Verzonnen School (fictief)")}
