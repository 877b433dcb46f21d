"""Photographs of the demo's screens, wide and small, light and dark, in pictures/; `make pictures ARGS="search asset"` takes only those."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable

from playwright.sync_api import Browser, Page

from requirements.system import ROOT
from tests.browser.pages import SCREENS, Screen
from tests.browser.scene import Scene
from tests.support.browser import DESKTOP, PHONE, launched, watched_page
from tests.tools.demo_site import demo_site

FOLDER = ROOT / "pictures"
SIZES = (DESKTOP, PHONE)
SCHEMES = ("light", "dark")
TALLEST = 2400  # pixels; what is further down, nobody looks at on a picture


def main(names: list[str]) -> int:
    """Take them all, or those that are named; tells what could not be shown."""
    shown = [screen for screen in SCREENS if not (screen.expired or screen.typed)]
    chosen = [screen for screen in shown if (screen.name in names if names else screen.pictured)]
    if not names:
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(exist_ok=True)
    started = time.monotonic()
    with demo_site() as (scene, site), launched() as browser:
        print(f"The demo stands after {time.monotonic() - started:.0f} s.", flush=True)
        faults = [fault for who in sorted({screen.who for screen in chosen}) for fault in photograph(browser, site.url, scene, who, chosen)]
    taken = len(chosen) * len(SIZES) * len(SCHEMES)
    print(f"{taken} pictures of {len(chosen)} screens in pictures/ after {time.monotonic() - started:.0f} s.")
    print("\n".join(faults))
    return 1 if faults else 0


def photograph(browser: Browser, url: str, scene: Scene, who: str, screens: Iterable[Screen]) -> list[str]:
    """All of somebody's screens, in one window that changes its size and its light; returns what the browser complained of."""
    with watched_page(browser, DESKTOP, base_url=url, reduced_motion="reduce") as (page, complaints):
        if key := scene.keys[who]:
            page.context.add_cookies([{"name": "streekdepot", "value": key, "url": url}])
        for size in SIZES:
            page.set_viewport_size(size)
            for screen in (screen for screen in screens if screen.who == who):
                page.goto(scene.address(screen))
                take(page, f"{screen.name}-{size['width']}")
        return [f"{who}: {complaint}" for complaint in complaints.found]


def take(page: Page, name: str) -> None:
    """One page in both lights."""
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=FOLDER / f"{name}-{scheme}.png", full_page=True, clip=clip, animations="disabled")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
