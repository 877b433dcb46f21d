"""Sixty files that are no regulation: each is refused with the line, the article or example, and the reason; nothing of it is used."""

from __future__ import annotations

from typing import Any

import pytest

from booking.formats.regulation import RegulationFileError, loads
from booking.words.tariffs import describe

GOOD = """\
title: Reglement (fictief)
owner: "99999"
valid_from: 2026-01-01
prices_by: use
groups:
  - code: clubs
    title: Verenigingen
    who: [{kind: association}]
    percent: 50
    of: rest
  - code: rest
    title: Anderen
    who: [{anyone: yes}]
articles:
  - number: 1
    title: Tafel
    kind: piece
    for: table
    tiers: [{from: 51, percent: 80}]
    prices: {rest: 2.00}
  - number: 2
    title: Zaal per dagdeel
    kind: day_part
    for: hall
    parts: [08:00, 12:30, 18:00, 24:00]
    windows: [{days: [sa, su], percent: 150}]
    prices: {rest: 20.00}
  - number: 3
    title: Te laat
    kind: share_of
    extra: yes
    articles: 1
    percent: 25
    per: days_late
  - number: 4
    title: Korting
    kind: volume
    brackets: [{from: 1, until: 9, percent: 100}, {from: 10, percent: 90}]
  - number: 5
    title: Annulatie
    kind: cancellation
    steps: [{days: 7, percent: 0}]
    otherwise: 100
  - number: 6
    title: Tent
    kind: day
    for: marquee
    when: {hours_over: 4}
    prices: {rest: {price: 100.00, next: 50.00}}
examples:
  - name: tables
    borrower: {kind: association}
    booked_on: 2027-01-05
    lines: [{category: table, units: 10, use: 2027-03-09 08:00 - 2027-03-09 17:00}]
    expect: {total: 10.00}
indexation:
  - base: 130
    to: 0.10
    figures: [{from: 2027-01-01, index: 132}, {from: 2028-01-01, index: 135}]
answered:
  - {warning: bracket_gap, article: 4, at: 40, reason: het college beslist}
"""
STEP = "steps: [{days: 7, percent: 0}]"
BRACKETS = "brackets: [{from: 1, until: 9, percent: 100}, {from: 10, percent: 90}]"
FIGURES = "figures: [{from: 2027-01-01, index: 132}, {from: 2028-01-01, index: 135}]"
TIERS = "tiers: [{from: 51, percent: 80}]"
PARTS = "parts: [08:00, 12:30, 18:00, 24:00]"
USE = "lines: [{category: table, units: 10, use: 2027-03-09 08:00 - 2027-03-09 17:00}]"

