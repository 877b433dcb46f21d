"""How much it takes to reserve: each click and each field that is filled in is counted, for who is known and for who comes first."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.services.mailed_keys import revealed
from booking.words import letter
from models import Outbox
from tests.stories.steps import SEND, Hands, line, state_of
from tests.support.browser import PHONE
from tests.support.server import SECRET

HALL, STAGE = "Vergaderlokaal Jozef Simons", "Podiumwagen Zandhoven 8 × 6 m"
ROOM, DECKS = "Vergaderlokaal Sas", "Podiumelementen Ranst (2 × 1 m)"
DATES = {"Van": "2027-06-12", "Beginuur": "14:00", "Tot": "2027-06-12", "Einduur": "22:00"}
NEW, JUNE = "/reservaties/nieuw", "20270612T1200Z~20270612T2000Z"
NEWCOMER = "nora@nieuw.example"


@pytest.fixture
def engine_name() -> str:
    """What is tried here does not depend on the database."""
    return "sqlite"


def test_who_is_signed_in_reserves_a_hall_and_a_stage_in_twelve(window: Callable[..., Page]) -> None:
    page, hands = window(cast.ORGANISER), Hands()
    puts_together(page, hands, HALL, STAGE)
    asks(page, hands)
    assert [state_of(page, number) for number in (1, 2)] == ["Aangevraagd"] * 2
    assert hands.moved <= 12, hands.moved


def test_a_first_visitor_signs_up_and_reserves_in_twenty(window: Callable[..., Page], region: str) -> None:
    page, hands = window(), Hands()
    puts_together(page, hands, ROOM, DECKS)
    expect(page.get_by_role("status").first).to_contain_text("vast")
    signs_up(page, hands, region)
    asks(page, hands)
    assert {state_of(page, number) for number in (1, 2)} <= {"Aangevraagd", "Goedgekeurd"}
    assert hands.moved <= 20, hands.moved


def test_on_a_phone_the_price_follows_what_is_typed_and_what_is_taken_has_another_day_at_a_click(window: Callable[..., Page]) -> None:
    page, other = window(cast.ORGANISER, PHONE), window(cast.TEACHER_ZOERSEL)
    page.goto(f"{NEW}?line={cast.BARRIERS_RANST}~{JUNE}~40&line={cast.HALL_RANST}~{JUNE}~1")
    before = page.locator(".stand-sum").inner_text()
    line(page, 1).get_by_label("Aantal").fill("80")
    expect(page.locator(".stand-sum")).not_to_have_text(before)
    expect(line(page, 1).get_by_label("Aantal")).to_be_focused()
    other.goto(f"{NEW}?line={cast.HALL_RANST}~{JUNE}~1")
    asks(other, Hands())
    page.get_by_label("Naam van het evenement of de opdracht").fill("Repetitie")
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(line(page, 2)).to_contain_text("Wel vrij op")
    line(page, 2).get_by_role("button", name=re.compile("juni 2027")).first.click()
    assert page.get_by_label("Naam van het evenement of de opdracht").input_value() == "Repetitie"
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_role("status")).to_contain_text("genoteerd onder nummer")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def puts_together(page: Page, hands: Hands, *assets: str) -> None:
    """From the first page: the dates, what is free, and on with the basket."""
    page.goto("/")
    for label, value in DATES.items():
        hands.fill(page.get_by_label(label, exact=True), value)
    with page.expect_navigation():
        hands.click(page.get_by_role("button", name="Zoek"))
    for number, asset in enumerate(assets, 1):
        hands.click(page.get_by_role("button", name=f"Voeg {asset} toe"))
        expect(page.locator(".basket-lines li")).to_have_count(number)
    hands.click(page.get_by_role("button", name="Aanvragen"))


def signs_up(page: Page, hands: Hands, region: str) -> None:
    """An account, made while the basket is held, with the code that came by mail."""
    hands.click(page.get_by_role("link", name="Maak er een"))
    hands.fill(page.get_by_label("Uw naam"), "Nora Nieuw")
    hands.fill(page.get_by_label("E-mailadres"), NEWCOMER)
    hands.fill(page.locator("input[type=password]"), "vier gewone losse woorden")
    hands.choose(page.get_by_label("Gemeente"), "Ranst")
    hands.click(page.get_by_role("button", name="Verder"))
    hands.fill(page.get_by_label("Code uit de mail"), code_for(NEWCOMER, region))
    hands.click(page.get_by_role("button", name="Bevestigen"))


def asks(page: Page, hands: Hands) -> None:
    """The page of the request: a name for it, and send it."""
    hands.fill(page.get_by_label("Naam van het evenement of de opdracht"), "Zomerconcert")
    hands.click(page.get_by_role("button", name=SEND))
    expect(page.get_by_role("status")).to_contain_text("genoteerd onder nummer")


def code_for(recipient: str, region: str) -> str:
    """The six digits of the mail that waits for somebody."""
    with Session(create_engine(region)) as session:
        row = session.scalars(select(Outbox).where(Outbox.recipient == recipient).order_by(Outbox.id.desc())).first()
        assert row
        found = re.search(r"\b\d{6}\b", letter(row.event, row.language, revealed(SECRET.encode(), row.payload), "http://localhost").body)
    assert found
    return found[0]
