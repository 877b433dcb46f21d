"""The first screen of an installation in which there is nobody: it greets its first administrator, and is as good as all others."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import LOOKS
from tests.browser.test_axe import barriers, too_wide
from tests.browser.test_every_page import faults
from tests.support.browser import watched_page
from tests.support.server import Server, serving


@pytest.fixture(scope="module")
def empty(new_database, tmp_path_factory: pytest.TempPathFactory):
    with serving(tmp_path_factory.mktemp("empty"), new_database("sqlite"), workers=1) as running:
        yield running


def test_it_greets_whoever_comes_first(browser: Browser, empty: Server, tmp_path: Path) -> None:
    for look in LOOKS.values():
        with watched_page(browser, look.viewport, base_url=empty.url, color_scheme=look.scheme) as (page, complaints):
            page.goto(f"/{look.language}/")
            expect(page).to_have_url(f"{empty.url}/{look.language}/start")
            assert barriers(page) == []
            assert too_wide(page) == []
            (tmp_path / f"welcome in {look.language}.html").write_text(page.request.get(page.url).text(), encoding="utf-8")
        assert complaints.found == []
    assert faults(tmp_path) == []
