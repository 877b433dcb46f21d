"""The first screen: what is asked stands in the address, what is chosen stays, and what it costs does not depend on how much there is."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from sqlalchemy import update

from booking.demo import cast
from booking.web.extensions import db
from models import Asset
from tests.web.screens.reader import Page, Reader
from tests.web.test_cost import counted
from tests.web.visitor import Visitor

DAY = "/?from_day=2027-06-12"


@pytest.fixture
def guest(app, reader: Callable[[str], Reader]) -> Reader:
    """Somebody without an account, in a region that is loaded."""
    reader(cast.TEACHER_ZOERSEL)
    somebody = Reader.__new__(Reader)
    somebody.visitor = Visitor(app)
    return somebody


def put(who: Reader, page: Page, code: str) -> Page:
    form = page.form("/mand")
    return who.follow(who.send(form, do=next(value for _, value in form.buttons if value.startswith(f"add:{code}~"))))


def test_one_date_is_enough_to_see_prices(guest: Reader) -> None:
    page = guest.open(DAY)
    assert "vrij op za 12 juni 2027 08:00–18:00" in page.text
    assert "Prijzen voor Vereniging" in page.text
    assert "€" in page.text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("&q=podiumwagen", "Podiumwagen Zandhoven"),
        ("&q=vergaderzaal", "Vergaderlokaal Jozef Simons"),
        ("&category=mobile_stage&view=strip", "deels bezet"),
        ("&view=map&place=2240", "Schematisch"),
        ("&place=Atlantis", "ligt niet in de streek"),
        ("&category=sports_hall&persons=5000", "Niets vrij dat hieraan voldoet"),
        ("&sort=nonsense&view=nonsense&authority=abc&kind=nobody&home=-3", "vrij op"),
    ],
)
def test_the_whole_question_stands_in_the_address(guest: Reader, query: str, said: str) -> None:
    page = guest.open(DAY + query)
    assert page.status == 200
    assert said in page.text


def test_what_is_chosen_waits_while_one_searches_on_and_goes_out_again(guest: Reader) -> None:
    page = put(guest, guest.open(f"{DAY}&category=meeting_room"), cast.HALL_RANST)
    assert "1 middel · € 40,00" in page.text
    assert "1 middel · € 40,00" in guest.open("/?category=chair").text
    basket = guest.open("/mand")
    line = next(value for _, value in basket.form("/mand").buttons if value.startswith("remove:"))
    assert "Uw mand is leeg" in guest.follow(guest.send(basket.form("/mand"), do=line)).text


def test_units_are_changed_in_the_basket_and_what_cannot_be_is_told(guest: Reader) -> None:
    put(guest, guest.open(f"{DAY}&category=crowd_barrier&units=20"), cast.BARRIERS_RANST)
    form = guest.open("/mand").form("/mand")
    do = next(value for _, value in form.buttons if value.startswith("units:"))
    field = do.replace("units:", "units-")
    assert form.fields[field] == "20"
    assert "in voorraad: 200" in guest.follow(guest.send(form, do=do, **{field: "900"})).text
    assert guest.follow(guest.send(form, do=do, **{field: "30"})).form("/mand").fields[field] == "30"


def test_a_first_visitor_who_asks_signs_in_first_while_it_is_held(guest: Reader, reader: Callable[[str], Reader]) -> None:
    page = put(guest, guest.open(f"{DAY}&category=meeting_room"), cast.HALL_RANST)
    answer = guest.send(page.form("/mand"), do="ask")
    assert answer.location == "/aanmelden"
    assert "We houden dit voor u vast tot" in guest.follow(answer).text
    other = reader(cast.ORGANISER).open(f"{DAY}&category=meeting_room")
    assert not [value for _, value in other.form("/mand").buttons if value.startswith(f"add:{cast.HALL_RANST}~")]
    assert "We houden dit voor u vast tot" in guest.open("/mand").text


def test_a_network_begins_no_more_than_sixty_baskets_in_a_quarter_of_an_hour(guest: Reader) -> None:
    form = guest.open(DAY).form("/mand")
    do = next(value for _, value in form.buttons if value.startswith("add:"))
    for _ in range(60):
        guest.send(form, do=do)
        guest.visitor.client.delete_cookie("streekdepot-mand")
    assert "Te veel pogingen" in guest.follow(guest.send(form, do=do)).text


def test_an_asset_tells_its_price_for_the_dates_that_are_asked(guest: Reader) -> None:
    undated, dated = guest.open(f"/middelen/{cast.HALL_RANST}"), guest.open(f"/middelen/{cast.HALL_RANST}?from_day=2027-06-12")
    assert "Kies uw data" in undated.text
    assert "Te betalen € 40,00" in dated.text
    assert "(art. 2)" in dated.text
    assert "1 middel" in put(guest, dated, cast.HALL_RANST).text
    assert guest.open(f"/middelen/{cast.HALL_RANST}?from_day=2026-06-12").status == 422


@pytest.mark.parametrize("view", ["list", "strip", "map"])
def test_a_search_costs_the_same_number_of_queries_whatever_there_is(app, guest: Reader, view: str) -> None:
    def cost() -> int:
        guest.open(f"{DAY}&view={view}")  # what is read once per version of the catalogue is read
        with counted(app) as sent:
            assert guest.open(f"{DAY}&view={view}").status == 200
        return len(sent)

    all_of_it = cost()
    with app.app_context():
        db.session.execute(update(Asset).where(Asset.id > 5).values(in_service_until=Asset.in_service_from))
        db.session.commit()
    assert cost() <= all_of_it <= 10


def test_python_does_not_walk_through_all_that_it_holds_while_somebody_waits(guest: Reader) -> None:
    guest.open(DAY)
    gc.collect()
    before = gc.get_stats()
    assert guest.open(DAY).status == 200
    swept = [after["collections"] - earlier["collections"] for earlier, after in zip(before, gc.get_stats(), strict=True)]
    assert swept[-1] == 0
    assert sum(swept) < 20
