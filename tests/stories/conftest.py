"""The demo region as on 1 March 2027 under the real server, and windows of its people, each watched until it closes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.stories.steps import sign_in
from tests.support.browser import DESKTOP, watched_page
from tests.support.server import Server, serving

MORNING = "2027-03-01T09:00:00+01:00"


@pytest.fixture
def site(tmp_path: Path, region: str) -> Iterator[Server]:
    """The product under gunicorn on the region, on the morning of Monday 1 March 2027."""
    with serving(tmp_path, region, STREEKDEPOT_DEMO="1", STREEKDEPOT_NOW=MORNING) as running:
        yield running


@pytest.fixture
def window(browser: Browser, site: Server) -> Iterator[Callable[..., Page]]:
    """Call it for a window of one's own, signed in as somebody of the cast unless without an address; its size may be a phone's.

    The test fails when any of them showed an error or a breach of the content security policy.
    """
    with ExitStack() as opened:
        watches = []

        def open_window(email: str | None = None, viewport: dict[str, int] = DESKTOP, **options: Any) -> Page:
            page, complaints = opened.enter_context(watched_page(browser, viewport, base_url=site.url, **options))
            watches.append(complaints)
            if email:
                sign_in(page, email)
            return page

        yield open_window
        assert [complaint for watch in watches for complaint in watch.found] == []
