"""The table of screens is complete: every route that answers a page, and every template."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import template_rendered

from tests.browser.pages import NO_SCREENS, SCREENS
from tests.browser.scene import Scene

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def test_every_page_is_in_the_table(scene: Scene) -> None:
    rules = {rule.rule for rule in scene.world.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    pages = {rule for rule in rules if not NO_SCREENS.match(rule)}
    assert pages - {screen.rule for screen in SCREENS} == set()
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)


@pytest.mark.usefixtures("now_there")
def test_every_template_is_seen(scene: Scene) -> None:
    seen = set()
    with template_rendered.connected_to(lambda _, template, **__: seen.add(template.name), scene.world.app):
        for screen in SCREENS:
            scene.seen_by(screen.who, screen)
    whole = {file for file in TEMPLATES.rglob("*.html") if "{% extends" in file.read_text(encoding="utf-8")}
    assert {file.relative_to(TEMPLATES).as_posix() for file in whole} - seen == set()
