"""Real tariff clauses as regulation files: every worked example to the cent, and no digit of it by accident."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from booking.formats.regulation import dumps, loads
from booking.rules.tariffs import KINDS, check, from_plain, to_plain
from tests.regulations import DEMO, FILES, REAL, regulation_of

CASES = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_the_fifteen_cases_are_here() -> None:
    assert {path.stem for path in REAL} >= {f"p{number:02d}" for number in range(1, 16)}


def test_every_kind_stands_in_a_regulation_with_worked_examples() -> None:
    assert {article.kind for path in FILES for article in regulation_of(path).articles} == set(KINDS)


def test_the_demo_regulations_say_that_they_are_invented_and_name_the_usual_groups() -> None:
    regulations = [regulation_of(path) for path in DEMO]
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
    results = check(regulation_of(path))
    assert results
    assert [result for result in results if not result.holds] == []


@CASES
def test_any_digit_changed_in_any_expected_amount_is_found_out(path: Path) -> None:
    regulation = regulation_of(path)
    changed = [
        (example.name, name, wrong, cents, replace(example, expected={name: wrong}))
        for example in regulation.examples
        for name, cents in example.expected.items()
        for wrong in (cents + 10**place if str(cents)[-1 - place] != "9" else cents - 10**place for place in range(len(str(cents))))
    ]
    results = check(replace(regulation, examples=tuple(example for *_, example in changed)))
    failed = [result for result in results if not result.holds]
    assert [(each.name, each.field, each.expected, each.computed) for each in failed] == [told[:4] for told in changed]


@CASES
def test_an_exported_file_is_the_same_regulation_and_exports_to_the_same_file(path: Path) -> None:
    regulation = regulation_of(path)
    exported = dumps(regulation)
    assert dumps(from_plain(json.loads(json.dumps(to_plain(regulation), sort_keys=True)))) == exported
    assert loads(exported) == regulation
    assert dumps(loads(exported)) == exported
