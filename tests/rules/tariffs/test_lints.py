"""What a regulation leaves open is told before it is published."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from booking.rules.tariffs import Answer, Lint, lints, unanswered
from booking.words.tariffs import advise
from tests.regulations import REAL, regulation_of
from tests.rules.tariffs.shorthand import ANYONE, regulation

OUDENBURG = regulation_of(next(path for path in REAL if path.stem == "p05"))

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
    assert [advise(lint) for lint in lints(OUDENBURG)] == ["Art. 3: bij precies 40 keer staat er niets."]


def test_hours_without_a_part_of_the_day_are_told() -> None:
    rooms = {"kind": "day_part", "parts": ["08:00", "12:30", "24:00"], "prices": {"all": {"price": 1}}}
    assert lints(regulation(rooms)) == [Lint("day_parts_open", "1", {"from": "24:00", "until": "08:00"})]
    assert lints(regulation({**rooms, "parts": ["00:00", "12:00", "24:00"]})) == []


def test_a_group_behind_one_that_takes_everyone_is_told() -> None:
    late = {"code": "late", "title": "Laat", "who": [{"kind": ["school"]}]}
    named = {"code": "named", "title": "Enkel bij overeenkomst"}
    assert lints(regulation(groups=[ANYONE, late, named])) == [Lint("group_unreachable", None, {"group": "late", "behind": "everyone"})]


def priced(kind: str, **terms: Any) -> dict[str, Any]:
    return {"kind": kind, "prices": {"all": {"price": 100}}, **terms}


CLUBS = {"code": "clubs", "title": "Clubs", "who": [{"kind": ["association"]}]}
LATE = [{"days": 10, "percent": "0"}, {"working_days": 2, "percent": "50"}]
OFF_PEAK = {"days": ["mo", "tu", "we", "th", "fr"], "from": "08:00", "until": "17:00", "price": "off_peak"}
EVENING = {"days": ["mo", "tu", "we", "th", "fr"], "from": "16:00", "until": "23:00", "percent": "150"}

OPEN = [
    ("parts of the day with noon between them", [priced("day_part", parts=["09:00-12:00", "13:00-17:00"])],
     [("day_parts_open", "12:00-13:00"), ("day_parts_open", "17:00-09:00")]),
    ("parts of the day that meet in the afternoon", [priced("day_part", parts=["00:00-14:00", "13:00-24:00"])],
     [("day_parts_overlap", "13:00-14:00")]),
    ("a night part that passes midnight leaves nothing open", [priced("day_part", parts=["08:00-20:00", "20:00-08:00"])], []),
    ("hours without a price where only windows have one", [priced("time", windows=[OFF_PEAK], only_windows=True)],
     [("windows_open", "mo,tu,we,th,fr 17:00-08:00"), ("windows_open", "sa,su 00:00-24:00")]),
    ("hours at two prices", [priced("time", windows=[OFF_PEAK, EVENING])], [("windows_overlap", "mo,tu,we,th,fr 16:00-17:00")]),
    ("outside its windows an hour has the ordinary price", [priced("time", windows=[OFF_PEAK])], []),
    ("exactly seven days",
     [priced("day", when={"days_to": 6}), priced("period", days=7, when={"days_from": 8})],
     [("range_gap", "days 7")]),
    ("exactly five hours",
     [priced("time", when={"hours_under": "5"}), priced("day", when={"hours_over": "5"})],
     [("range_gap", "hours 5")]),
    ("nothing above four hours", [priced("time", when={"hours_to": "4"})], [("range_gap", "hours 4+")]),
    ("four hours twice", [priced("time", when={"hours_to": "4"}), priced("day", when={"hours_from": "4"})], [("range_overlap", "hours 4")]),
    ("other purposes are other articles",
     [priced("time", when={"hours_to": "4"}), priced("day", when={"hours_over": "4", "purposes": ["private"]}),
      priced("day", when={"hours_over": "4", "not_purposes": ["private"]})], []),
    ("a transport only for many pieces is no gap", [priced("piece"), priced("forfait", extra=True, when={"units_from": 40})], []),
    ("a ladder without an end", [{"kind": "cancellation", "steps": LATE}], [("ladder_open", "")]),
    ("a ladder that falls", [{"kind": "cancellation", "steps": [*LATE, {"days": 1, "percent": "25"}], "otherwise": "100"}],
     [("ladder_falls", "days 1")]),
]  # fmt: skip


@pytest.mark.parametrize(("articles", "expected"), [row[1:] for row in OPEN], ids=[row[0] for row in OPEN])
def test_what_an_article_leaves_open_is_told_with_its_place(articles: list[dict[str, Any]], expected: list[tuple[str, str]]) -> None:
    found = lints(regulation(*articles))
    assert [(lint.code, lint.at) for lint in found] == expected
    assert all(advise(lint, language).strip() for lint in found for language in ("nl", "en", "fr"))


@pytest.mark.parametrize(
    ("later", "behind"),
    [
        ([{"kind": ["association"], "recognised": ["any"]}], "clubs"),
        ([{"kind": ["association"], "relation": ["own"]}, {"kind": ["association"], "reciprocal": True}], "clubs"),
        ([{"kind": ["association", "school"]}], None),
        ([{"relation": ["own"]}], None),
    ],
)
def test_a_group_of_whom_earlier_ones_take_all_is_told(later: list[dict[str, Any]], behind: str | None) -> None:
    found = lints(regulation(groups=[CLUBS, {"code": "later", "title": "Later", "who": later}]))
    assert found == ([Lint("group_unreachable", None, {"group": "later", "behind": behind})] if behind else [])


def test_a_year_without_an_index_is_told() -> None:
    figures = [{"from": "2026-01-01", "index": "130"}, {"from": "2027-01-01", "index": "132"}, {"from": "2029-01-01", "index": "139"}]
    indexed = regulation(indexation=[{"base": "130", "yearly_on": "01-01", "figures": figures}])
    assert [(lint.code, lint.at) for lint in lints(indexed)] == [("index_gap", "2028")]


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        (Answer("bracket_gap", "het college beslist", "3", "40"), 0),
        (Answer("bracket_gap", "het college beslist", "3"), 0),
        (Answer("bracket_gap", "het college beslist", "3", "41"), 1),
        (Answer("bracket_gap", "het college beslist", "4", "40"), 1),
        (Answer("bracket_gap", "  ", "3", "40"), 1),
    ],
)
def test_a_warning_stands_until_it_is_answered_with_a_reason(answer: Answer, left: int) -> None:
    assert len(unanswered(replace(OUDENBURG, answered=(answer,)))) == left
