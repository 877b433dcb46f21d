"""A regulation file is read as it was written, or refused with the line, the article and what was expected."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.formats.regulation import RegulationFileError, dumps, loads
from booking.rules.tariffs import Article, Group, Regulation, Who, check
from booking.words.tariffs import describe

GOOD = """\
title: Reglement (fictief)
owner: "99999"
valid_from: 2026-01-01
groups:
  - code: no
    title: "Nee: 12.30 is geen tijd"
    who: [{kind: association}]
  - {code: rest, title: Anderen, who: [{anyone: yes}], percent: 62.5, of: no}
articles:
  - number: 3
    title: Tafels
    kind: piece
    for: [table, 007]
    prices: {no: 12.30}
examples:
  - name: one
    borrower: {kind: association}
    lines: [{category: table, units: 2, use: 2027-03-09 08:00 - 2027-03-09 17:00}]
    expect: {total: 24.60}
"""


def test_words_that_other_readers_mistake_stay_what_was_written() -> None:
    regulation = loads(GOOD)
    assert regulation.groups[0] == Group("no", "Nee: 12.30 is geen tijd", (Who(frozenset({"association"})),))
    assert regulation.groups[1].percent == Decimal("62.5")
    assert regulation.articles == (Article("3", "Tafels", "piece", ("table", "007"), {"prices": {"no": {"price": 1230}}}),)
    assert regulation.examples[0].expected == {"total": 2460}
    assert regulation.examples[0].usage.booked_on.isoformat() == "2027-03-09"


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert loads(b"\xef\xbb\xbf" + GOOD.encode()) == loads(GOOD)


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


FAULTS = [
    ("a price with one decimal", changed("no: 12.30}", "no: 12.3}"), 14, "3", "money_expected"),
    ("a price with a comma", changed("no: 12.30}", 'no: "12,30"}'), 14, "3", "money_expected"),
    ("a negative price", changed("no: 12.30}", "no: -12.30}"), 14, "3", "money_expected"),
    ("no units", changed("units: 2", "units: 0"), 18, "one", "count_expected"),
    ("a thirtieth of February", changed("2026-01-01", "2026-02-30"), 3, None, "date_expected"),
    ("a use that ends before it begins", changed("2027-03-09 17:00", "2027-03-08 17:00"), 18, "one", "period_reversed"),
    (
        "an hour that the clock skips",
        changed("2027-03-09 08:00 - 2027-03-09", "2027-03-28 02:30 - 2027-03-28"),
        18,
        "one",
        "time_nonexistent",
    ),
    ("an hour that exists twice", changed("2027-03-09 08:00 - 2027-03-09", "2026-10-25 02:30 - 2026-10-25"), 18, "one", "time_ambiguous"),
    ("a kind of use that is no period", changed("2027-03-09 08:00 - 2027-03-09 17:00", "tomorrow"), 18, "one", "period_expected"),
    ("an unknown kind of article", changed("kind: piece", "kind: lottery"), 12, "3", "kind_unknown"),
    ("a field that does not exist", changed("    for:", "    form:"), 13, "3", "field_unknown"),
    ("a field that is missing", changed("    title: Tafels\n", ""), 10, "3", "field_missing"),
    (
        "a borrower of a kind that does not exist",
        changed("borrower: {kind: association}", "borrower: {kind: martian}"),
        17,
        "one",
        "choice_expected",
    ),
    ("a group that does not exist", changed("of: no}", "of: yes}"), 8, None, "group_unknown"),
    ("a price for a group that does not exist", changed("no: 12.30}", "nope: 12.30}"), 10, "3", "group_unknown"),
    ("groups in a circle", changed("- code: no\n", "- code: no\n    percent: 50\n    of: rest\n"), 5, None, "group_cycle"),
    ("a key twice", changed("    kind: piece\n", "    kind: piece\n    kind: piece\n"), 13, None, "key_twice"),
    ("a list where a text belongs", changed("title: Tafels", "title: [a, b]"), 11, "3", "text_expected"),
    ("a text where a list belongs", "title: x\nowner: x\nvalid_from: 2026-01-01\ngroups: x\narticles: []\n", 4, None, "list_expected"),
    (
        "an example without lines",
        changed("lines: [{category: table, units: 2, use: 2027-03-09 08:00 - 2027-03-09 17:00}]", "lines: []"),
        16,
        "one",
        "field_missing",
    ),
    ("no groups", "title: x\nowner: x\nvalid_from: 2026-01-01\narticles: []\n", 1, None, "field_missing"),
    ("a list for a file", "- a\n- b\n", 1, None, "mapping_expected"),
    ("an anchor", changed("title: Tafels", "title: &a Tafels"), 11, None, "alias_refused"),
    ("an alias", changed("title: Tafels", "title: *a"), 11, None, "alias_refused"),
    ("a tag", changed("title: Tafels", "title: !!python/name:os.system Tafels"), 11, None, "tag_refused"),
    ("two documents", GOOD + "---\ntitle: x\n", 20, None, "one_document"),
    ("broken syntax", changed("{no: 12.30}", "{no: 12.30"), 15, None, "yaml_syntax"),
    ("a tab for indentation", changed("    kind: piece", "\tkind: piece"), 12, None, "yaml_syntax"),
    ("an empty file", "", 1, None, "file_empty"),
    ("endless nesting", "a: " + "[" * 100_000, 1, None, "too_deep"),
    ("a megabyte", "a: " + "x" * 1_000_000, 1, None, "file_too_large"),
    ("a control character", changed("title: Tafels", 'title: "Taf\\els"'), 11, "3", "text_expected"),
]


@pytest.mark.parametrize(("text", "line", "article", "code"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_faulty_file_is_refused_with_its_line(text: str, line: int, article: str | None, code: str) -> None:
    with pytest.raises(RegulationFileError) as refused:
        loads(text)
    problem = refused.value.problems[0]
    assert (problem.line, problem.article, problem.code) == (line, article, code)
    for language in ("nl", "en", "fr"):
        assert f"{line}" in describe(problem.code, problem.details, language, line=problem.line, article=problem.article)


def test_another_encoding_is_refused_with_its_line() -> None:
    with pytest.raises(RegulationFileError) as refused:
        loads(GOOD.replace("Tafels", "Stoelen één").encode("latin-1"))
    assert [(problem.line, problem.code) for problem in refused.value.problems] == [(11, "not_utf8")]


def test_all_faults_are_told_at_once_with_what_was_expected() -> None:
    text = GOOD.replace("no: 12.30}", "no: free}").replace("units: 2", "units: two").replace("24.60", "24")
    with pytest.raises(RegulationFileError) as refused:
        loads(text)
    assert [(problem.line, problem.code, problem.details["expected"], problem.details["found"]) for problem in refused.value.problems] == [
        (14, "money_expected", "euros with two decimals, such as 12.50", "free"),
        (18, "count_expected", "a whole number from 1 to 99999", "two"),
        (19, "money_expected", "euros with two decimals, such as 12.50", "24"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "no",
        "12.30",
        "- a",
        "a: b",
        "a #b",
        "'x'",
        '"x"',
        "{a}",
        "[a]",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "|",
        ">",
        "a\nb",
        "ends\\",
        "€ 5 – één",
        "😀",
        "a\u2028b\x85c\ud7ff",
    ],
)
def test_any_text_survives_being_written_and_read(title: str) -> None:
    regulation = Regulation(title, "99999", loads(GOOD).valid_from, (Group("all_of_us", title, (Who(),)),), ())
    assert loads(dumps(regulation)) == regulation


SCRAPS = [
    "{",
    "}",
    "[",
    "]",
    "[]",
    "{}",
    ": ",
    "- ",
    "-1",
    "no",
    '"',
    "\n",
    "  ",
    "\t",
    "&a ",
    "*a",
    "!!x ",
    "9" * 9,
    "0",
    "2027-13-01",
    "12.345",
    "\x00",
    "é",
    "|",
    "%",
]


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 20), st.sampled_from(SCRAPS)), min_size=1, max_size=3))
def test_a_damaged_file_is_read_or_refused_and_never_anything_else(damage: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for place, lost, scrap in damage:
        text = text[:place] + scrap + text[place + lost :]
    try:
        regulation = loads(text)
    except RegulationFileError as refused:
        sentences = [describe(each.code, each.details, line=each.line, article=each.article) for each in refused.problems]
    else:
        check(regulation)
        sentences = [dumps(regulation)]
        assert loads(sentences[0]) == regulation
    assert sentences
