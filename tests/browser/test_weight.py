"""No screen weighs more than it may, and nothing on it moves while it loads."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.pages import SCREENS, Screen
from tests.browser.scene import Scene
from tests.web.visitor import Visitor

KILOBYTE = 1000
LIMITS = {"script": 60 * KILOBYTE, "sheet": 40 * KILOBYTE}
SHIPPED = {"script": re.compile(r'<script[^>]+src="([^"]+)"'), "sheet": re.compile(r'<link rel="stylesheet" href="([^"]+)"')}

# What the browser counts as layout shift, those that follow a click within half a second included: nobody clicked.
SHIFT = """() => new Promise(tell => {
    new PerformanceObserver(list => tell(list.getEntries().map(one => [one.value, ...one.sources.map(source =>
        source.node?.outerHTML?.slice(0, 120))]))).observe({type: 'layout-shift', buffered: true});
    setTimeout(() => tell([]), 60);
})"""


@pytest.mark.usefixtures("now_there")
def test_no_screen_ships_more_script_or_style_than_it_may(scene: Scene) -> None:
    heavy = {}
    for screen in SCREENS:
        page = scene.seen_by(screen.who, screen).text
        for kind, pattern in SHIPPED.items():
            addresses = pattern.findall(page)
            assert addresses, f"{screen.name} has no {kind}; `python3 dev.py fetch` brings what comes from elsewhere"
            weight = sum(_compressed(scene, address) for address in addresses)
            if weight > LIMITS[kind]:
                heavy[screen.name, kind] = weight
    assert heavy == {}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_nothing_moves_while_a_screen_loads(visit: Callable[[Screen], Page], screen: Screen) -> None:
    assert visit(screen).evaluate(SHIFT) == []


def test_what_moves_is_named(page: Page) -> None:
    page.set_content("<p id=moved>Dit schuift.</p>")
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    page.evaluate("document.body.style.paddingTop = '400px'")
    assert "moved" in str(page.evaluate(SHIFT))


def _compressed(scene: Scene, address: str) -> int:
    answer = Visitor(scene.world.app).get(address)
    assert answer.status_code == 200, address
    return len(gzip.compress(answer.data))
