"""Asking for a hall by the keyboard alone, and without any script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from booking.demo import cast
from tests.stories.steps import SEND, approve, ask, line, pick, preview, search, state_of, waiting

HALL = "Vergaderlokaal Jozef Simons"
FROM, UNTIL = ("2027-06-12", "14:00"), ("2027-06-12", "22:00")


@pytest.fixture
def engine_name() -> str:
    """What is tried here does not depend on the database."""
    return "sqlite"


def test_a_hall_is_asked_for_with_the_keyboard_alone(window: Callable[..., Page]) -> None:
    page = window()
    page.goto("/aanmelden")
    type_into(page, page.get_by_label("E-mailadres"), cast.ORGANISER)
    type_into(page, page.get_by_label("Wachtwoord"), cast.PASSWORD)
    page.keyboard.press("Enter")
    for label, value in zip(("Van", "Beginuur", "Tot", "Einduur"), (*FROM, *UNTIL), strict=True):
        type_moment(page, page.get_by_label(label, exact=True), value)
    type_into(page, page.get_by_label("Categorie"), "Vergader")
    with page.expect_navigation():
        press(page, page.get_by_role("button", name="Zoek"))
    press(page, page.get_by_role("button", name=f"Voeg {HALL} toe"))
    press(page, page.get_by_role("button", name="Aanvragen"))
    type_into(page, page.get_by_label("Naam van het evenement of de opdracht"), "Repetitie")
    type_into(page, page.get_by_label("Ontlener"), "Harmonie")
    expect(page.locator("#stand")).to_contain_text("€ 20,00")
    press(page, page.get_by_role("button", name=SEND))
    expect(page.get_by_role("status")).to_contain_text("genoteerd onder nummer")
    assert state_of(page, 1) == "Aangevraagd"


def test_a_hall_is_asked_for_and_granted_without_any_script(window: Callable[..., Page]) -> None:
    sofie = window(cast.ORGANISER, java_script_enabled=False)
    search(sofie, FROM, UNTIL)
    pick(sofie, HALL)
    sofie.get_by_label("Ontlener").select_option(label=cast.ASSOCIATION_RANST)
    expect(preview(sofie, "Repetitie")).to_contain_text("€ 20,00")
    line(sofie, 1).locator("summary", has_text="controles").click()
    expect(line(sofie, 1).get_by_text("Vrij in de gevraagde periode")).to_be_visible()
    ask(sofie)
    an = window(cast.DESK_RANST, java_script_enabled=False)
    assert waiting(an) == [HALL]
    approve(an, HALL)
    sofie.reload()
    assert state_of(sofie, 1) == "Goedgekeurd"


def reach(page: Page, target: Locator, most: int = 150) -> None:
    """Press Tab until the target has the focus, and see that it shows it."""
    expect(target).to_be_visible()
    for _ in range(most):
        if target.evaluate("element => element === document.activeElement"):
            assert target.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{most} tabs do not lead to {target}")


def press(page: Page, target: Locator) -> None:
    """Go to a button or link and press Enter."""
    reach(page, target)
    page.keyboard.press("Enter")


def type_into(page: Page, field: Locator, text: str) -> None:
    """Go to a field and type; a list chooses what begins with it."""
    reach(page, field)
    page.keyboard.type(text)


def type_moment(page: Page, field: Locator, value: str) -> None:
    """Go to a date or an hour and type it, in the order that this browser's own language asks."""
    year, month, day = value.split("-") if "-" in value else ("", "", "")
    hour = int(value[:2]) if ":" in value else 0
    clock = (value.replace(":", ""), f"{hour - 12:02}{value[3:]}PM")
    reach(page, field)
    for typed in (month + day + year, day + month + year, year + month + day) if year else clock:
        for _ in range(4):
            page.keyboard.press("ArrowLeft")
        page.keyboard.type(typed)
        if field.input_value() == value:
            return
    raise AssertionError(f"{value} cannot be typed: {field.input_value()!r}")
