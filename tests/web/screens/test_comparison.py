"""Tariffs compared and tried on screen: what is asked stands in the address, what is computed is followed, read and kept."""

from __future__ import annotations

import time
from urllib.parse import urlencode

import pytest
from flask import Flask

from booking.demo import cast
from booking.web.extensions import db
from tests.web.access_comparison import failed, under_way
from tests.web.screens.reader import Page, Reader
from tests.web.visitor import Visitor

COMPARE, TRY = "/tarieven/vergelijken", "/tarieven/doorrekenen"
WEEKEND = {"from_day": "2027-06-11", "from_time": "16:00", "to_day": "2027-06-14", "to_time": "09:00"}
TRAILER = {"items-0-category": "toilet_trailer", "items-0-units": "1", **WEEKEND, "who": "authority_partner"}


def compared(app: Flask, **asked: str) -> Page:
    return Page(Visitor(app).get(f"{COMPARE}?{urlencode({**TRAILER, **asked})}"))


def test_anybody_sees_what_a_basket_costs_where_and_why(app: Flask) -> None:
    page = compared(app)
    assert page.status == 200
    assert "€ 55,00" in page.text
    assert "voordeligste combinatie" in page.text
    assert page.html.count('class="bar ') == page.html.count('class="bar-amount"') > 5


def test_a_comparison_is_kept_as_a_file(app: Flask) -> None:
    lines = Visitor(app).get(f"{COMPARE}?{urlencode({**TRAILER, 'als': 'csv'})}").text.splitlines()
    assert any(line.startswith("Ranst;WC-wagen Ranst;;55;55;55;0;") for line in lines), lines


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({"to_day": "2027-06-10"}, 422, "Kijk"),
        ({"items-0-units": "0"}, 422, "Kijk"),
        ({"items-0-category": "zeppelin"}, 422, "Kijk"),
        ({"items-0-units": "900"}, 200, "Geen enkele gemeente heeft dit"),
        ({"home": "999999", "who": "nobody", "m-km": "veel"}, 200, "Ranst"),
    ],
    ids=["backwards", "none", "unknown", "too many", "an old address"],
)
def test_what_cannot_be_compared_is_told(app: Flask, asked: dict[str, str], status: int, said: str) -> None:
    page = compared(app, **asked)
    assert page.status == status
    assert said in page.text


def test_the_ready_made_baskets_lead_to_answers(app: Flask) -> None:
    examples = [href for href, _ in Page(Visitor(app).get(COMPARE)).links if "items-0-category" in href]
    assert len(examples) == 4
    for address in examples:
        assert "<table" in Visitor(app).get(address.replace("&amp;", "&")).text


@pytest.fixture
def piet(reader) -> Reader:
    return reader(cast.TARIFFS_RANST)


def answered(piet: Reader, page: Page) -> Page:
    """The page of a simulation once it is done."""
    for _ in range(600):
        shown = piet.open(page.leads_to)
        if "voortgang" not in shown.html:
            return shown
        time.sleep(0.05)
    raise AssertionError(shown.text)


def test_a_regulation_is_tried_followed_and_kept(app: Flask, piet: Reader) -> None:
    form = piet.open(TRY).form(TRY)
    assert form.fields["regulation"]
    assert form.fields["against"] == ""  # what is in force is tried against what was asked then: itself says nothing
    asked = piet.send(form, first="2027-01-01", last="2027-12-31")
    assert asked.status == 303
    assert "Geen uitleningen" in answered(piet, asked).text
    assert "Klaar" in piet.open(TRY).text
    assert piet.open(f"{asked.leads_to}?als=csv").text.lstrip("\ufeff").startswith("Reservatie;Ontlener")


def test_a_period_backwards_is_told_and_what_was_chosen_stays(piet: Reader) -> None:
    page = piet.send(piet.open(TRY).form(TRY), against="", first="2027-02-02", last="2027-02-01")
    assert (page.status, page.form(TRY).fields["first"], page.form(TRY).fields["against"]) == (422, "2027-02-02", "")
    assert "ligt voor de eerste" in page.text


def test_one_that_runs_is_followed_and_can_be_stopped(app: Flask, piet: Reader) -> None:
    with app.app_context():
        address = f"{TRY}/{under_way(db.session())}"
    page = piet.open(address)
    assert "1.240 van 3.000 dossiers" in page.text
    by_script = {"headers": {"HX-Request": "true"}}
    assert "1.240 van 3.000 dossiers" in piet.visitor.get(address, **by_script).text
    assert "Deze berekening is gestopt" in piet.follow(piet.send(page.form("/stoppen"))).text
    assert piet.visitor.get(address, **by_script).headers["HX-Redirect"] == address  # who follows it sees the whole page at its end
    assert "al afgelopen" in piet.follow(piet.send(page.form("/stoppen"))).text


def test_what_stands_in_the_way_is_told_in_the_words_of_the_regulation(app: Flask, piet: Reader) -> None:
    with app.app_context():
        address = f"{TRY}/{failed(db.session())}"
    assert "partners → recognised → partners" in piet.open(address).text
