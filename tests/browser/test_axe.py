"""Every screen is for everyone: examined by axe in three looks that together show each language, light and dark, a desk and a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.pages import SCREENS, Screen

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
UNFOLD = "document.querySelectorAll('details').forEach(folded => { folded.open = true })"


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_has_no_barrier_and_does_not_scroll_sideways(visit: Callable[[Screen], Page], screen: Screen) -> None:
    page = visit(screen)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_barrier_is_named(page: Page) -> None:
    page.set_content("<html lang=nl><title>x</title><main><h1>x</h1><details><summary>y</summary><button></button></details></main>")
    assert [barrier.split(":")[0] for barrier in barriers(page)] == ["button-name", "target-size"]


def barriers(page: Page) -> list[str]:
    """What axe holds against a page with everything unfolded."""
    page.evaluate(UNFOLD)
    found = Axe().run(page, options={"runOnly": STANDARD, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html']} ({node['failureSummary']})" for rule in found for node in rule["nodes"]]
