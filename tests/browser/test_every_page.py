"""Every page as it is sent: valid HTML as each of its readers sees it in Dutch and as its first reader sees it in English and French, no
heavier than it may be; and the table that they stand in is complete.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import template_rendered

from requirements.install import MODULES, NODE
from tests.browser.pages import NO_SCREENS, SCREENS, Screen
from tests.browser.scene import LANGUAGES, Scene
from tests.web.access import ROWS
from tests.web.visitor import Visitor
from tests.web.world import MOMENT

RULES = Path(__file__).with_name("html-validate.json")
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
ADMITTED = {row.rule: row.ours for row in ROWS if row.method == "GET"}
EXTENDS = re.compile(r'{% extends "([^"]+)" %}')
ELSEWHERE = {
    "start/welcome.html",  # of an installation in which there is nobody: test_empty.py
    "regulations/editor/gone.html",  # of a draft that is no longer there: tests/web/editor/test_screens.py
}
KILOBYTE = 1000
LIMITS = {"script": 60 * KILOBYTE, "sheet": 40 * KILOBYTE}
SHIPPED = {"script": re.compile(r'<script[^>]+src="([^"]+)"'), "sheet": re.compile(r'<link rel="stylesheet" href="([^"]+)"')}


@dataclass
class Seen:
    """What came of looking at all pages once: files of those that differ in more than words, ids that stand twice, and what they use."""

    folder: Path
    doubled: list[str] = field(default_factory=list)
    templates: set[str] = field(default_factory=set)
    shipped: dict[str, dict[str, set[str]]] = field(default_factory=dict)  # screen → kind → addresses


@pytest.fixture(scope="module")
def seen(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """All pages, looked at under the clock of the scene."""
    found, known = Seen(tmp_path_factory.mktemp("pages")), set[str]()
    with pytest.MonkeyPatch.context() as clock:
        clock.setenv("STREEKDEPOT_NOW", MOMENT)
        with template_rendered.connected_to(lambda _, template, **__: found.templates.add(template.name), scene.world.app):
            for screen, name, page in pages(scene):
                found.doubled += [f"{name}: two elements are called {one}" for one in called_twice(page)]
                found.shipped.setdefault(screen.name, {kind: set(pattern.findall(page)) for kind, pattern in SHIPPED.items()})
                if not bones(page) <= known:
                    (found.folder / f"{name}.html").write_text(page, encoding="utf-8")
                    known |= bones(page)
        yield found


def test_every_page_is_in_the_table(scene: Scene) -> None:
    rules = {rule.rule for rule in scene.world.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    there = {rule for rule in rules if not NO_SCREENS.match(rule)}
    assert sorted(there - {screen.rule for screen in SCREENS}) == []
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)


def test_every_template_is_seen(seen: Seen) -> None:
    templates = {file.relative_to(TEMPLATES).as_posix(): file for file in TEMPLATES.rglob("*.html")}
    extended = {name: EXTENDS.search(file.read_text(encoding="utf-8")) for name, file in templates.items()}
    whole = {name for name, found in extended.items() if found} - {found[1] for found in extended.values() if found}
    assert sorted(whole - seen.templates - ELSEWHERE) == []


def test_every_page_is_valid_html(seen: Seen) -> None:
    found = [*seen.doubled, *faults(seen.folder)]
    assert not found, "\n".join(found)


def test_no_screen_ships_more_script_or_style_than_it_may(seen: Seen, scene: Scene) -> None:
    addresses = {address for kinds in seen.shipped.values() for found in kinds.values() for address in found}
    weights = {address: compressed(scene, address) for address in addresses}
    assert set(seen.shipped) == {screen.name for screen in SCREENS}
    for kind, limit in LIMITS.items():
        carried = {name: kinds[kind] for name, kinds in seen.shipped.items()}
        assert all(carried.values()), f"some have no {kind}; `python3 dev.py fetch` brings what comes from elsewhere"
        assert {name: found for name, found in carried.items() if sum(weights[address] for address in found) > limit} == {}


def test_a_fault_is_named_with_its_page_and_its_rule(tmp_path: Path) -> None:
    (tmp_path / "search.html").write_text("<!doctype html>\n<html lang=nl><title>x</title><p><div>y</div></p></html>", encoding="utf-8")
    assert any(fault.startswith("search: 2:") and "(close-order)" in fault for fault in faults(tmp_path))


def test_two_of_one_name_are_told() -> None:
    assert called_twice('<p id="a">x<i id="b">y</i><b data-id="b" id="a">z</b></p>') == ["a"]


def pages(scene: Scene) -> Iterator[tuple[Screen, str, str]]:
    """A screen, a name and the HTML of every page, for every reader whom the matrix admits; its first reader's in Dutch comes first."""
    for screen in SCREENS:
        for language in LANGUAGES:
            for who in readers(screen) if language == "nl" else [screen.who]:
                answer = scene.seen_by(who, screen, language)
                if answer.status_code == screen.status or who == screen.who:  # who is signed in does not see the sign-in page
                    assert answer.status_code == screen.status
                    yield screen, f"{screen.name} to {who} in {language}", answer.text


def readers(screen: Screen) -> list[str]:
    """Who sees this screen at this address: of those whom the matrix admits one for each standing, not its twin elsewhere."""
    admitted = ADMITTED.get(screen.rule, frozenset())
    return [screen.who, *sorted({who for who in admitted if not who.endswith(("_elsewhere", "_unrelated"))} - {screen.who})]


def bones(page: str) -> set[str]:
    """A page without words and the values of attributes, in two: what it holds, and the frame around that. A page of which both were seen
    in others is as valid as they are, unless a name stands in it twice.
    """
    bare = re.sub(r'="[^"]*"', "=", re.sub(r">[^<>]+<", "><", page))
    before, _, rest = bare.partition("<main")
    held, _, after = rest.rpartition("</main>")
    return {before + after, held}


def called_twice(page: str) -> list[str]:
    """The ids that a page gives to more than one element."""
    names = Counter(re.findall(r'\sid="([^"]+)"', page))
    return [name for name, times in names.items() if times > 1]


def compressed(scene: Scene, address: str) -> int:
    """How many bytes of a file travel."""
    answer = Visitor(scene.world.app).get(address)
    assert answer.status_code == 200, address
    return len(gzip.compress(answer.data))


def faults(folder: Path) -> list[str]:
    """What html-validate finds in the pages of a folder: page, place, sentence and rule."""
    program = MODULES / "html-validate" / "bin" / "html-validate.mjs"
    assert program.exists(), "html-validate is not installed: `python3 dev.py test` does that"
    command = [NODE, program, "--config", RULES, "--formatter", "json", "--ext", "html", folder]
    report = folder / "report.json"
    with report.open("w", encoding="utf-8") as output:  # not a pipe: Node leaves without waiting for whoever reads it
        said = subprocess.run(command, cwd=folder, stdout=output, stderr=subprocess.PIPE, text=True, check=False)
    assert report.read_text(encoding="utf-8").startswith("["), said.stderr
    return [
        f"{Path(page['filePath']).stem}: {found['line']}:{found['column']} {found['message']} ({found['ruleId']})"
        for page in json.loads(report.read_text(encoding="utf-8"))
        for found in page["messages"]
    ]
