"""The table of screens is complete: every route that answers a page, and every template."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import template_rendered

from tests.browser.pages import NO_SCREENS, SCREENS
from tests.browser.scene import Scene

EXTENDS = re.compile(r'{% extends "([^"]+)" %}')
ELSEWHERE = {
    "start/welcome.html",  # of an installation in which there is nobody: test_empty.py
    "regulations/editor/gone.html",  # of a draft that is no longer there: tests/web/editor/test_screens.py
}
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def test_every_page_is_in_the_table(scene: Scene) -> None:
    rules = {rule.rule for rule in scene.world.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    pages = {rule for rule in rules if not NO_SCREENS.match(rule)}
    assert sorted(pages - {screen.rule for screen in SCREENS}) == []
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)


@pytest.mark.usefixtures("now_there")
def test_every_template_is_seen(scene: Scene) -> None:
    seen = set()
    with template_rendered.connected_to(lambda _, template, **__: seen.add(template.name), scene.world.app):
        for screen in SCREENS:
            scene.seen_by(screen.who, screen)
    extended = {name: EXTENDS.search(file.read_text(encoding="utf-8")) for name, file in templates().items()}
    whole = {name for name, found in extended.items() if found} - {found[1] for found in extended.values() if found}
    assert sorted(whole - seen - ELSEWHERE) == []


def templates() -> dict[str, Path]:
    """All there are, by the names that they are rendered by."""
    return {file.relative_to(TEMPLATES).as_posix(): file for file in TEMPLATES.rglob("*.html")}
