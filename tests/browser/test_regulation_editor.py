"""Ranst's meeting rooms, entered as a new user would: with nothing but what the screens say, proven and published."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.scene import Scene
from tests.support.browser import DESKTOP, watched_page
from tests.support.server import Server

RECOGNISED, OTHERS = "Erkende verenigingen", "Andere gebruikers"
ROOMS = ("Vergaderlokaal Jozef Simons", "Vergaderlokaal Jules Persyn")


@pytest.fixture
def page(browser: Browser, site: Server, scene: Scene) -> Iterator[Page]:
    """The window of Ranst's tariff administrator; the test fails when the browser complains."""
    with watched_page(browser, DESKTOP, base_url=site.url, reduced_motion="reduce") as (page, complaints):
        page.context.add_cookies([{"name": "streekdepot", "value": scene.keys["tariffs"], "url": site.url}])
        yield page
    assert complaints.found == []


def test_the_meeting_rooms_of_ranst_are_entered_proven_and_published(page: Page) -> None:
    page.goto("/reglementen")
    page.get_by_role("link", name="Nieuw reglement").first.click()
    page.get_by_label("Met een leeg blad").check()
    page.get_by_role("button", name="Begin het ontwerp").click()
    describe(page)
    add_examples(page)
    save(page)
    publish(page)
    page.goto("/reglementen")
    expect(page.get_by_role("main")).to_contain_text("Verhuur vergaderlokalen")


def describe(page: Page) -> None:
    """Title, two categories, one article with its two amounts."""
    page.get_by_label("Titel van het reglement").fill("Verhuur vergaderlokalen")
    page.get_by_label("Geldt vanaf").fill("2032-01-01")
    page.get_by_label("Nieuwe tariefcategorie").select_option(label=RECOGNISED)
    page.get_by_role("button", name="Voeg categorie toe").click()
    expect(page.get_by_label("Naam van de categorie")).to_have_count(2)
    expect(page.locator("#wie")).to_contain_text("Erkende vereniging van hier")
    page.get_by_role("radio", name="Prijs per dagdeel").check()
    page.get_by_role("button", name="Voeg artikel toe").click()
    page.get_by_label("Titel van artikel 1").fill("Lokaal Jozef Simons en lokaal Jules Persyn")
    page.get_by_role("checkbox", name="Vergaderzaal", exact=True).check()
    expect(page.get_by_label("Dagdelen")).to_have_value("08:00, 12:30, 18:00, 24:00")
    amount(page, RECOGNISED).fill("tien")
    expect(page.locator(".annex").get_by_text("Een bedrag, zoals 12,50.")).to_be_visible()
    expect(amount(page, RECOGNISED)).to_have_value("tien")
    expect(page.get_by_text("Telt nog niet mee:")).to_be_visible()
    amount(page, RECOGNISED).fill("10")
    expect(page.get_by_text("Telt nog niet mee:")).to_have_count(0)
    amount(page, OTHERS).fill("€ 20,00")
    expect(page.locator(".annex").get_by_text("Een bedrag, zoals 12,50.")).to_have_count(0)


def amount(page: Page, group: str) -> Locator:
    """The cell of article 1 for a group."""
    return page.get_by_label(f"Artikel 1, per dagdeel, {group}")


def add_examples(page: Page) -> None:
    """P01a to c of the cases: wrong first, then right; and what is computed can be taken over."""
    first = add_example(page, "Vereniging in twee lokalen")
    when(first, "18:20")
    first.get_by_role("combobox", name="Middel of zaal").select_option(label=ROOMS[0])
    first.get_by_role("button", name="Nog een middel of zaal").click()
    expect(first.get_by_role("combobox", name="Middel of zaal")).to_have_count(2)
    first.get_by_role("combobox", name="Middel of zaal").nth(1).select_option(label=ROOMS[1])
    expected(first).fill("30")
    expect(first).to_contain_text("Klopt niet")
    expect(first).to_contain_text("verwacht € 30,00, berekend € 40,00")
    first.get_by_text("Hoe is dit berekend?").click()
    expect(first).to_contain_text(f"{ROOMS[0]}: 2 dagdelen × € 10,00 (art. 1)")
    expected(first).fill("40")
    expect(first.get_by_text("Klopt", exact=True)).to_be_visible()
    second = add_example(page, "Iemand anders in twee lokalen")
    second.get_by_role("combobox", name="Wie", exact=True).select_option(label="Inwoner")
    second.get_by_role("combobox", name="Erkend", exact=True).select_option(label="niet erkend")
    expect(second).to_contain_text("berekend: € 80,00")
    second.get_by_role("button", name="Dit klopt").click()
    expect(expected(second)).to_have_value("80,00")
    third = add_example(page, "Tot op de grens van het dagdeel")
    when(third, "18:00")
    third.get_by_role("button", name="Haal deze lijn weg").last.click()
    expect(third.get_by_role("combobox", name="Middel of zaal")).to_have_count(1)
    third.get_by_role("combobox", name="Wie", exact=True).select_option(label="Vereniging")
    third.get_by_role("combobox", name="Erkend", exact=True).select_option(label="cultuur")
    expected(third).fill("10")
    expect(page.locator("#stand")).to_have_text("Alle 3 voorbeelden kloppen")


def add_example(page: Page, name: str) -> Locator:
    """A new example, folded out, with its name."""
    count = page.get_by_role("article").count()
    page.get_by_role("button", name="Voeg een voorbeeld toe").click()
    expect(page.get_by_role("article")).to_have_count(count + 1)
    example = page.get_by_role("article").nth(count)
    example.get_by_label("Naam van het voorbeeld").fill(name)
    return example


def when(example: Locator, end: str) -> None:
    """An afternoon in February, on every line."""
    for line in example.get_by_role("textbox", name="Einduur").all():
        line.fill(end)
    for line in example.get_by_role("textbox", name="Van", exact=True).all():
        line.fill("2027-02-13")


def expected(example: Locator) -> Locator:
    """What the council expects it to cost."""
    return example.get_by_role("textbox", name="Te betalen")


def save(page: Page) -> None:
    """Keep the draft."""
    expect(page.get_by_text("Nog niet bewaard")).to_be_visible()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Bewaard op")).to_be_visible()


def publish(page: Page) -> None:
    """From the proof to the law, with an answer to each warning."""
    page.get_by_role("link", name="Naar bewijzen en bekendmaken").click()
    page.get_by_role("button", name="Bewijs en ga verder").click()
    page.get_by_role("main").get_by_role("link", name="Maak bekend").click()
    page.get_by_label("Datum van de beslissing").fill("2027-06-01")
    page.get_by_label("Bekendgemaakt op").fill("2027-06-02")
    page.get_by_label("Nummer van de beslissing").fill("GR/2027/60 (fictief)")
    for warning in page.locator(".doubt textarea").all():
        warning.fill("Zo besliste de raad.")
    page.get_by_role("button", name="Maak bekend").click()
    expect(page.get_by_role("main")).to_contain_text("Verhuur vergaderlokalen")
    expect(page.get_by_role("main")).to_contain_text("Aangekondigd vanaf 1 januari 2032")