# reason, what is changed into what, the line told (that of the change, unless a number is given), where, code
CHANGED: list[tuple[str, str, str, int | None, str | None, str]] = [
    ("groups in a circle", "title: Anderen", "title: Anderen\n    percent: 50\n    of: clubs", 6, None, "group_cycle"),
    ("a group that is a part of itself", "of: rest", "of: clubs", 6, None, "group_cycle"),
    ("a percentage of a group that does not exist", "of: rest", "of: friends", 6, None, "group_unknown"),
    ("a percentage without its base", "of: rest", "who: [{kind: school}]", None, None, "key_twice"),
    ("a group twice", "- code: rest", "- code: clubs", 11, None, "group_twice"),
    ("a group called all", "- code: rest", "- code: all", 11, None, "group_twice"),
    ("a price for a group that does not exist", "prices: {rest: 2.00}", "prices: {nobody: 2.00}", 15, "1", "group_unknown"),
    ("a borrower of an unknown kind", "who: [{kind: association}]", "who: [{kind: martian}]", None, "clubs", "choice_expected"),
    ("a condition on borrowers that does not exist", "who: [{kind: association}]", "who: [{age: 18}]", None, "clubs", "field_unknown"),
    ("a negative price", "prices: {rest: 2.00}", "prices: {rest: -2.00}", None, "1", "money_expected"),
    ("a price without cents", "prices: {rest: 2.00}", "prices: {rest: 2}", None, "1", "money_expected"),
    ("a price of tenths of a cent", "prices: {rest: 2.00}", "prices: {rest: 2.005}", None, "1", "money_expected"),
    ("a price with a comma", "prices: {rest: 2.00}", 'prices: {rest: "2,00"}', None, "1", "money_expected"),
    ("a price with the sign of another currency", "prices: {rest: 2.00}", "prices: {rest: $2.00}", None, "1", "money_expected"),
    ("a price that is no number", "prices: {rest: 2.00}", "prices: {rest: .nan}", None, "1", "money_expected"),
    ("a price too great to be one", "prices: {rest: 2.00}", "prices: {rest: 99999999.00}", None, "1", "money_expected"),
    ("no price at all", "prices: {rest: 2.00}", "extra: yes", 15, "1", "field_missing"),
    ("a second day's price without a first", "{price: 100.00, next: 50.00}", "{next: 50.00}", 44, "6", "price_missing"),
    ("a column that the kind does not have", "{price: 100.00, next: 50.00}", "{price: 100.00, week: 50.00}", 49, "6", "field_unknown"),
    ("a price that is both given and derived", "{price: 100.00, next: 50.00}", "{price: 100.00, percent: 50, of: clubs}", 44, "6",
     "group_half_derived"),
    ("an unknown kind of article", "kind: piece", "kind: lottery", None, "1", "kind_unknown"),
    ("an article without a kind", "kind: piece", "extra: no", 15, "1", "kind_unknown"),
    ("an article twice", "- number: 2", "- number: 1", 21, "1", "article_twice"),
    ("an article number with a bracket", "- number: 2", '- number: "2)"', 21, "2)", "article_number_expected"),
    ("an unknown unit of counting", "kind: volume", "kind: volume\n    per: [units]", 38, "4", "field_unknown"),
    ("an unknown way to count days", "when: {hours_over: 4}", "count: moons", None, "6", "choice_expected"),
    ("a condition that does not exist", "when: {hours_over: 4}", "when: {weather: rain}", None, "6", "field_unknown"),
    ("a length below nothing", "when: {hours_over: 4}", "when: {hours_over: -4}", None, "6", "decimal_expected"),
    ("an eighth day of the week", "windows: [{days: [sa, su], percent: 150}]", "windows: [{days: [sa, eighth], percent: 150}]", None, "2",
     "choice_expected"),
    ("a week of eight days", "for: marquee", "for: marquee\n    maximum_days: eight", 48, "6", "count_expected"),
    ("an hour after midnight's", PARTS, "parts: [08:00, 25:00]", None, "2", "day_part_expected"),
    ("parts of the day that run back", PARTS, "parts: [12:30, 08:00]", 21, "2", "parts_unordered"),
    ("a part of the day without an end", PARTS, "parts: [08:00]", 21, "2", "parts_unordered"),
    ("a part of no length", PARTS, "parts: [08:00-08:00]", 21, "2", "parts_unordered"),
    ("boundaries and whole parts mixed", PARTS, "parts: [08:00, 12:00-18:00]", 21, "2", "parts_unordered"),
    ("brackets that end before they begin", BRACKETS, "brackets: [{from: 9, until: 1, percent: 100}]", 35, "4", "brackets_unordered"),
    ("no bracket", BRACKETS, "brackets: []", 35, "4", "field_missing"),
    ("a bracket without a percentage", BRACKETS, "brackets: [{from: 1}]", None, "4", "field_missing"),
    ("tiers that run back", TIERS, "tiers: [{from: 51, percent: 80}, {from: 11, percent: 90}]", 15, "1", "tiers_unordered"),
    ("a tier from the first", TIERS, "tiers: [{from: 1, percent: 80}]", 15, "1", "tiers_unordered"),
    ("a share of an article that does not exist", "articles: 1", "articles: 9", 28, "3", "article_unknown"),
    ("a share of a later article", "articles: 1", "articles: 6", 28, "3", "article_later"),
    ("a percentage that is a word", "percent: 25", "percent: a quarter", None, "3", "decimal_expected"),
    ("half a day's notice", STEP, "steps: [{days: 0.5, percent: 0}]", None, "5", "natural_expected"),
    ("an index of nothing", "base: 130", "base: 0", 57, None, "base_zero"),
    ("figures that run back", FIGURES, "figures: [{from: 2028-01-01, index: 132}, {from: 2027-01-01, index: 135}]", 57, None,
     "figures_unordered"),
    ("an index without figures", FIGURES, "figures: []", 57, None, "field_missing"),
    ("an index that rounds as it likes", "to: 0.10", "rounding: sometimes", None, None, "choice_expected"),
    ("an answer without a reason", "reason: het college beslist}", "at: 41}", None, None, "key_twice"),
    ("an answer that says nothing", "at: 40, reason: het college beslist}", "at: 40}", 61, None, "field_missing"),
    ("no first day", "valid_from: 2026-01-01", "scope: alles", 1, None, "field_missing"),
    ("a thirtieth of February", "valid_from: 2026-01-01", "valid_from: 2026-02-30", None, None, "date_expected"),
    ("an end before the beginning", "prices_by: use", "valid_until: 2025-12-31", None, None, "validity_reversed"),
    ("a third way to choose the tariff", "prices_by: use", "prices_by: weather", None, None, "choice_expected"),
    ("an example of nothing", USE, "lines: []", 51, "tables", "field_missing"),
    ("no units", "units: 10,", "units: 0,", 54, "tables", "count_expected"),
    ("a use that ends before it begins", "2027-03-09 17:00", "2027-03-08 17:00", 54, "tables", "period_reversed"),
    ("an hour that the clock skips", "2027-03-09 08:00 - 2027-03-09 17:00", "2027-03-28 02:30 - 2027-03-28 17:00", 54, "tables",
     "time_nonexistent"),
    ("a result that is no result", "expect: {total: 10.00}", "expect: {profit: 10.00}", None, "tables", "field_unknown"),
    ("an anchor and its alias", "title: Tafel", "title: &t Tafel", None, None, "alias_refused"),
    ("a tag that would run a program", "title: Tafel", "title: !!python/object/apply:os.system [ls]", None, None, "tag_refused"),
    ("a bracket that never closes", "prices: {rest: 2.00}", "prices: {rest: 2.00", 21, None, "yaml_syntax"),
]  # fmt: skip

