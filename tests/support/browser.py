"""A real Chromium that reports what a person would not see: errors in its console and breaches of the content security policy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, Response, expect, sync_playwright

from requirements.system import chromium

FLAGS = (
    *("--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),  # it must talk to us only
)
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 20_000  # milliseconds: a machine that has other things to do shows a page late, and that proves nothing

TELL_BREACHES = """
addEventListener('securitypolicyviolation',
                 event => tellBreach(`${event.effectiveDirective} forbids ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`));
"""


@dataclass(frozen=True)
class Look:
    """How somebody sees a page: language, light or dark, size of the window."""

    language: str
    scheme: str
    viewport: dict[str, int]


@dataclass
class Complaints:
    """What the browser held against the pages it was shown."""

    found: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)  # pages that answered 4xx on purpose: the browser logs those as errors too

    def hear(self, message: ConsoleMessage) -> None:
        """Keep a console error."""
        if message.type == "error" and message.location.get("url") not in self.refused:
            self.found.append(f"console: {message.text} ({message.location.get('url')})")

    def see(self, response: Response) -> None:
        """Remember a page that was refused; a 5xx is always a complaint."""
        if response.status >= 500:
            self.found.append(f"{response.status} {response.url}")
        elif response.status >= 400 and response.request.is_navigation_request():
            self.refused.add(response.url)


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, headless. Where there is none this stops with the command that installs it; it never skips."""
    flags = [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else list(FLAGS)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        yield browser
        browser.close()


@contextmanager
def watched_page(browser: Browser, viewport: dict[str, int], **options: object) -> Iterator[tuple[Page, Complaints]]:
    """A page in a context of its own, in Dutch and in Brussels, and the list that its complaints end up in."""
    complaints = Complaints()
    context = browser.new_context(viewport=viewport, locale="nl-BE", timezone_id="Europe/Brussels", **options)
    context.set_default_timeout(PATIENCE)
    context.expose_binding("tellBreach", lambda _source, text: complaints.found.append(f"policy: {text}"))
    context.add_init_script(TELL_BREACHES)
    page = context.new_page()
    page.on("console", complaints.hear)
    page.on("pageerror", lambda error: complaints.found.append(f"script: {error}"))
    page.on("response", complaints.see)
    try:
        yield page, complaints
    finally:
        context.close()
