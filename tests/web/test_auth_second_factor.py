"""The second step: set up, asked for, used once, lost and found again, and required of who decides for a municipality."""

from __future__ import annotations

import re
from datetime import timedelta

import pyotp
import pytest
from flask import Flask
from sqlalchemy import select

from booking.clock import now
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.services import accounts, second_factor, vault
from booking.web.extensions import db
from models import Account, Authority, Role, SecondFactor
from tests.web.mailbox import link_to, mails_to
from tests.web.second_step import SETUP, hidden, set_up
from tests.web.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.one_engine

EMAIL = "ann@lokaal.example"
START = "2027-05-10T08:00:00+02:00"


def second_step(app: Flask) -> Visitor:
    """Somebody who gave the right password."""
    visitor = Visitor(app)
    answer = visitor.sign_in(EMAIL, next="/account/profiel")
    assert answer.headers["Location"].startswith("/aanmelden/tweede-stap")
    return visitor


def send_code(visitor: Visitor, code: str):
    return visitor.send("/aanmelden/tweede-stap", {"code": code, "next": "/account/profiel"})


def test_with_a_second_step_the_password_alone_opens_nothing(app, visitor: Visitor, ann: int, at) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    telephone, _ = set_up(visitor)
    assert visitor.is_signed_in()
    assert mails_to(app, EMAIL)[-1].subject == "Aanmelden in twee stappen staat aan"
    at("2027-05-10T08:01:00+02:00")
    half = second_step(app)
    assert not half.is_signed_in()
    assert half.send("/account/wachtwoord", {"old_password": PASSWORD, "new_password": "vijf paarse olifanten"}).status_code == 303
    before = half.key
    answer = send_code(half, telephone.at(now()))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/account/profiel")
    assert half.is_signed_in()
    assert half.key != before  # TEST_PLAN T-61


