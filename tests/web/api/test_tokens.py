"""Who a program acts for, and what it then may: strangers, revoked tokens, other people's reservations, other owners' lines."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from booking.clock import now
from booking.demo import cast
from booking.services import accounts
from booking.services.keys import digest
from booking.web.extensions import db
from models import Account, ApiToken
from tests.web.api.program import Program, new_key

ACTS = ["PATCH ", "POST /approve", "POST /refuse", "POST /propose", "POST /accept", "POST /decline", "POST /confirm", "POST /cancel"]
BODIES = {"PATCH ": {"units": 1}, "POST /refuse": {"reason": "Neen"}}


@pytest.fixture(scope="module")
def reference(api: Program) -> str:
    """A request of De Lindekapel for a hall of Ranst (line 1) and a stage of Zandhoven (line 2)."""
    return api.reserve(api.line(cast.HALL_RANST), api.line(cast.STAGE_ZANDHOVEN))["reference"]


def test_without_a_token_programs_are_asked_for_one(api: Program, reference: str) -> None:
    for method, path in (("POST", "/quotes"), ("POST", "/reservations"), ("GET", f"/reservations/{reference}")):
        answer = api.call(method, path, None, {} if method == "POST" else None)
        assert (answer.status_code, answer.json["code"], answer.headers["WWW-Authenticate"]) == (401, "sign_in_first", "Bearer")


def test_a_token_that_is_unknown_revoked_or_of_a_suspended_account_opens_nothing_not_even_what_is_public(api: Program) -> None:
    with api.app.app_context():
        revoked, suspended = (accounts.create_token(db.session(), email, now()) for email in (cast.ORGANISER, cast.COMPANY_WIJNEGEM))
    for token in (revoked, suspended):
        assert api.call("GET", "/assets", token).status_code == 200
    with api.app.app_context():
        db.session.execute(update(ApiToken).where(ApiToken.token_hash == digest(revoked)).values(revoked_at=now()))
        db.session.execute(update(Account).where(Account.email == cast.COMPANY_WIJNEGEM).values(suspended_at=now()))
        db.session.commit()
    for token in (revoked, suspended, "sd_wrong", ""):
        answer = api.call("GET", "/assets", None, headers={"Authorization": f"Bearer {token}"})
        assert (answer.status_code, answer.json["code"]) == (401, "token_wrong")


@pytest.mark.parametrize(("who", "told"), [("finance", (403, "not_allowed")), ("desk_brecht", (404, "borrower_unknown"))])
def test_who_borrows_for_nobody_may_not_ask_and_a_desk_only_for_its_own(api: Program, who: str, told: tuple[int, str]) -> None:
    body = {"borrower": api.association, "lines": [api.line(cast.HALL_RANST)]}
    answer = api.call("POST", "/reservations", who, body, key=new_key())
    assert (answer.status_code, answer.json["code"]) == told


@pytest.mark.parametrize("who", ["teacher", "desk_brecht", "desk_nijlen"])
def test_a_stranger_finds_no_reservation(api: Program, reference: str, who: str) -> None:
    assert api.call("GET", f"/reservations/{reference}", who).status_code == 404
    for act in ACTS:
        method, _, path = act.partition(" ")
        assert api.call(method, f"/reservations/{reference}/lines/1{path}", who, BODIES.get(act, {})).status_code in {403, 404}, act


@pytest.mark.parametrize("act", ["POST /approve", "POST /refuse", "POST /propose", "POST /cancel"])
def test_a_desk_finds_no_line_of_another_owner(api: Program, reference: str, act: str) -> None:
    method, _, path = act.partition(" ")
    answer = api.call(method, f"/reservations/{reference}/lines/2{path}", "desk_ranst", BODIES.get(act, {}))
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")
    assert api.call("GET", f"/reservations/{reference}").json["lines"][1]["state"] == "requested"


def test_a_borrower_does_not_decide_and_a_desk_does_not_answer(api: Program, reference: str) -> None:
    path = f"/reservations/{reference}/lines/1"
    for act in ("approve", "refuse", "propose"):
        assert api.call("POST", f"{path}/{act}", "organiser", BODIES.get(f"POST /{act}", {})).status_code == 403
    for act in ("accept", "decline", "confirm"):
        assert api.call("POST", f"{path}/{act}", "desk_ranst").status_code == 403
    assert api.call("POST", f"/reservations/{reference}/cancel", "desk_ranst").status_code == 403


def test_a_step_that_the_table_of_moves_does_not_hold_is_a_conflict(api: Program, reference: str) -> None:
    for act in ("accept", "decline", "confirm"):
        answer = api.call("POST", f"/reservations/{reference}/lines/1/{act}")
        assert (answer.status_code, answer.json["code"]) == (409, "move_not_allowed"), act
    api.call("POST", f"/reservations/{reference}/lines/2/refuse", "desk_zandhoven", {"reason": "In herstelling"})
    answer = api.call("POST", f"/reservations/{reference}/lines/2/approve", "desk_zandhoven", {})
    assert (answer.status_code, answer.json["current"]) == (409, "refused")


@pytest.mark.parametrize("wrong", ["SD-2027-999999", "SD-2026-000001", "1", "SD-2027-٠٠٠٠٠١", "SD-2027-" + "9" * 40, "%00"])
def test_what_is_no_reference_is_found_by_nobody(api: Program, wrong: str) -> None:
    assert api.call("GET", f"/reservations/{wrong}").status_code == 404
    assert api.call("POST", f"/reservations/{wrong}/cancel").status_code == 404
    assert api.call("POST", f"/reservations/{wrong}/lines/1/accept").status_code == 404


@pytest.mark.parametrize("number", ["9", "999"])
def test_a_line_that_is_not_there_is_found_by_nobody(api: Program, reference: str, number: str) -> None:
    assert api.call("POST", f"/reservations/{reference}/lines/{number}/approve", "desk_ranst", {}).status_code == 404
    assert api.call("PATCH", f"/reservations/{reference}/lines/{number}", body={"units": 1}).status_code == 404


@pytest.mark.parametrize(
    "path", ["/reservations/SD-2027-000001/lines/0/accept", "/reservations/SD-2027-000001/lines/99999999999999999999/accept", "/x"]
)
def test_an_address_outside_the_document_is_a_problem_too(api: Program, path: str) -> None:
    answer = api.client().post(f"/api/v1{path}", headers={"Authorization": f"Bearer {api.tokens['organiser']}"})
    assert (answer.status_code, answer.mimetype, answer.json["code"]) == (404, "application/problem+json", "not_found")
