"""A technician borrows the neighbour's aerial platform and his own town's trailer, on a phone, in one ledger."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from booking.demo import cast
from tests.stories.steps import ask, line, pick, preview, search, state_of
from tests.support.browser import PHONE

PLATFORM, TRAILER = "Hoogtewerker Zandhoven 12 m", "Aanhangwagen Wommelgem signalisatie"
WORKS = ("2027-03-09", "08:00"), ("2027-03-12", "16:00")
SPORTS_SERVICE = "hugo@wommelgem.example"


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_neighbours_platform_and_the_own_trailer_stand_in_one_ledger(window: Callable[..., Page]) -> None:
    karel = window(cast.TECHNICIAN_WOMMELGEM, PHONE)
    borrows_the_platform_at_the_preferred_tariff(karel)
    borrows_the_trailer_of_his_own_town(karel)
    karel.goto("/reservaties")
    expect(karel.get_by_role("main")).to_contain_text(PLATFORM)
    expect(karel.get_by_role("main")).to_contain_text(TRAILER)
    a_colleague_is_told_that_the_trailer_is_taken(window(SPORTS_SERVICE, PHONE))


def borrows_the_platform_at_the_preferred_tariff(page: Page) -> None:
    """Road works from Tuesday to Friday with a named operator; the agreement makes it 65 %, and nobody needs to decide."""
    search(page, *WORKS, "Werken")
    pick(page, PLATFORM)
    line(page, 1).get_by_label("Wie bedient het?").select_option(label=cast.OPERATOR_WOMMELGEM)
    told = preview(page, "Openbare verlichting Autolei")
    expect(told).to_contain_text("deze aanvraag wordt meteen bevestigd")
    price = "(eerste dag € 150,00 + 3 volgende dagen × € 100,00) × 65 % (van het tarief „Eigen erkende verenigingen”) (overeenkomst 2027-03"
    expect(told).to_contain_text(price)
    ask(page)
    assert state_of(page, 1) == "Goedgekeurd"
    expect(line(page, 1)).to_contain_text(f"bediener {cast.OPERATOR_WOMMELGEM}")
    expect(page.get_by_role("table", name="Prijs")).to_contain_text(price)
    expect(page.get_by_role("row", name="Te betalen")).to_contain_text("€ 292,50")


def borrows_the_trailer_of_his_own_town(page: Page) -> None:
    """The same days, his own municipality: free and at once."""
    search(page, *WORKS, "Werken")
    pick(page, TRAILER)
    preview(page, "Openbare verlichting Autolei")
    ask(page)
    assert state_of(page, 1) == "Goedgekeurd"
    expect(page.get_by_role("row", name="Te betalen")).to_contain_text("€ 0,00")


def a_colleague_is_told_that_the_trailer_is_taken(page: Page) -> None:
    """Who asks for the same trailer on the same days is told so, and offered other days and other trailers, one of which he takes."""
    search(page, *WORKS)
    expect(page.get_by_role("button", name=f"Voeg {TRAILER} toe")).to_have_count(0)
    page.goto(f"/reservaties/nieuw?line={cast.TRAILER_WOMMELGEM}~20270309T0700Z~20270312T1500Z~1")
    told = preview(page, "Sportkamp")
    expect(told).to_contain_text("Niet vrij van di 9 maart 2027 08:00 tot vr 12 maart 2027 16:00")
    expect(page.get_by_role("button", name="Vraag aan")).to_have_count(0)
    expect(line(page, 1)).to_contain_text("Wel vrij op")
    line(page, 1).get_by_role("button", name="Aanhangwagen Wommelgem 750 kg").click()
    preview(page, "Sportkamp")
    ask(page)
    assert state_of(page, 1) == "Goedgekeurd"
