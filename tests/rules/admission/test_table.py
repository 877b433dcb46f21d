"""The table of admission, over all files of rows: each row differs in one fact, and tells what a person can look up."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

import tests.rules.admission as folder
from booking.rules.admission import CHECKS, Check, Finding, Verdict, findings
from booking.words import say
from tests.rules.admission.form import Row, Section, Sort

SECTIONS: list[Section] = [
    section
    for module in pkgutil.iter_modules(folder.__path__)
    if module.name.startswith("rows_")
    for section in importlib.import_module(f"{folder.__name__}.{module.name}").SECTIONS
]
ROWS = [(section, row) for section in SECTIONS for row in section.rows]
NAMES = [f"{section.check.__name__}: {row.sentence}" for section, row in ROWS]


def given(section: Section, row: Row) -> list[Finding]:
    """What the check of a section finds for a row."""
    found = section.check(replace(section.usual, **row.fact))
    return found if isinstance(found, list) else [found]


@pytest.mark.parametrize(("section", "row"), ROWS, ids=NAMES)
def test_a_row_is_found_as_it_says(section: Section, row: Row) -> None:
    found = {finding.code: finding for finding in given(section, row)}
    assert row.code in found, sorted(found)
    assert found[row.code].verdict is row.verdict
    told: dict[str, Any] = {name: found[row.code].evidence.get(name) for name in row.told}
    assert told == dict(row.told)


@pytest.mark.parametrize(("section", "row"), ROWS, ids=NAMES)
def test_a_row_differs_in_one_fact_and_changes_no_other_check_into_silence(section: Section, row: Row) -> None:
    assert len(row.fact) <= 1
    assert len(findings(replace(section.usual, **row.fact))) >= len(CHECKS)


@pytest.mark.parametrize(("section", "row"), ROWS, ids=NAMES)
def test_a_row_is_said_in_three_languages_without_a_hole(section: Section, row: Row) -> None:
    for finding in given(section, row):
        for language in ("nl", "en", "fr"):
            sentence = say(finding.code, language, **finding.evidence)
            assert sentence != finding.code
            assert "{" not in sentence


def test_what_does_not_pass_tells_something_that_a_person_can_look_up() -> None:
    silent = [name for name, (_, row) in zip(NAMES, ROWS, strict=True) if row.verdict is not Verdict.OK and not row.told]
    assert silent == []


def test_no_two_rows_of_the_table_are_the_same() -> None:
    assert [name for name, count in Counter(NAMES).items() if count > 1] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.__module__.rsplit('.', 1)[-1]}.{check.__name__}")
def test_every_check_is_tried_in_every_way(check: Check) -> None:
    mine = [section for section in SECTIONS if section.check is check]
    tried = {row.sort for section in mine for row in section.rows}
    excused = {sort for section in mine for sort in section.never}
    assert set(Sort) - tried - excused == set()
    assert not tried & excused


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 120
