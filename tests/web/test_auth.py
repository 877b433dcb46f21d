"""Signing in and out: who gets in, what dies when, and what an attacker learns."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select, update

from booking.clock import now
from booking.services import accounts
from booking.services.passwords import hashed
from booking.web.extensions import db
from models import Account, SignIn
from tests.web.visitor import PASSWORD, Visitor, unnumbered

EMAIL = "ann@lokaal.example"
EVERY_EIGHT_HOURS = [f"2027-05-{day}T{hour}:00:00+02:00" for day in range(11, 24) for hour in ("00", "08", "16")]


def test_whoever_knows_the_password_gets_in_and_sees_who_they_are(visitor: Visitor, ann: int) -> None:
    answer = visitor.sign_in(" Ann@Lokaal.example ", next="/account")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/account")
    assert "Ann Voorbeeld" in visitor.get("/account").text


def test_whoever_does_not_fit_gets_the_same_answer(app, visitor: Visitor, ann: int) -> None:
    with app.app_context():
        for name in ("suspended", "without", "demo"):
            accounts.create_user(db.session(), f"{name}@lokaal.example", name, PASSWORD, now(), cost=(1, 8, 1))
        changes = {"suspended": {"suspended_at": now()}, "without": {"password_hash": None}, "demo": {"demo": True}}
        for name, values in changes.items():
            db.session.execute(update(Account).where(Account.name == name).values(values))
        db.session.commit()
    wrong = [EMAIL, "nobody@lokaal.example", *(f"{name}@lokaal.example" for name in changes)]
    answers = [visitor.sign_in(email, PASSWORD if email != EMAIL else "wrong") for email in wrong]
    assert [answer.status_code for answer in answers] == [401] * 5
    assert len({unnumbered(answer.text.replace(email, "")) for answer, email in zip(answers, wrong, strict=True)}) == 1
    assert not visitor.is_signed_in()


def test_the_key_changes_at_sign_in_and_the_forms_of_before_are_dead(visitor: Visitor, ann: int) -> None:
    """TEST_PLAN T-61."""
    token, before = visitor.token(), visitor.key
    visitor.sign_in(EMAIL)
    assert visitor.key != before
    assert visitor.send_without_token("/afmelden", {"csrf_token": token}).status_code == 400
    assert visitor.is_signed_in()


def test_a_planted_key_never_becomes_a_signed_in_one(app, visitor: Visitor, ann: int) -> None:
    planted = "A" * 43
    visitor.take_key(planted)
    visitor.sign_in(EMAIL)
    thief = Visitor(app)
    thief.take_key(planted)
    assert visitor.is_signed_in()
    assert not thief.is_signed_in()


def test_a_copied_cookie_is_dead_after_sign_out(app, visitor: Visitor, ann: int) -> None:
    """TEST_PLAN T-60; the same after a new password, a reset, signing out everywhere, and suspension, in the tests named so."""
    visitor.sign_in(EMAIL)
    thief, key = Visitor(app), visitor.key
    thief.take_key(key)
    assert thief.is_signed_in()
    visitor.send("/afmelden")
    assert visitor.key is None
    assert not thief.is_signed_in()
    assert thief.send("/account/afmelden-elders").headers["Location"].startswith("/aanmelden")


def test_only_the_hash_of_a_key_is_kept(app, visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    with app.app_context():
        token = accounts.create_token(db.session(), EMAIL, now())
        kept = [tuple(row) for table in db.metadata.sorted_tables for row in db.session.execute(table.select())]
    assert visitor.key not in str(kept)
    assert token not in str(kept)


@pytest.mark.parametrize(
    ("base", "name", "secure"), [("http://localhost", "streekdepot", False), ("https://localhost", "__Host-streekdepot", True)]
)
def test_every_cookie_has_its_flags(database: str, open_app, ann: int, base: str, name: str, *, secure: bool) -> None:
    """TEST_PLAN T-62."""
    with open_app(database, BASE_URL=base) as app:
        cookies = Visitor(app, base_url=base).get("/aanmelden").headers.getlist("Set-Cookie")
        visitor = Visitor(app, base_url=base)
        cookies += visitor.sign_in(EMAIL).headers.getlist("Set-Cookie")
        cookies += visitor.send("/afmelden").headers.getlist("Set-Cookie")
    assert {re.split("[=-]", cookie.removeprefix("__Host-"))[0] for cookie in cookies} == {"streekdepot"}
    assert all(cookie.startswith(name) for cookie in cookies)
    for cookie in cookies:
        flags = set(cookie.split("; ")[1:])
        assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= flags
        assert ("Secure" in flags) == secure
        assert not any(flag.startswith("Domain") for flag in flags)


@pytest.mark.parametrize(
    ("moments", "still_in"),
    [
        (["2027-05-10T19:59:00+02:00"], True),
        (["2027-05-10T20:01:00+02:00"], False),
        (["2027-05-10T19:00:00+02:00", "2027-05-11T06:00:00+02:00"], True),
        (["2027-05-10T16:00:00+02:00", *EVERY_EIGHT_HOURS, "2027-05-24T00:00:00+02:00", "2027-05-24T07:59:00+02:00"], True),
        (["2027-05-10T16:00:00+02:00", *EVERY_EIGHT_HOURS, "2027-05-24T00:00:00+02:00", "2027-05-24T08:01:00+02:00"], False),
    ],
)
def test_a_visit_ends_after_twelve_idle_hours_or_fourteen_days(visitor: Visitor, ann: int, at, moments, *, still_in: bool) -> None:
    at("2027-05-10T08:00:00+02:00")
    visitor.sign_in(EMAIL)
    for moment in moments[:-1]:
        at(moment)
        assert visitor.is_signed_in(), moment
    at(moments[-1])
    assert visitor.is_signed_in() == still_in


def test_reading_writes_only_once_in_ten_minutes(app, visitor: Visitor, ann: int, at) -> None:
    at("2027-05-10T08:00:00+02:00")
    visitor.sign_in(EMAIL)
    seen = []
    for minute in ("09", "10", "19", "20"):
        at(f"2027-05-10T08:{minute}:00+02:00")
        visitor.get("/account")
        with app.app_context():
            seen.append(f"{db.session.execute(select(SignIn.seen_at)).scalar_one():%M}")
    assert seen == ["00", "10", "10", "20"]


def test_a_suspended_account_is_out_at_once(app, visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    with app.app_context():
        db.session.execute(update(Account).values(suspended_at=now()))
        db.session.commit()
    assert not visitor.is_signed_in()


def test_a_new_password_closes_every_other_browser(app, visitor: Visitor, ann: int) -> None:
    other = Visitor(app)
    other.sign_in(EMAIL)
    visitor.sign_in(EMAIL)
    answer = visitor.send("/account/wachtwoord", {"old_password": PASSWORD, "new_password": "another sentence"})
    assert answer.status_code == 303
    assert "Uw wachtwoord is gewijzigd" in visitor.get("/account").text
    assert "Uw wachtwoord is gewijzigd" not in visitor.get("/account").text
    assert not other.is_signed_in()
    assert [other.sign_in(EMAIL).status_code, other.sign_in(EMAIL, "another sentence").status_code] == [401, 303]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("wrong", "another sentence", "niet uw huidige"), (PASSWORD, "short", "minstens 12 tekens"), (PASSWORD, "", "Vul dit veld in")],
)
def test_a_password_is_not_changed_for_less(visitor: Visitor, ann: int, old: str, new: str, said: str) -> None:
    visitor.sign_in(EMAIL)
    answer = visitor.send("/account/wachtwoord", {"old_password": old, "new_password": new})
    assert answer.status_code == 422
    assert said in answer.text


def test_someone_may_sign_out_everywhere_else(app, visitor: Visitor, ann: int) -> None:
    other = Visitor(app)
    other.sign_in(EMAIL)
    visitor.sign_in(EMAIL)
    visitor.send("/account/afmelden-elders")
    assert (visitor.is_signed_in(), other.is_signed_in()) == (True, False)


def test_a_password_hashed_at_another_cost_is_hashed_again(app, visitor: Visitor, ann: int) -> None:
    with app.app_context():
        db.session.execute(update(Account).values(password_hash=hashed(PASSWORD, (2, 16, 1))))
        db.session.commit()
    assert visitor.sign_in(EMAIL).status_code == 303
    with app.app_context():
        assert "m=8,t=1,p=1" in db.session.execute(select(Account.password_hash)).scalar_one()


def test_a_browser_whose_cookies_were_copied_elsewhere_is_ended_by_its_owner(app, visitor: Visitor, ann: int) -> None:
    thief = Visitor(app)
    visitor.sign_in(EMAIL)
    thief.take_key(visitor.key)
    visitor.send("/account/afmelden-elders")
    assert thief.is_signed_in()  # the copy is this very browser: it ends with it
    visitor.send("/afmelden")
    assert not thief.is_signed_in()


def test_a_signed_in_person_who_opens_the_sign_in_page_goes_on(visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    assert visitor.get("/aanmelden?next=/account/wachtwoord").headers["Location"] == "/account/wachtwoord"


def test_flask_s_own_session_cannot_be_written(app) -> None:
    with app.test_request_context("/"):
        from flask import session  # noqa: PLC0415 - a proxy that lives only here

        assert session.get("anything") is None
        with pytest.raises(RuntimeError, match="client-side session"):
            session["anything"] = 1
