"""What stands in the way of a publication: overlaps, gaps, days before the publication, and what the text itself leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from booking.rules.regulations import contested, doubts, still_meant, unanswered
from booking.rules.tariffs import Answer, Regulation
from tests.rules.tariffs.shorthand import regulation


def about(*codes: str, **header: Any) -> Regulation:
    """A regulation with one article about these things."""
    return regulation({"kind": "day", "for": [*codes], "prices": {"all": {"price": 100}}}, **header)


HALLS, TABLES, ALL = about("sports_hall"), about("table", "chair"), about()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(HALLS, TABLES, [], id="different things"),
        pytest.param(HALLS, about("sports_hall", "table"), ["sports_hall"], id="one thing in both"),
        pytest.param(HALLS, ALL, ["sports_hall"], id="a thing that the other prices with everything"),
        pytest.param(ALL, ALL, ["all"], id="everything in both"),
        pytest.param(about(covers=["sports_hall"]), ALL, [], id="the narrower goes before the wider"),
        pytest.param(about(covers=["sports_hall"]), about(covers=["table"]), [], id="each its own"),
        pytest.param(about(covers=["sports_hall", "table"]), about(covers=["table"]), ["table"], id="both by name"),
        pytest.param(about(covers=["sports_hall"]), about(covers=["RAN-HALL"]), [], id="an asset goes before its category"),
    ],
)
def test_two_regulations_contest_what_neither_is_narrower_about(one: Regulation, other: Regulation, expected: list[str]) -> None:
    assert contested(one, other) == contested(other, one) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("2027-01-01", None, [], id="the day after"),
        pytest.param("2026-12-31", None, [("versions_overlap", "2026-12-31", "2026-12-31")], id="one day too early"),
        pytest.param("2025-06-01", None, [("versions_overlap", "2026-01-01", "2026-12-31")], id="around it"),
        pytest.param("2027-02-01", None, [("versions_gap", "2027-01-01", "2027-01-31")], id="a month later"),
        pytest.param("2025-01-01", "2025-11-30", [("versions_gap", "2025-12-01", "2025-12-31")], id="ended a month before"),
        pytest.param("2025-01-01", "2025-12-31", [], id="ended the day before"),
    ],
)
def test_versions_must_join(first: str, last: str | None, expected: list[tuple[str, str, str]]) -> None:
    other = about("table", valid_from="2026-01-01", valid_until="2026-12-31")
    mine = about("table", valid_from=first, **({"valid_until": last} if last else {}))
    assert [(found.code, found.details["from"], found.details["until"]) for found in doubts(mine, [other])] == expected


def test_another_subject_leaves_no_gap_and_no_overlap() -> None:
    assert doubts(about("sports_hall", valid_from="2026-06-01"), [about("table", valid_from="2026-01-01")]) == []


def test_an_overlap_without_an_end_says_none() -> None:
    (found,) = doubts(about("table"), [about("table", title="Ouder")])
    assert (found.at, "until" in found.details, found.details["codes"]) == ("Ouder", False, ["table"])


def test_to_be_in_force_before_being_published_is_to_be_answered() -> None:
    early = about("table", valid_from="2026-01-01", published_on="2026-01-05")
    assert [found.code for found in doubts(early, [])] == ["before_publication"]
    assert doubts(replace(early, valid_from=date(2026, 1, 5)), []) == []


OPEN = regulation(
    {"kind": "day_part", "parts": ["08:00", "18:00", "24:00"], "prices": {"all": {"price": 100}}},
    {"kind": "day_part", "parts": ["08:00", "18:00", "24:00"], "prices": {"all": {"price": 100}}},
)


def test_each_doubt_wants_a_reason_of_its_own_and_an_empty_one_is_none() -> None:
    found = doubts(OPEN, [])
    first, second = found
    assert unanswered(found, [Answer(first.code, "Gesloten", first.article, first.at)]) == [second]
    assert unanswered(found, [Answer(first.code, "  ", first.article, first.at)]) == found
    assert unanswered(found, [Answer(first.code, "Gesloten", first.article)]) == [second]  # about all of its article
    assert unanswered(found, [Answer(first.code, "Gesloten", "9")]) == found


def test_an_answer_to_a_doubt_that_is_no_more_is_left_out() -> None:
    found = doubts(OPEN, [])
    meant = Answer(found[0].code, "Gesloten", found[0].article, found[0].at)
    assert still_meant(found, [meant, Answer("bracket_gap", "Bedoeld", "7", "40")]) == (meant,)
