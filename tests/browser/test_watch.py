"""The browser's watch is awake: what a person would not see fails a test."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import DESKTOP, PHONE, watched_page

SOUND = "<!doctype html><html lang=nl><title>Goed</title><link rel=icon href=data:,><p>Goed."
PAGES = {
    "/sound": (200, SOUND),
    "/refused": (422, SOUND),
    "/broken": (500, SOUND),
    "/inline-script": (200, SOUND + "<script>document.title = 'Gelopen'</script>"),
    "/inline-style": (200, SOUND + "<p style='color: red'>Rood"),
    "/missing-picture": (200, SOUND + "<img src=/nowhere.png alt=Niets>"),
    "/error": (200, SOUND + "<script src=/error.js></script>"),
    "/error.js": (200, "undefined.property"),
}


class Handler(BaseHTTPRequestHandler):
    """Serves PAGES under the product's strictness."""

    def do_GET(self) -> None:
        status, body = PAGES.get(self.path, (404, "niets"))
        self.send_response(status)
        self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'self'; img-src 'self' data:")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[str], list[str]]]:
    """Open a path of PAGES and return what the browser complained of."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def open_and_listen(path: str) -> list[str]:
        with watched_page(browser, DESKTOP) as (page, complaints):
            page.goto(f"http://127.0.0.1:{server.server_port}{path}", wait_until="networkidle")
        return complaints.found

    yield open_and_listen
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/sound", "/refused"])
def test_a_sound_page_and_a_polite_refusal_pass(visit: Callable[[str], list[str]], path: str) -> None:
    assert visit(path) == []


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("/broken", "500 "),
        ("/inline-script", "script-src"),
        ("/inline-style", "style-src"),
        ("/missing-picture", "404"),
        ("/error", "script: "),
    ],
)
def test_what_a_person_would_not_see_fails(visit: Callable[[str], list[str]], path: str, complaint: str) -> None:
    assert any(complaint in line for line in visit(path))


@pytest.mark.parametrize("viewport", [PHONE])
def test_a_test_can_choose_a_phone(page, viewport: dict[str, int]) -> None:
    assert page.evaluate("innerWidth") == 390


def test_no_window_is_opened_without_a_watch() -> None:
    tests = Path(__file__).resolve().parents[1]
    opening = {file.relative_to(tests).as_posix() for file in tests.rglob("*.py") if re.search(r"\.new_(context|page)\(", file.read_text())}
    assert opening == {"support/browser.py"}
