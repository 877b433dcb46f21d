"""Every page is valid HTML: as each of its readers sees it in Dutch, and as its first reader sees it in English and French."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from requirements.install import MODULES, NODE
from tests.browser.pages import SCREENS, Screen
from tests.browser.scene import LANGUAGES, Scene
from tests.web.access import ROWS

RULES = Path(__file__).with_name("html-validate.json")
ADMITTED = {row.rule: row.ours for row in ROWS if row.method == "GET"}


@pytest.mark.usefixtures("now_there")
def test_every_page_is_valid_html(scene: Scene, tmp_path: Path) -> None:
    known: set[str] = set()
    doubled = []
    for name, page in pages(scene):
        doubled += [f"{name}: two elements are called {one}" for one in called_twice(page)]
        if not bones(page) <= known:
            (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
            known |= bones(page)
    found = [*doubled, *faults(tmp_path)]
    assert not found, "\n".join(found)


def test_a_fault_is_named_with_its_page_and_its_rule(tmp_path: Path) -> None:
    (tmp_path / "search.html").write_text("<!doctype html>\n<html lang=nl><title>x</title><p><div>y</div></p></html>", encoding="utf-8")
    assert any(fault.startswith("search: 2:") and "(close-order)" in fault for fault in faults(tmp_path))


def pages(scene: Scene) -> Iterator[tuple[str, str]]:
    """A name and the HTML of every page, for every reader whom the matrix admits."""
    for screen in SCREENS:
        for language in LANGUAGES:
            for who in readers(screen) if language == "nl" else [screen.who]:
                answer = scene.seen_by(who, screen, language)
                if answer.status_code == screen.status or who == screen.who:  # who is signed in does not see the sign-in page
                    assert answer.status_code == screen.status
                    yield f"{screen.name} to {who} in {language}", answer.text


def test_two_of_one_name_are_told() -> None:
    assert called_twice('<p id="a">x<i id="b">y</i><b data-id="b" id="a">z</b></p>') == ["a"]


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


def readers(screen: Screen) -> list[str]:
    """Who sees this screen at this address: of those whom the matrix admits one for each standing, not its twin elsewhere."""
    admitted = ADMITTED.get(screen.rule, frozenset())
    return sorted({screen.who} | {who for who in admitted if not who.endswith(("_elsewhere", "_unrelated"))})


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
