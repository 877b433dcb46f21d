"""No screen weighs more than it may."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.browser.pages import SCREENS
from tests.browser.scene import Scene
from tests.web.visitor import Visitor

KILOBYTE = 1000
LIMITS = {"script": 60 * KILOBYTE, "sheet": 40 * KILOBYTE}
SHIPPED = {"script": re.compile(r'<script[^>]+src="([^"]+)"'), "sheet": re.compile(r'<link rel="stylesheet" href="([^"]+)"')}


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


def _compressed(scene: Scene, address: str) -> int:
    answer = Visitor(scene.world.app).get(address)
    assert answer.status_code == 200, address
    return len(gzip.compress(answer.data))
