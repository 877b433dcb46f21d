"""Guessing: how often one may try, for one account and from one address, over all processes."""

from __future__ import annotations

import statistics
import time
from datetime import timedelta

import pytest

from booking.clock import now
from booking.rules.refusals import NotSignedIn, TooMany
from booking.services import accounts, recovery, sign_up
from booking.services import sign_in as front_door
from booking.services.claims import Whom
from booking.services.sign_in import Caller, Door
from booking.services.sign_up import SignUp
from booking.web.extensions import db
from tests.web.visitor import PASSWORD, Visitor

EMAIL = "ann@lokaal.example"
DOOR = Door(b"secret", (1, 8, 1), timedelta(hours=12), demo=False)


def test_after_ten_failures_even_the_right_password_waits_but_not_from_elsewhere(app, ann: int, at) -> None:
    at("2027-05-10T08:00:00+02:00")
    guesser, owner = Visitor(app, "198.51.100.1"), Visitor(app, "198.51.100.2")
    assert [guesser.sign_in(EMAIL, f"guess {n}").status_code for n in range(12)] == [401] * 10 + [429] * 2
    refused = guesser.sign_in(EMAIL)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "900")
    assert owner.sign_in(EMAIL).status_code == 303
    at("2027-05-10T08:15:01+02:00")
    assert guesser.sign_in(EMAIL).status_code == 303


def test_two_processes_count_together(database: str, app, ann: int, open_app) -> None:
    with open_app(database) as second:
        visitors = [Visitor(app), Visitor(second)]
        statuses = [visitors[n % 2].sign_in(EMAIL, "guess").status_code for n in range(11)]
    assert statuses == [401] * 10 + [429]


def test_who_signed_in_from_a_browser_before_is_not_locked_out_by_the_guesses_of_many(app, ann: int) -> None:
    """TEST_PLAN T-63: a lock-out is no weapon. The browser shows that the owner used it; others' guesses are counted apart."""
    owner = Visitor(app, "198.51.100.200")
    assert owner.sign_in(EMAIL).status_code == 303
    owner.send("/afmelden")
    for n in range(100):
        Visitor(app, f"198.51.100.{n}").sign_in(EMAIL, "guess")
    assert Visitor(app, "203.0.113.9").sign_in(EMAIL).status_code == 429
    assert owner.sign_in(EMAIL).status_code == 303


def test_a_proof_that_was_made_up_or_is_of_somebody_else_gives_no_tries_of_its_own(app, ann: int) -> None:
    with app.app_context():
        stolen = front_door.proof_of_device(DOOR, "eve@lokaal.example", "nonce")
        for proof in ("", "nonce.00", stolen, stolen.partition(".")[0]):
            assert front_door._counted_as(DOOR, Caller("198.51.100.1", known=proof), EMAIL) == EMAIL
        own = front_door.proof_of_device(DOOR, f" {EMAIL.upper()}", "nonce")
        assert front_door._counted_as(DOOR, Caller("198.51.100.1", known=own), EMAIL) == f"{EMAIL} nonce"


def test_what_went_well_does_not_count(app, ann: int) -> None:
    assert {Visitor(app).sign_in(EMAIL).status_code for _ in range(12)} == {303}


@pytest.mark.parametrize(
    ("caller", "email", "last"),
    [
        pytest.param(lambda n: Caller("198.51.100.1"), lambda n: f"guess{n}@lokaal.example", TooMany, id="one address, many accounts"),
        pytest.param(lambda n: Caller(f"198.51.100.{n}"), lambda n: EMAIL, TooMany, id="many addresses, one account"),
        pytest.param(lambda n: Caller(f"2001:db8::{n:x}"), lambda n: f"guess{n}@lokaal.example", TooMany, id="one household"),
        pytest.param(lambda n: Caller(f"198.51.100.{n}"), lambda n: f"guess{n}@lokaal.example", NotSignedIn, id="unrelated tries"),
    ],
)
def test_a_hundred_failures_are_the_limit(app, caller, email, last: type[Exception]) -> None:
    with app.app_context():
        for n in range(100):
            with pytest.raises(NotSignedIn):
                front_door.sign_in(db.session(), DOOR, caller(n), email(n), "guess", now())
        with pytest.raises(last):
            front_door.sign_in(db.session(), DOOR, caller(100), email(100), PASSWORD, now())


@pytest.mark.release
@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_an_unknown_address_takes_as_long_as_a_wrong_password(app, ann: int) -> None:
    """TEST_PLAN T-64: 300 alternating samples at the real cost of a password."""
    door = Door(b"secret", (2, 19_456, 1), timedelta(hours=12), demo=False)
    took: dict[str, list[float]] = {"eve@lokaal.example": [], "nobody@lokaal.example": []}
    with app.app_context():
        accounts.create_user(db.session(), "eve@lokaal.example", "Eve", PASSWORD, now())
        for _ in range(300):
            for email, times in took.items():
                start = time.perf_counter()
                with pytest.raises(NotSignedIn):
                    front_door.sign_in(db.session(), door, Caller("198.51.100.1"), email, "guess", now())
                times.append(time.perf_counter() - start)
            front_door.tidy(db.session(), now() + timedelta(hours=1))
    known, unknown = (statistics.median(times) for times in took.values())
    assert abs(known - unknown) <= min(0.005, 0.1 * known)


@pytest.mark.release
@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize("what", ["sign up", "reset"])
def test_asking_for_a_mail_takes_as_long_for_an_unknown_address(app, ann: int, what: str) -> None:
    """TEST_PLAN T-64, for signing up and for a forgotten password."""
    door = Door(b"secret", (2, 19_456, 1), timedelta(hours=12), demo=False)
    took: dict[str, list[float]] = {EMAIL: [], "nobody@lokaal.example": []}
    with app.app_context():
        session = db.session()
        for n in range(300):
            for email, times in took.items():
                caller, start = Caller(f"198.51.{n % 250}.1"), time.perf_counter()
                if what == "reset":
                    recovery.ask(session, door, caller, email, "nl", now())
                else:
                    sign_up.ask(session, door, caller, SignUp("Nora", email, "vijf paarse olifanten", "nl", Whom(None, 1)), now())
                times.append(time.perf_counter() - start)
            front_door.tidy(session, now() + timedelta(hours=1))
    known, unknown = (statistics.median(times) for times in took.values())
    assert abs(known - unknown) <= min(0.005, 0.1 * known)
