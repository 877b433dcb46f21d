"""What people do on the screens, in the words of the screens; who reads a story reads these names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from booking.demo.cast import PASSWORD

SEND = re.compile(r"^(Vraag aan|Bevestig)$")


def sign_in(page: Page, email: str) -> None:
    """Sign in and arrive at the catalogue."""
    page.goto("/aanmelden")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Aanmelden").click()
    expect(page.locator(".me-name")).to_be_visible()


def go(page: Page, entry: str) -> None:
    """Choose an entry of the menu."""
    page.get_by_role("navigation").get_by_role("link", name=entry).click()


def search(page: Page, start: tuple[str, str], end: tuple[str, str], purpose: str = "Evenement") -> None:
    """Ask what is free from one (day, hour) until another."""
    page.goto("/")
    for label, value in zip(("Van", "Beginuur", "Tot", "Einduur"), (*start, *end), strict=True):
        page.get_by_label(label, exact=True).fill(value)
    more = page.locator("summary", has_text="Meer keuzes")
    if more.is_visible():  # folded away where there is little room
        more.click()
    page.get_by_label("Soort gebruik").select_option(label=purpose)
    with page.expect_navigation():  # what stood there before says "vrij op" too, of another day
        page.get_by_role("button", name="Zoek").click()
    expect(page.locator("#uitkomst")).to_contain_text("vrij op")


def pick(page: Page, *assets: str) -> None:
    """Put assets that were found into the basket, and go on to ask for them."""
    for number, asset in enumerate(assets, 1):
        page.get_by_role("button", name=f"Voeg {asset} toe").click()
        expect(page.locator(".basket-lines li")).to_have_count(number)
    page.get_by_role("button", name="Aanvragen").click()


def line(page: Page, number: int) -> Locator:
    """A line of a request or a reservation."""
    return page.locator(f"#lijn-{number}")


def preview(page: Page, event: str) -> Locator:
    """Name the event and look at price and terms; returns the panel that tells them."""
    page.get_by_label("Naam van het evenement of de opdracht").fill(event)
    with page.expect_navigation():
        page.get_by_role("button", name="Bereken", exact=True).click()
    return page.get_by_role("region", name="Prijs en voorwaarden")


def ask(page: Page) -> str:
    """Send the request that was looked at; returns its reference."""
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_role("status")).to_contain_text("genoteerd onder nummer")
    return page.url.rpartition("/")[2]


def waiting(page: Page) -> list[str]:
    """The names of what waits on the worklist of a desk."""
    go(page, "Werklijst")
    expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()
    return page.locator(".work h2").all_inner_texts()


def approve(page: Page, asset: str) -> None:
    """From the worklist: yes."""
    page.get_by_role("link", name=asset).click()
    page.get_by_role("button", name="Keur goed").click()
    expect(page.get_by_role("status")).to_contain_text("is goedgekeurd")


def propose(page: Page, asset: str, other: str, why: str) -> None:
    """From the worklist: another asset instead, with a word to the borrower."""
    page.get_by_role("link", name=asset).click()
    page.get_by_role("link", name="Stel iets anders voor").click()
    page.get_by_label("Waarom?").fill(why)
    chosen = page.locator("option", has_text=other).first.get_attribute("value")
    page.get_by_label("Middel of zaal").select_option(chosen)
    page.get_by_role("button", name="Stel voor aan de ontlener").click()
    expect(page.get_by_role("status")).to_contain_text("krijgt de vraag")


def follow(page: Page, calendar: str) -> str:
    """Make an address for a calendar program; returns the address."""
    go(page, "Agenda's")
    page.get_by_label("Welke agenda?").select_option(label=calendar)
    page.get_by_role("button", name="Maak het adres").click()
    return page.locator(".secret").inner_text().strip()


def end_calendar(page: Page) -> None:
    """End the calendar that is followed."""
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("status")).to_contain_text("Het adres werkt niet meer")


def accept(page: Page, number: int, offered: str) -> None:
    """On the reservation: take what a desk proposes for a line."""
    expect(line(page, number)).to_contain_text(f"De uitleendienst stelt voor: {offered}")
    line(page, number).get_by_role("button", name="Aanvaard").click()
    expect(page.get_by_role("status")).to_contain_text("U aanvaardde het voorstel")


def state_of(page: Page, number: int) -> str:
    """The word that tells how a line of a reservation stands."""
    return line(page, number).locator("h3 + .status").inner_text().split("\n")[-1]


@dataclass
class Hands:
    """Somebody's hands, counting: each click, each field filled in and each choice is one."""

    moved: int = 0

    def click(self, target: Locator) -> None:
        """Press a button or follow a link."""
        self.moved += 1
        target.click()

    def fill(self, field: Locator, text: str) -> None:
        """Fill in a field."""
        self.moved += 1
        field.fill(text)

    def choose(self, field: Locator, label: str) -> None:
        """Choose from a list."""
        self.moved += 1
        field.select_option(label=label)
