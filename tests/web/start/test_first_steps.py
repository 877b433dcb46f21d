"""An empty installation greets its first administrator, and nobody else takes it."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from booking.queries import start as queries
from booking.services.start import start_code
from booking.web.extensions import db
from models import Account, Asset, Authority, Category, Depot, Management, RegulationRow, Role
from tests.web.second_step import set_up
from tests.web.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.one_engine

FIRST = {"name": "Ines Voorbeeld", "email": "ines@nieuwstad.example", "password": PASSWORD}
TOWN = {"name": "Nieuwstad (fictief)", "nis": "99999", "email": ""}
FIRST_DAY = date(2026, 1, 1)


def code(app: Flask) -> str:
    return start_code(app.config["SECRET_KEY"].encode())


@pytest.fixture
def first(app: Flask, visitor: Visitor) -> Visitor:
    """The first administrator, who signs in with two steps and has added a municipality."""
    assert visitor.send("/start", {**FIRST, "code": code(app)}).status_code == 303
    set_up(visitor)
    assert visitor.send("/start/gemeente", TOWN).status_code == 303
    return visitor


def test_the_front_page_of_an_empty_installation_leads_to_the_set_up(visitor: Visitor) -> None:
    assert visitor.get("/").location == "/start"
    assert "Welkom bij Streekdepot" in visitor.get("/start").text


@pytest.mark.parametrize("typed", ["", "AAAA-AAAA", "no"])
def test_a_stranger_without_the_code_does_not_take_the_installation(app: Flask, visitor: Visitor, typed: str) -> None:
    answer = visitor.send("/start", {**FIRST, "code": typed})
    assert answer.status_code == 422
    assert FIRST["email"] in answer.text  # what was typed is kept
    with app.app_context():
        assert queries.untouched(db.session())


def test_the_code_may_be_typed_as_people_do(app: Flask, visitor: Visitor) -> None:
    assert visitor.send("/start", {**FIRST, "code": f" {code(app).lower().replace('-', ' ')} "}).status_code == 303
    assert visitor.is_signed_in()


def test_the_code_opens_nothing_once_somebody_administers_the_installation(app: Flask, visitor: Visitor, ann: int) -> None:
    with app.app_context():
        db.session.get_one(Account, ann).steward = True
        db.session.commit()
    assert visitor.get("/start").status_code == 404
    assert visitor.send("/start", {**FIRST, "code": code(app)}).status_code in {303, 404}
    with app.app_context():
        assert db.session.scalars(select(Account.id)).all() == [ann]


def test_a_stranger_who_signs_up_first_does_not_shut_the_door(app: Flask, visitor: Visitor, ann: int) -> None:
    assert visitor.get("/").location == "/start"
    assert visitor.send("/start", {**FIRST, "code": code(app)}).status_code == 303
    with app.app_context():
        assert db.session.scalars(select(Account.email).where(Account.steward)).all() == [FIRST["email"]]


def test_who_guesses_start_codes_waits_and_who_runs_the_machine_does_not(app: Flask) -> None:
    guesser, owner = Visitor(app, "198.51.100.1"), Visitor(app, "198.51.100.2")
    for n in range(10):
        guesser.send("/start", {**FIRST, "code": f"AAAA-AAA{n}"})
    refused = guesser.send("/start", {**FIRST, "code": code(app)})
    assert refused.status_code == 422
    assert "15 min" in refused.text
    assert owner.send("/start", {**FIRST, "code": code(app)}).status_code == 303


def test_who_adds_the_first_municipality_works_for_it(app: Flask, first: Visitor) -> None:
    with app.app_context():
        roles = db.session.execute(select(Role.name).join(Authority).where(Authority.nis == "99999")).scalars()
        assert set(roles) == {"administrator", "desk", "technician", "tariff_administrator"}
    assert "1 van" in first.get("/start").text


@pytest.mark.parametrize(("field", "typed"), [("nis", "123"), ("nis", ""), ("name", "")])
def test_a_municipality_that_is_not_in_order_is_told_at_its_field(first: Visitor, field: str, typed: str) -> None:
    answer = first.send("/start/gemeente", {**TOWN, "nis": "88888", field: typed})
    assert answer.status_code == 422
    assert f'id="{field}-fault"' in answer.text


def test_a_simple_regulation_proves_itself_and_is_published(app: Flask, first: Visitor) -> None:
    with app.app_context():
        lend_tables()
    page = first.get("/start/reglement")
    assert "Prijs per stuk en per dag" in page.text
    sent = {
        "title": "Retributie Nieuwstad (fictief)", "organ": "gemeenteraad", "number": "GR/1 (fictief)", "decided_on": "2026-11-02",
        "published_on": "2026-11-05", "valid_from": "2026-11-10", "own_services": "0", "associations": "50", "partners": "100",
        "companies": "200", "prices-0-category": "table", "prices-0-price": "2,45",
    }  # fmt: skip
    assert first.send("/start/reglement", sent).status_code == 303
    with app.app_context():
        row = db.session.scalars(select(RegulationRow)).one()
        assert (row.title, row.state) == ("Retributie Nieuwstad (fictief)", "published")


def test_a_price_that_is_no_amount_keeps_what_was_typed(app: Flask, first: Visitor) -> None:
    with app.app_context():
        lend_tables()
    answer = first.send("/start/reglement", {"title": "Mijn titel", "prices-0-category": "table", "prices-0-price": "gratis"})
    assert answer.status_code == 422
    assert "Mijn titel" in answer.text
    assert "gratis" in answer.text


def lend_tables() -> None:
    """Nieuwstad has tables."""
    session = db.session()
    town = session.scalars(select(Authority)).one()
    category = session.scalars(select(Category).where(Category.code == "table")).one()  # in use since the first administrator came
    depot = Depot(authority_id=town.id, name="Loods", address="Dorp 1")
    asset = Asset(code="NIE-TAF-01", name="Tafels", category_id=category.id, units=10, in_service_from=FIRST_DAY)
    session.add_all([depot, asset])
    session.flush()
    session.add(Management(asset_id=asset.id, authority_id=town.id, valid_from=FIRST_DAY))
    session.commit()
