"""Every amount, notice and problem of a tariff has its sentence in each language."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from booking.rules.tariffs import QuoteLine, fields, schema
from booking.rules.tariffs.totals import TAKEN_OUT
from booking.words.sentences import LANGUAGES
from booking.words.tariffs import FORMULAS, LINTS, NOTICES, PROBLEMS, explain

BOOKING = Path(__file__).parents[2] / "booking"
RULES = "".join(path.read_text() for room in ("rules/tariffs", "rules/regulations") for path in (BOOKING / room).rglob("*.py"))
FORMAT = "".join(path.read_text() for path in (BOOKING / "formats/regulation").rglob("*.py"))


def codes(pattern: str, source: str) -> set[str]:
    return set(re.findall(pattern, source))


def test_every_amount_has_a_formula() -> None:
    assert codes(r'Charge\(\s*"(\w+)"', RULES) | {TAKEN_OUT} == set(FORMULAS)


@pytest.mark.parametrize(
    ("days", "more", "said"),
    [
        (1, {}, {
            "nl": "eerste dag € 120,00 (art. 3)",
            "en": "first day €120.00 (art. 3)",
            "fr": "premier jour 120,00\N{NO-BREAK SPACE}€ (art. 3)",
        }),
        (1, {"times": "2"}, {"nl": "2 stuks × eerste dag € 120,00 (art. 3)"}),
        (3, {}, {"nl": "(eerste dag € 120,00 + 2 volgende dagen × € 60,00) (art. 3)"}),
        (3, {"times": "2"}, {"nl": "2 stuks × (eerste dag € 120,00 + 2 volgende dagen × € 60,00) (art. 3)"}),
        (3, {"first": 60_00, "maximum": 150_00, "maximum_days": 7, "uncapped": 180_00}, {
            "nl": "(3 dagen × € 60,00 = € 180,00, beperkt tot € 150,00 per 7 dagen: € 120,00) (art. 3)",
        }),
        (1, {"maximum": 100_00, "maximum_days": 7}, {
            "nl": "(eerste dag € 120,00 = € 120,00, beperkt tot € 100,00 per 7 dagen: € 120,00) (art. 3)",
        }),
    ],
)  # fmt: skip
def test_a_day_price_tells_only_the_days_that_there_are(days: int, more: dict[str, object], said: dict[str, str]) -> None:
    details = {"days": days, "first": 120_00, "next": 60_00, "times": "1", "uncapped": 120_00 + (days - 1) * 60_00, **more}
    line = QuoteLine(1, "3", "first_next_day", details, Decimal(1), "line", 120_00, Decimal(1), 120_00, "exempt")
    assert {language: explain(line, language) for language in said} == said


def test_every_notice_has_a_sentence() -> None:
    told = codes(r'(?:Notice|tell)\(\s*"(\w+)"', RULES) | codes(r'Notice\("(\w+)" if', RULES) | codes(r'else "(bracket_\w+)"', RULES)
    assert told == set(NOTICES)


def test_every_lint_has_a_sentence() -> None:
    told = codes(r'Lint\(\s*"(\w+)"', RULES) | codes(r'else "(bracket_\w+)", article', RULES) | codes(r'"(windows_\w+)", ', RULES)
    assert told == set(LINTS)


def test_every_problem_has_a_sentence() -> None:
    raised = codes(r'TariffError\(\s*"(\w+)"', RULES) | codes(r'(?:Problem\(\w+, None|_refusal\([\w.]+|problem\(\w+), "(\w+)"', FORMAT)
    scalars = {each for module in (fields, schema) for each in vars(module).values() if isinstance(each, fields.Scalar)}
    raised |= {f"{scalar.name}_expected" for scalar in scalars} | {"time_nonexistent", "time_ambiguous", "period_reversed"}
    assert raised == set(PROBLEMS)


@pytest.mark.parametrize("words", [FORMULAS, LINTS, NOTICES, PROBLEMS], ids=["formulas", "lints", "notices", "problems"])
def test_every_sentence_is_there_in_each_language(words: dict[str, dict[str, str]]) -> None:
    assert {code for code, said in words.items() if set(said) != set(LANGUAGES)} == set()
