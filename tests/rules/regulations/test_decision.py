"""A decision becomes part of a regulation: in force on the fifth day unless it says otherwise, and never before it was taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from booking.rules.refusals import Refused
from booking.rules.regulations import Decision, decided
from booking.rules.tariffs import Answer

TAKEN = Decision("gemeenteraad", date(2026, 11, 17), "GR/2026/118", date(2026, 11, 24))


def test_without_a_first_day_it_holds_from_the_fifth_day_after_publication() -> None:
    plain = decided({"title": "Zalen"}, TAKEN)
    assert plain["valid_from"] == "2026-11-29"
    assert "valid_until" not in plain


def test_what_it_says_replaces_what_the_draft_said() -> None:
    before = {"title": "Zalen", "organ": "college", "valid_until": "2030-12-31", "delegation": "raad 2020"}
    plain = decided(before, replace(TAKEN, valid_from=date(2027, 1, 1)))
    assert plain == {
        "title": "Zalen", "organ": "gemeenteraad", "decided_on": "2026-11-17", "decision": "GR/2026/118",
        "published_on": "2026-11-24", "valid_from": "2027-01-01",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (replace(TAKEN, organ=" "), "decision_incomplete"),
        (replace(TAKEN, number=""), "decision_incomplete"),
        (replace(TAKEN, published_on=date(2026, 11, 16)), "published_before_decided"),
        (replace(TAKEN, valid_until=date(2026, 11, 28)), "ends_before_it_begins"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(decision: Decision, code: str) -> None:
    with pytest.raises(Refused) as refused:
        decided({"title": "Zalen"}, decision)
    assert refused.value.code == code


def test_a_later_answer_to_the_same_doubt_goes_before() -> None:
    first = decided({}, TAKEN, [Answer("bracket_gap", "Bedoeld", "3", "40"), Answer("versions_gap", "Zomer", None, "juli")])
    second = decided(first, TAKEN, [Answer("bracket_gap", "Zo besliste de raad", "3", "40")])
    assert [each["reason"] for each in second["answered"]] == ["Zo besliste de raad", "Zomer"]
