"""Real tariff clauses as regulation files: every worked example to the cent, and no digit of it by accident."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from booking.formats.regulation import dumps, loads
from booking.rules.tariffs import KINDS, check, from_plain, to_plain

ROOT = Path(__file__).parents[3]
REAL = sorted((ROOT / "tests/regulations").glob("*.yaml"))
DEMO = sorted((ROOT / "booking/demo/regulations").glob("*.yaml"))
FILES = [*REAL, *DEMO]
CASES = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_the_six_cases_of_the_first_release_are_here() -> None:
    assert {"p01", "p02", "p03", "p10", "p11", "p14"} <= {path.stem for path in REAL}


def test_every_kind_stands_in_a_regulation_with_worked_examples() -> None:
    assert {article.kind for path in FILES for article in loads(path.read_bytes()).articles} == set(KINDS)


def test_the_demo_regulations_say_that_they_are_invented_and_name_the_usual_groups() -> None:
    regulations = [loads(path.read_bytes()) for path in DEMO]
    assert len(regulations) == 11
    assert [each.title for each in regulations if "fictief" not in each.title or "fictief" not in each.decision] == []
    assert {group.code for each in regulations for group in each.groups} >= {
        "own_services",
        "partners",
        "recognised",
        "schools",
        "residents",
    }


@CASES
def test_every_example_computes_to_the_cent(path: Path) -> None:
    results = check(loads(path.read_bytes()))
    assert results
    assert [result for result in results if not result.holds] == []


@CASES
def test_any_digit_changed_in_any_expected_amount_is_found_out(path: Path) -> None:
    regulation = loads(path.read_bytes())
    for number, example in enumerate(regulation.examples):
        for name, cents in example.expected.items():
            for place in range(len(str(cents))):
                wrong = cents + 10**place if str(cents)[-1 - place] != "9" else cents - 10**place
                changed = replace(example, expected={**example.expected, name: wrong})
                examples = (*regulation.examples[:number], changed, *regulation.examples[number + 1 :])
                failed = [result for result in check(replace(regulation, examples=examples)) if not result.holds]
                assert [(each.name, each.field, each.expected, each.computed) for each in failed] == [(example.name, name, wrong, cents)]


@CASES
def test_an_exported_file_is_the_same_regulation_and_exports_to_the_same_file(path: Path) -> None:
    regulation = loads(path.read_bytes())
    exported = dumps(regulation)
    assert dumps(from_plain(json.loads(json.dumps(to_plain(regulation), sort_keys=True)))) == exported
    assert loads(exported) == regulation
    assert dumps(loads(exported)) == exported
