"""No check hides another: whatever is the matter with a loan, and however much of it at once, every check has its say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from booking.rules.admission import CHECKS, Facts, Finding, findings
from booking.words import say
from tests.rules.admission.test_table import ROWS

LOANS = st.lists(st.sampled_from([(section.usual, row.fact) for section, row in ROWS]), min_size=1, max_size=8)


def together(wrongs: list[tuple[Facts, dict[str, object]]]) -> Facts:
    """A loan with the facts of several rows at once, over that of the first; what asks the same fact twice keeps the last."""
    facts = {name: value for _, fact in wrongs for name, value in fact.items()}
    rules = {question: answer for usual, _ in wrongs for question, answer in usual.rules.items()}
    return replace(wrongs[0][0], **{"rules": rules, **facts})  # type: ignore[arg-type]


def of(facts: Facts) -> list[list[Finding]]:
    """What each check finds by itself, in order."""
    return [found if isinstance(found := check(facts), list) else [found] for check in CHECKS]


@given(LOANS)
def test_every_check_has_its_say_whatever_the_others_find(wrongs: list[tuple[Facts, dict[str, object]]]) -> None:
    facts = together(wrongs)
    each = of(facts)
    assert all(each)
    assert findings(facts) == [finding for found in each for finding in found]


@given(LOANS)
def test_whatever_is_found_is_said_in_three_languages(wrongs: list[tuple[Facts, dict[str, object]]]) -> None:
    for finding in findings(together(wrongs)):
        for language in ("nl", "en", "fr"):
            assert "{" not in say(finding.code, language, **finding.evidence) != finding.code


def test_a_code_is_found_by_one_check_alone() -> None:
    finders: dict[str, set[str]] = {}
    for section, row in ROWS:
        for check, found in zip(CHECKS, of(replace(section.usual, **row.fact)), strict=True):
            for finding in found:
                finders.setdefault(finding.code, set()).add(f"{check.__module__}.{check.__name__}")
    assert {code: checks for code, checks in finders.items() if len(checks) > 1} == {}
