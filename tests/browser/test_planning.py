"""The planning board in hands: by keyboard, with a pointer, without scripts, and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from booking.demo import cast
from tests.browser.scene import Scene
from tests.browser.test_axe import barriers
from tests.support.browser import PHONE, watched_page
from tests.support.server import Server

ADDRESS = f"/planning?vanaf=2027-06-14&weken=2&q={cast.HALL_RANST}"
ROWS = "/planning?vanaf=2027-06-14&weken=2&gemeente=&q=ranst"
WHERE = """() => {
    const cell = document.activeElement.closest("td, tbody th");
    const row = cell.parentNode;
    const rows = [...document.querySelectorAll(".board tbody tr:not(.house)")];
    return [rows.indexOf(row), [...row.cells].indexOf(cell)];
}"""


@pytest.fixture
def window(browser: Browser, site: Server, scene: Scene) -> Iterator[Callable[..., Page]]:
    """Open the board as somebody, with options for the window; the test fails when the browser complains."""
    kept = []

    def opened(address: str, who: str = "stranger", viewport: dict[str, int] | None = None, **options: object) -> Page:
        watched = watched_page(browser, viewport or {"width": 1440, "height": 900}, base_url=site.url, reduced_motion="reduce", **options)
        page, complaints = watched.__enter__()
        kept.append((watched, complaints))
        if key := scene.keys[who]:
            page.context.add_cookies([{"name": "streekdepot", "value": key, "url": site.url}])
        page.goto(address)
        return page

    yield opened
    for watched, complaints in kept:
        watched.__exit__(None, None, None)
        assert complaints.found == []


def test_the_board_is_one_stop_and_arrows_walk_its_cells(window: Callable[..., Page]) -> None:
    page = window(ROWS)
    assert page.locator(".board [tabindex='0']").count() == 1
    page.locator(".board [tabindex='0']").focus()
    row, column = page.evaluate(WHERE)
    for key, wanted in {
        "ArrowDown": [row + 1, column],
        "ArrowRight": [row + 1, column + 1],
        "ArrowUp": [row, column + 1],
        "Home": [row, 0],
        "End": [row, 14],
        "ArrowRight ": [row, 14],
        "Control+Home": [0, 0],
        "Control+End": [page.locator(".board tbody tr:not(.house)").count() - 1, 14],
    }.items():
        page.keyboard.press(key.strip())
        assert page.evaluate(WHERE) == wanted, key
    assert page.locator(".board [tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.board')") is None


def test_pages_of_time_turn_with_a_key(window: Callable[..., Page]) -> None:
    page = window(ROWS)
    page.locator(".board [tabindex='0']").focus()
    page.keyboard.press("PageDown")
    page.wait_for_url("**vanaf=2027-06-28**")
    expect(page.locator(".board [tabindex='0']")).to_be_focused()
    page.keyboard.press("PageUp")
    page.wait_for_url("**vanaf=2027-06-14**")
    page.go_back()
    page.wait_for_url("**vanaf=2027-06-28**")


def test_enter_on_a_free_cell_starts_a_reservation(window: Callable[..., Page]) -> None:
    page = window(f"/planning?vanaf=2027-06-21&weken=1&q={cast.STAGE_ZANDHOVEN}", "organiser")
    page.locator(".board td a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/reservaties/nieuw?line={cast.STAGE_ZANDHOVEN}~20270621**")


def test_a_bar_tells_and_leads_on_by_keyboard_alone(window: Callable[..., Page]) -> None:
    page = window(ADDRESS, "desk")
    bar = page.locator(".board .bar").first
    bar.focus()
    page.keyboard.press("Enter")
    told = page.locator(".told:popover-open")
    expect(told).to_contain_text(cast.ASSOCIATION_RANST)
    expect(told.get_by_role("link", name="Openen")).to_be_focused()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".told:popover-open")).to_have_count(0)
    expect(bar).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/werklijst/SD-**")


def test_a_line_is_moved_in_a_dialog_by_keyboard_alone(window: Callable[..., Page]) -> None:
    page = window(ADDRESS, "desk")
    bar = page.locator(".board .bar").first
    bar.focus()
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("dialog", name="Verplaatsen")).to_be_visible()
    expect(page.get_by_label("Middel of zaal")).to_be_focused()
    expect(page.locator("#stand")).to_contain_text("nog voor er iets verandert")
    page.get_by_label("Tot", exact=True).fill("2027-09-14")
    page.get_by_label("Van", exact=True).fill("2027-09-14")
    expect(page.locator("#stand")).to_contain_text("De ontlener moet hiermee akkoord gaan.")
    expect(page.get_by_role("button", name="Stel voor aan de ontlener")).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(bar).to_be_focused()


def test_a_strangers_bar_tells_that_it_is_taken(window: Callable[..., Page]) -> None:
    page = window(ADDRESS)
    page.locator(".board .bar").first.click()
    told = page.locator(".told:popover-open")
    expect(told).to_contain_text("in aanvraag")
    assert told.get_by_role("link").count() == 0
    assert cast.ASSOCIATION_RANST not in page.content()


@pytest.mark.parametrize("who", ["stranger", "organiser"])
def test_everything_works_without_scripts(window: Callable[..., Page], who: str) -> None:
    page = window(ADDRESS, who, java_script_enabled=False)
    page.get_by_role("link", name="Later", exact=True).click()
    page.wait_for_url("**vanaf=2027-06-28**")
    page.go_back()
    page.locator(".board .bar").first.click()
    expect(page.locator(".told:popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".board td a").first.click()
    page.wait_for_url("**/reservaties/nieuw?line=**" if who == "organiser" else f"**/middelen/{cast.HALL_RANST}?**")


def test_a_phone_shows_one_day_and_steps_through_the_week(window: Callable[..., Page]) -> None:
    page = window("/planning?vanaf=2027-06-16&q=ranst", "desk", PHONE)
    expect(page.locator(".board")).to_be_hidden()
    expect(page.get_by_role("heading", name="wo 16 juni 2027")).to_be_visible()
    expect(page.locator(".day-card", has_text="Een feest").first).to_be_visible()
    page.get_by_role("link", name="Een dag later").click()
    expect(page.get_by_role("heading", name="do 17 juni 2027")).to_be_visible()
    page.get_by_role("link", name="ma 14 juni 2027").click()
    expect(page.get_by_role("heading", name="ma 14 juni 2027")).to_be_visible()
    small = page.evaluate("""[...document.querySelectorAll(".day-board :is(.button, .day-bar, .day-strip a)")]
        .filter(each => each.offsetHeight < 44).map(each => each.outerHTML)""")
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", [720, 1000, 1440, 2000])
@pytest.mark.parametrize("view", ["weken=1", "weken=4", "schaal=uur"])
def test_a_bar_stands_under_its_own_hours_at_every_width(window: Callable[..., Page], width: int, view: str) -> None:
    page = window(f"/planning?vanaf=2027-06-16&{view}&q={cast.HALL_RANST}", "desk", {"width": width, "height": 900})
    off = page.evaluate("""() => {
        const columns = [...document.querySelectorAll(".board thead th")].slice(1).map(each => each.getBoundingClientRect());
        return [...document.querySelectorAll(".board tbody td")].map((cell, n) => cell.getBoundingClientRect().left - columns[n].left)
            .filter(distance => Math.abs(distance) > 0.5);
    }""")
    assert off == []
    wrong = page.evaluate("""() => [...document.querySelectorAll(".board .bar")].filter(bar => {
        const value = letter => Number((bar.className.match(new RegExp(`\\\\b${letter}(\\\\d+)`)) || [0, 0])[1]);
        const column = bar.closest("td").getBoundingClientRect();
        const wanted = column.width * (value("d") + value("p") / 24);
        return Math.abs(bar.getBoundingClientRect().width - wanted) > 3 && bar.offsetWidth > 8;
    }).map(bar => bar.outerHTML)""")
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_head_stays_in_sight(window: Callable[..., Page]) -> None:
    page = window("/planning?vanaf=2027-06-14&weken=2")
    page.mouse.wheel(0, 1500)
    page.wait_for_function("() => scrollY > 1000")
    assert page.evaluate("Math.round(document.querySelector('.board thead th').getBoundingClientRect().top)") == 0
