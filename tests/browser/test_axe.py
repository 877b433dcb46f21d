"""Every screen is for everyone: examined by axe in three looks that together show each language, light and dark, a desk and a phone;

nothing on it moves while it loads, and no text is squeezed or sticks out of its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from _pytest.mark import ParameterSet
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import LOOKS
from tests.browser.pages import SCREENS, Screen

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the browser counts as layout shift, that which follows a click included: nobody clicked.
SHIFT = """() => new Promise(tell => {
    new PerformanceObserver(list => tell(list.getEntries().map(one => [one.value, ...one.sources.map(source =>
        source.node?.outerHTML?.slice(0, 120))]))).observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell([]), 40)));
})"""
SEEN = 0.001  # less is a hair of one word; browsers tell it as 0.00
OVERFLOW = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth)
    .filter(one => !one.parentElement.closest('.menu') && getComputedStyle(one.parentElement).overflowX === 'visible').slice(0, 4)
    .map(one => `${one.outerHTML.slice(0, 160)} ends at ${Math.round(one.getBoundingClientRect().right)}`)
    .concat(document.documentElement.scrollWidth)"""
# Text that runs out of its box or its window, but not where it can be scrolled to; and short words broken over lines, unless at a hyphen.
SQUEEZED = r"""() => {
    const found = [], range = document.createRange(), texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const look = one => getComputedStyle(one);
    const clips = one => one && (look(one).overflowX !== 'visible' || look(one).clipPath !== 'none' || clips(one.parentElement));
    const blocks = 'p, li, td, th, dd, dt, h1, h2, h3, h4, label, a, button, summary, legend, div, section, main, body';
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (!text.data.trim()) continue;
        range.selectNodeContents(text);
        const {width, height, right} = range.getBoundingClientRect(), one = text.parentElement;
        const tell = fault => found.push(`${fault}: ${one.outerHTML.slice(0, 160)}`);
        if (!width) continue;
        const edge = Math.min(one.closest(blocks).getBoundingClientRect().right, innerWidth);
        if (right > edge + 1 && !clips(one)) tell('sticks out of its place');
        if (height < 30) continue;
        for (const word of text.data.matchAll(/(?<![\p{L}\p{N}\u00ad.@\/_-])\p{L}{4,12}(?![\p{L}\p{N}\u00ad.@\/_-])/gu)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = [...range.getClientRects()];
            const broken = lines.length > 1 && lines.at(-1).top >= lines[0].bottom - 2;
            if (broken && look(one).writingMode === 'horizontal-tb') tell(`breaks “${word[0]}”`);
        }
    }
    return found;
}"""
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
    moved = [shift for shift in page.evaluate(SHIFT) if shift[0] > SEEN]
    unfolded = [*too_wide(page), *barriers(page), *too_wide(page), *page.evaluate(SQUEEZED)]
    found = [*(f"moves while it loads: {shift}" for shift in moved), *unfolded]
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


def test_what_is_squeezed_is_named(page: Page) -> None:
    page.set_content(
        "<p style='width: 2em; overflow-wrap: anywhere'>Mensen</p><p style='width: 2em'>Buiten</p>"
        "<p style='width: 5em'>Ruim genoeg hier</p><p style='width: 2em; overflow: auto'>Opzij</p>"
    )
    assert [found.split(":")[0] for found in page.evaluate(SQUEEZED)] == ["breaks “Mensen”", "sticks out of its place"]


def barriers(page: Page) -> list[str]:
    """What axe holds against a page with everything unfolded."""
    page.evaluate(UNFOLD)
    found = Axe().run(page, options={"runOnly": STANDARD, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html']} ({node['failureSummary']})" for rule in found for node in rule["nodes"]]
