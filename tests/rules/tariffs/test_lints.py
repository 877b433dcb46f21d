"""What a regulation leaves open is told before it is published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from booking.formats.regulation import loads
from booking.rules.tariffs import Lint, lints
from booking.words.tariffs import advise
from tests.rules.tariffs.shorthand import ANYONE, regulation

OUDENBURG = Path(__file__).parents[2] / "regulations/p05.yaml"

BRACKETS = [
    ("nothing is open", [(1, 25), (26, None)], []),
    ("exactly forty", [(1, 25), (26, 39), (41, None)], [("bracket_gap", 40, 40)]),
    ("before the first", [(3, None)], [("bracket_gap", 1, 2)]),
    ("after the last", [(1, 25)], [("bracket_gap", 26, None)]),
    ("twice", [(1, 25), (25, None)], [("bracket_overlap", 25, 25)]),
    ("without an end before another", [(1, None), (25, None)], [("bracket_overlap", 25, None)]),
]


@pytest.mark.parametrize(("brackets", "expected"), [row[1:] for row in BRACKETS], ids=[row[0] for row in BRACKETS])
def test_brackets_that_leave_a_number_open_are_told(
    brackets: list[tuple[int, int | None]], expected: list[tuple[str, int, int | None]]
) -> None:
    terms: list[dict[str, Any]] = [{"from": first, "percent": "75", **({"until": last} if last else {})} for first, last in brackets]
    found = lints(regulation({"kind": "volume", "brackets": terms}))
    assert found == [Lint(code, "1", {"from": first, "until": last}) for code, first, last in expected]


def test_the_real_regulation_that_forgot_forty_is_found_out() -> None:
    assert [advise(lint) for lint in lints(loads(OUDENBURG.read_bytes()))] == ["Art. 3: van 40 tot en met 40 keer staat er niets."]


def test_hours_without_a_part_of_the_day_are_told() -> None:
    rooms = {"kind": "day_part", "parts": ["08:00", "12:30", "24:00"], "prices": {"all": {"price": 1}}}
    assert lints(regulation(rooms)) == [Lint("day_parts_open", "1", {"from": "24:00", "until": "08:00"})]
    assert lints(regulation({**rooms, "parts": ["00:00", "12:00", "24:00"]})) == []


def test_a_group_behind_one_that_takes_everyone_is_told() -> None:
    late = {"code": "late", "title": "Laat", "who": [{"kind": ["school"]}]}
    named = {"code": "named", "title": "Enkel bij overeenkomst"}
    assert lints(regulation(groups=[ANYONE, late, named])) == [Lint("group_unreachable", None, {"group": "late", "behind": "everyone"})]
