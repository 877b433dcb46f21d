"""Every screen is for everyone: examined by axe in three looks that together show each language, light and dark, a desk and a phone;

and nothing on it moves while it loads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from _pytest.mark import ParameterSet
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import LOOKS
from tests.browser.pages import SCREENS, Screen

AXE = Axe().axe_script
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the browser counts as layout shift, that which follows a click included: nobody clicked.
SHIFT = """() => new Promise(tell => {
    new PerformanceObserver(list => tell(list.getEntries().map(one => [one.value, ...one.sources.map(source =>
        source.node?.outerHTML?.slice(0, 120))]))).observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell([]))));
})"""
SEEN = 0.001  # less is a hair of one word; browsers tell it as 0.00
OVERFLOW = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth)
    .filter(one => !one.parentElement.closest('.menu') && getComputedStyle(one.parentElement).overflowX === 'visible').slice(0, 4)
    .map(one => `${one.outerHTML.slice(0, 160)} ends at ${Math.round(one.getBoundingClientRect().right)}`)
    .concat(document.documentElement.scrollWidth)"""
# A small menu (.drop) lies over what it covers as long as it is open, so it stays shut here.
UNFOLD = "document.querySelectorAll('details:not(.drop)').forEach(folded => { folded.open = true })"


def seen() -> Iterator[ParameterSet]:
    """Every screen in the first look; in the others one for each address and what it answers, for that is one for each template. Of these
    each look takes one in six each time, and all before a release.
    """
    one_of_each = list({(screen.rule, screen.status): screen for screen in reversed(SCREENS)}.values())
    for turn, (name, look) in enumerate(LOOKS.items()):
        for place, screen in enumerate(one_of_each if turn else SCREENS):
            later = [pytest.mark.release] if turn and (place + turn) % 6 else []
            yield pytest.param(look, screen, id=f"{name}, {screen.name}", marks=later)


@pytest.mark.parametrize(("look", "screen"), list(seen()), indirect=["look"], scope="module")
def test_a_screen_has_no_barrier_stays_still_and_fits_its_window(visit: Callable[[Screen], Page], screen: Screen) -> None:
    page = visit(screen)
    page.evaluate(AXE)  # takes a while in which something could still move
    moved = [shift for shift in page.evaluate(SHIFT) if shift[0] > SEEN]
    found = [*(f"moves while it loads: {shift}" for shift in moved), *too_wide(page), *barriers(page), *too_wide(page)]
    assert not found, "\n".join(found)


def too_wide(page: Page) -> list[str]:
    """Whether it must be scrolled sideways, and what sticks out."""
    sticking_out = page.evaluate(OVERFLOW)
    return [f"wider than its window: {element}" for element in sticking_out]


def test_a_barrier_is_named(page: Page) -> None:
    page.set_content("<html lang=nl><title>x</title><main><h1>x</h1><details><summary>y</summary><button></button></details></main>")
    assert [barrier.split(":")[0] for barrier in barriers(page)] == ["button-name", "target-size"]


def test_what_moves_is_named(page: Page) -> None:
    page.set_content("<p id=moved>Dit schuift.</p>")
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    page.evaluate("document.body.style.paddingTop = '400px'")
    assert "moved" in str(page.evaluate(SHIFT))


def test_what_sticks_out_is_named(page: Page) -> None:
    page.set_content("<p id=wide style='width: 3000px'>Breed.")
    assert "wide" in too_wide(page)[0]


def barriers(page: Page) -> list[str]:
    """What axe holds against a page with everything unfolded."""
    page.evaluate(UNFOLD)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"runOnly": STANDARD, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
    return [f"{rule['id']}: {node['html']} ({node['failureSummary']})" for rule in found for node in rule["nodes"]]