def test_the_qr_code_is_drawn_by_us_without_a_style(visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    page = visitor.get(SETUP).text
    assert re.search(r'<path d="(M\d+ \d+h\d+v1h-\d+z)+"/>', page)
    assert " style=" not in page


@pytest.mark.parametrize(("seconds", "opens"), [(-61, False), (-30, True), (0, True), (30, True), (61, False)])
def test_a_code_of_half_a_minute_ago_or_ahead_still_opens(app, visitor: Visitor, ann: int, at, seconds: int, *, opens: bool) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    telephone, _ = set_up(visitor)
    at("2027-05-10T08:10:00+02:00")
    answer = send_code(second_step(app), telephone.at(now() + timedelta(seconds=seconds)))
    assert (answer.status_code == 303) == opens


def test_a_code_opens_once(app, visitor: Visitor, ann: int, at) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    telephone, paper = set_up(visitor)
    assert len(set(paper)) == 10
    at("2027-05-10T08:10:00+02:00")
    code = telephone.at(now())
    assert [send_code(second_step(app), code).status_code for _ in range(2)] == [303, 401]
    assert send_code(second_step(app), telephone.at(now() - timedelta(seconds=30))).status_code == 401  # nor an older one after it
    written = f" {paper[0].lower().replace('-', ' ')} "
    assert [send_code(second_step(app), written).status_code for _ in range(2)] == [303, 401]
    assert send_code(second_step(app), paper[1]).status_code == 303


def test_the_code_that_set_it_up_does_not_sign_in(app, visitor: Visitor, ann: int, at) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    telephone, _ = set_up(visitor)
    assert send_code(second_step(app), telephone.at(now())).status_code == 401


def test_ten_wrong_codes_are_the_limit(app, visitor: Visitor, ann: int, at) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    telephone, _ = set_up(visitor)
    at("2027-05-10T08:10:00+02:00")
    assert [send_code(second_step(app), "not it").status_code for _ in range(11)] == [401] * 10 + [429]
    assert send_code(second_step(app), telephone.at(now())).status_code == 429
    at("2027-05-10T08:25:01+02:00")
    assert send_code(second_step(app), telephone.at(now())).status_code == 303


def test_a_half_open_door_closes_after_ten_minutes(app, visitor: Visitor, ann: int, at) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    telephone, _ = set_up(visitor)
    half = second_step(app)
    at("2027-05-10T08:10:00+02:00")
    assert send_code(half, telephone.at(now())).headers["Location"].startswith("/aanmelden?")
    assert not half.is_signed_in()


def test_a_new_password_by_mail_still_asks_for_the_second_step(app, visitor: Visitor, ann: int, at) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    set_up(visitor)
    other = Visitor(app)
    other.send("/wachtwoord-vergeten", {"email": EMAIL})
    answer = other.send(link_to(app, EMAIL), {"password": "vijf paarse olifanten"})
    assert answer.headers["Location"].endswith("/aanmelden/tweede-stap")
    assert not other.is_signed_in()


def test_the_secret_lies_encrypted_and_bound_to_its_account(app, visitor: Visitor, ann: int, at) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    telephone, paper = set_up(visitor)
    with app.app_context():
        kept = db.session.scalars(select(SecondFactor)).one().secret
        everything = str([tuple(row) for table in db.metadata.sorted_tables for row in db.session.execute(table.select())])
    assert telephone.secret not in everything
    assert not any(code in everything for code in paper)
    assert vault.unlock(b"for tests only", f"factor {ann}", kept) == telephone.secret
    for other in ((b"another secret", f"factor {ann}"), (b"for tests only", f"factor {ann + 1}")):
        with pytest.raises(vault.Locked):
            vault.unlock(*other, kept)


def test_somebody_else_s_proposed_secret_is_not_taken(app, visitor: Visitor, ann: int) -> None:
    with app.app_context():
        accounts.create_user(db.session(), "bob@lokaal.example", "Bob", PASSWORD, now(), cost=(1, 8, 1))
    bob = Visitor(app)
    bob.sign_in("bob@lokaal.example")
    planted = hidden(bob.get(SETUP).text, "proposed")
    visitor.sign_in(EMAIL)
    assert visitor.send(SETUP, {"proposed": planted, "code": "123456", "password": PASSWORD}).status_code in {303, 422}
    with app.app_context():
        assert db.session.scalars(select(SecondFactor)).all() == []


def test_an_open_browser_is_not_enough_to_set_it_up_or_to_replace_it(app, visitor: Visitor, ann: int, at) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    page = visitor.get(SETUP).text
    telephone = pyotp.TOTP(re.search(r'class="plain-code">([A-Z2-7 ]+)<', page)[1].replace(" ", ""))
    sent = {"proposed": hidden(page, "proposed"), "code": telephone.at(now()), "password": "guess"}
    answer = visitor.send(SETUP, sent)
    assert (answer.status_code, "aria-invalid" in answer.text) == (422, True)
    assert visitor.send(SETUP, {**sent, "password": PASSWORD}).status_code == 200
    assert visitor.get(SETUP).headers["Location"] == "/account"
    assert visitor.send(SETUP, {**sent, "password": PASSWORD}).headers["Location"] == "/account"


def test_it_is_turned_off_and_paper_renewed_only_with_the_password(app, visitor: Visitor, ann: int, at) -> None:
    at(START)
    visitor.sign_in(EMAIL)
    _, paper = set_up(visitor)
    assert visitor.send(f"{SETUP}/herstelcodes", {"password": "guess"}).status_code == 422
    renewed = re.findall(r"[A-Z2-9]{5}-[A-Z2-9]{5}", visitor.send(f"{SETUP}/herstelcodes", {"password": PASSWORD}).text)
    assert len(set(renewed) - set(paper)) == 10
    assert send_code(second_step(app), paper[0]).status_code == 401
    assert visitor.send(f"{SETUP}/uit", {"password": "guess"}).status_code == 422
    assert visitor.send(f"{SETUP}/uit", {"password": PASSWORD}).status_code == 303
    assert Visitor(app).sign_in(EMAIL).headers["Location"] == "/"


@pytest.fixture
def town(app: Flask, ann: int) -> dict[str, int]:
    """Ann is technician of a municipality whose desk is Dora and whose administrator is Dirk."""
    with app.app_context():
        session = db.session()
        place = Authority(kind="municipality", name="Ranst", nis="11035")
        session.add(place)
        session.commit()
        held = {"dora": RoleName.DESK, "dirk": RoleName.ADMINISTRATOR, "teun": RoleName.TECHNICIAN}
        return {
            name: accounts.create_user(session, f"{name}@ranst.example", name, PASSWORD, now(), roles=[(place.id, role)], cost=(1, 8, 1))
            for name, role in held.items()
        }


@pytest.mark.parametrize(("who", "asked"), [("dora", True), ("dirk", True), ("teun", False)])
def test_who_decides_for_a_municipality_sets_it_up_before_anything_else(app, visitor: Visitor, town, who: str, *, asked: bool) -> None:
    visitor.sign_in(f"{who}@ranst.example")
    answer = visitor.get("/taken")
    assert (answer.status_code, answer.headers.get("Location")) == ((303, f"{SETUP}?next=/taken") if asked else (200, None))
    assert visitor.get("/account").status_code == 200
    set_up(visitor)
    assert visitor.get("/taken").status_code == 200


def test_a_program_that_comes_with_the_cookie_is_told_so(visitor: Visitor, town) -> None:
    visitor.sign_in("dora@ranst.example")
    answer = visitor.get("/api/v1/assets")
    assert (answer.status_code, answer.json["code"]) == (403, "factor_needed")


def test_in_the_demo_it_is_only_offered(database: str, open_app, town) -> None:
    with open_app(database, DEMO=True) as demo:
        visitor = Visitor(demo)
        visitor.sign_in("dora@ranst.example")
        assert visitor.get("/werklijst").status_code == 200


def test_an_administrator_helps_a_colleague_who_lost_the_telephone(app, visitor: Visitor, town, at) -> None:
    at(START)
    teun, dirk = Visitor(app), Visitor(app)
    teun.sign_in("teun@ranst.example")
    set_up(teun)
    dirk.sign_in("dirk@ranst.example")
    set_up(dirk)
    assert "teun@ranst.example" in dirk.get("/collegas").text
    assert dirk.send(f"/collegas/{town['teun']}/tweede-stap-wissen").status_code == 303
    assert not teun.is_signed_in()
    assert Visitor(app).sign_in("teun@ranst.example").headers["Location"] == "/vandaag"
    assert mails_to(app, "teun@ranst.example")[-1].subject == "Een beheerder heeft uw tweede stap gewist"
    assert dirk.send(f"/collegas/{town['dirk']}/tweede-stap-wissen").status_code == 403


def test_nobody_helps_who_is_no_colleague(app, visitor: Visitor, town, ann: int) -> None:
    dirk = Visitor(app)
    dirk.sign_in("dirk@ranst.example")
    set_up(dirk)
    assert dirk.send(f"/collegas/{ann}/tweede-stap-wissen").status_code == 404


@pytest.mark.parametrize("steward", [True, False])
def test_a_role_given_unasked_is_no_way_to_take_off_the_second_step_of_who_works_elsewhere(app, visitor: Visitor, town, steward) -> None:
    with app.app_context():
        session, lier = db.session(), Authority(kind="municipality", name="Lier", nis="12021")
        session.add(lier)
        session.flush()
        roles = [(lier.id, RoleName.ADMINISTRATOR)] * (not steward)
        eva = accounts.create_user(session, "eva@lier.example", "Eva", PASSWORD, now(), steward=steward, roles=roles, cost=(1, 8, 1))
        ranst = session.scalars(select(Authority.id).where(Authority.nis == "11035")).one()
        session.add(Role(account_id=eva, authority_id=ranst, name=RoleName.TECHNICIAN, valid_from=local(now()).date()))
        session.add(SecondFactor(account_id=eva, secret="locked", created_at=now()))
        session.commit()
    visitor.sign_in("dirk@ranst.example")
    set_up(visitor)
    assert "eva@lier.example" not in visitor.get("/collegas").text
    assert visitor.send(f"/collegas/{eva}/tweede-stap-wissen").status_code == 404
    with app.app_context():
        assert db.session.scalar(select(SecondFactor.account_id).where(SecondFactor.account_id == eva)) == eva


def test_a_second_step_of_two_browsers_at_once_takes_a_code_once(app, ann: int, at) -> None:
    at(START)
    visitor = Visitor(app)
    visitor.sign_in(EMAIL)
    telephone, _ = set_up(visitor)
    at("2027-05-10T08:10:00+02:00")
    with app.app_context():
        session, account = db.session(), db.session.scalars(select(Account.id)).one()
        door = second_factor.Door(app.config["SECRET_KEY"].encode(), (1, 8, 1), timedelta(hours=1), demo=False)
        assert second_factor._opens(session, door, account, telephone.at(now()), now())
        assert not second_factor._opens(session, door, account, telephone.at(now()), now())
