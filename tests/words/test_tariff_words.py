"""Every amount, notice and problem of a tariff has its sentence in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from booking.rules.tariffs import fields, schema
from booking.words.sentences import LANGUAGES
from booking.words.tariffs import FORMULAS, LINTS, NOTICES, PROBLEMS

BOOKING = Path(__file__).parents[2] / "booking"
RULES = "".join(path.read_text() for path in (BOOKING / "rules/tariffs").rglob("*.py"))
FORMAT = "".join(path.read_text() for path in (BOOKING / "formats/regulation").rglob("*.py"))


def codes(pattern: str, source: str) -> set[str]:
    return set(re.findall(pattern, source))


def test_every_amount_has_a_formula() -> None:
    assert codes(r'Charge\(\s*"(\w+)"', RULES) == set(FORMULAS)


def test_every_notice_has_a_sentence() -> None:
    told = codes(r'(?:Notice|tell)\(\s*"(\w+)"', RULES) | codes(r'Notice\("(\w+)" if', RULES) | codes(r'else "(bracket_\w+)"', RULES)
    assert told == set(NOTICES)


def test_every_lint_has_a_sentence() -> None:
    assert codes(r'Lint\(\s*"(\w+)"', RULES) == set(LINTS)


def test_every_problem_has_a_sentence() -> None:
    raised = codes(r'TariffError\(\s*"(\w+)"', RULES) | codes(r'(?:Problem\(\w+, None|_refusal\([\w.]+|problem\(\w+), "(\w+)"', FORMAT)
    scalars = {each for module in (fields, schema) for each in vars(module).values() if isinstance(each, fields.Scalar)}
    raised |= {f"{scalar.name}_expected" for scalar in scalars} | {"time_nonexistent", "time_ambiguous", "period_reversed"}
    assert raised == set(PROBLEMS)


@pytest.mark.parametrize("words", [FORMULAS, LINTS, NOTICES, PROBLEMS], ids=["formulas", "lints", "notices", "problems"])
def test_every_sentence_is_there_in_each_language(words: dict[str, dict[str, str]]) -> None:
    assert {code for code, said in words.items() if set(said) != set(LANGUAGES)} == set()
