"""All screens in one region, seen in-process and in a real browser, by each of its people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.browser.pages import Screen
from tests.browser.scene import Scene, staged
from tests.support.browser import DESKTOP, PHONE, Complaints, Look, watched_page
from tests.support.server import Server, serving
from tests.web.world import MOMENT

LOOKS = {
    "Dutch, light, wide": Look("nl", "light", DESKTOP),
    "English, dark, wide": Look("en", "dark", DESKTOP),
    "French, light, small": Look("fr", "light", PHONE),
}


@pytest.fixture(scope="session")
def database_of_scene(new_database: Callable[[str], str]) -> str:
    """Where all screens have something to show; what is looked at here does not depend on the engine."""
    return new_database("sqlite")


@pytest.fixture(scope="session")
def scene(database_of_scene: str) -> Iterator[Scene]:
    """The region with something of every kind in it."""
    with staged(database_of_scene) as made:
        yield made


@pytest.fixture
def now_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the scene, for whoever looks in-process."""
    monkeypatch.setenv("STREEKDEPOT_NOW", MOMENT)


@pytest.fixture(scope="session")
def site(scene: Scene, database_of_scene: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same region under the real server."""
    there = {"STREEKDEPOT_DEMO": "1", "STREEKDEPOT_NOW": MOMENT, "STREEKDEPOT_INSTANCE": scene.world.app.config["INSTANCE"]}
    with serving(tmp_path_factory.mktemp("site"), database_of_scene, **there) as running:
        yield running


@pytest.fixture(scope="module", params=LOOKS.values(), ids=LOOKS)
def look(request: pytest.FixtureRequest) -> Look:
    """Each test that asks runs once per look."""
    return request.param


@pytest.fixture(scope="module")
def windows(browser: Browser, site: Server, scene: Scene, look: Look) -> Iterator[Callable[[str], tuple[Page, Complaints]]]:
    """Call it for the one window of somebody in this look; it stays open for the next screen."""
    with ExitStack() as kept:
        there: dict[str, tuple[Page, Complaints]] = {}

        def window_of(who: str) -> tuple[Page, Complaints]:
            if who not in there:
                watched = watched_page(browser, look.viewport, base_url=site.url, color_scheme=look.scheme, reduced_motion="reduce")
                there[who] = kept.enter_context(watched)
                if key := scene.keys[who]:
                    there[who][0].context.add_cookies([{"name": "streekdepot", "value": key, "url": site.url}])
            return there[who]

        yield window_of


@pytest.fixture
def visit(windows, scene: Scene, look: Look) -> Iterator[Callable[[Screen], Page]]:
    """Open a screen in this look. The test fails when the browser complained meanwhile: a console error, a breach of the policy, a 5xx."""
    heard: list[Complaints] = []

    def open_screen(screen: Screen) -> Page:
        page, complaints = windows(screen.who)
        heard.append(complaints)
        complaints.found.clear()
        answer = page.goto(scene.address(screen, look.language), wait_until="load")
        if screen.expired or screen.typed:
            answer = _sent(page, screen)
        assert answer is not None
        assert answer.status == screen.status
        return page

    yield open_screen
    assert [complaint for complaints in heard for complaint in complaints.found] == []


def _sent(page: Page, screen: Screen) -> Response:
    """What the form of a screen answers."""
    if screen.expired:
        page.locator("[name=csrf_token]").evaluate_all("fields => fields.forEach(field => { field.value = '0'.repeat(64) })")
    for name, text in screen.typed:
        page.get_by_role("main").locator(f"[name={name}]").fill(text)
    with page.expect_navigation() as navigation:
        page.get_by_role("main").locator("[type=submit]").click()
    return navigation.value