WHOLE: list[tuple[str, str | bytes, int, str]] = [
    ("nothing", "", 1, "file_empty"),
    ("a list", "- a\n- b\n", 1, "mapping_expected"),
    ("a megabyte of nesting", "a: " + "[" * 1_000_000, 1, "file_too_large"),
    ("a quarter of that", "a: " + "[" * 250_000, 1, "too_deep"),
    ("nesting by indentation", "".join(f"{' ' * depth}a:\n" for depth in range(400)), 13, "too_deep"),
    ("another encoding", GOOD.replace("Tafel", "Vélo").encode("latin-1"), 16, "not_utf8"),
    ("sixteen bits a letter", GOOD.encode("utf-16"), 1, "not_utf8"),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 1, "not_utf8"),
    ("two regulations", f"{GOOD}---\n{GOOD}", 62, "one_document"),
    ("a table of another program", "PK\x03\x04 xl/worksheets", 1, "yaml_syntax"),
]


def refused(text: str | bytes) -> Any:
    """The first problem of a text that must have one."""
    with pytest.raises(RegulationFileError) as told:
        loads(text)
    return told.value.problems[0]


def line_of(part: str) -> int:
    return GOOD[: GOOD.index(part)].count("\n") + 1


def test_the_file_that_is_spoiled_sixty_times_is_a_good_one() -> None:
    assert loads(GOOD).title == "Reglement (fictief)"
    assert len(CHANGED) + len(WHOLE) >= 60


@pytest.mark.parametrize(("old", "new", "line", "where", "code"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED])
def test_a_bad_file_is_refused_with_its_line_and_reason(old: str, new: str, line: int | None, where: str | None, code: str) -> None:
    assert old in GOOD
    problem = refused(GOOD.replace(old, new, 1))
    assert (problem.code, problem.article, problem.line) == (code, where, line or line_of(old))
    for language in ("nl", "en", "fr"):
        assert str(problem.line) in describe(code, problem.details, language, line=problem.line, article=where)


@pytest.mark.parametrize(("text", "line", "code"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE])
def test_what_is_no_regulation_at_all_is_refused_with_its_line(text: str | bytes, line: int, code: str) -> None:
    problem = refused(text)
    assert (problem.code, problem.line) == (code, line)
