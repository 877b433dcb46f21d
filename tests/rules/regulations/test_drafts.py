"""A draft may be unfinished: it is read as far as it goes, and says which part is in the way."""

from __future__ import annotations

from typing import Any

import pytest

from booking.rules.regulations import NEVER, fresh, parts_touched, proof_of, read
from booking.rules.tariffs import TariffError

ANYONE = {"code": "everyone", "title": "Iedereen", "who": [{"anyone": True}]}
RECOGNISED = {"code": "recognised", "title": "Erkend", "who": [{"recognised": ["any"]}]}
ROOM = {"number": "1", "title": "Lokaal", "kind": "day", "for": ["meeting_room"], "prices": {"everyone": {"price": 2000}}}
DAY = {
    "name": "een-dag", "borrower": {"kind": "resident"}, "booked_on": "2027-06-01",
    "lines": [{"category": "meeting_room", "use": "2027-06-12 10:00 - 2027-06-12 18:00"}], "expect": {"total": 2000},
}  # fmt: skip
WHOLE: dict[str, Any] = {"title": "Lokalen", "owner": "11035", "groups": [ANYONE], "articles": [ROOM], "examples": [DAY]}


def test_a_draft_without_a_first_day_begins_never() -> None:
    assert read(WHOLE).valid_from == NEVER


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ({}, {}),
        ({**WHOLE, "title": ""}, {}),
        ({**WHOLE, "groups": [{"code": "A"}]}, {"group": "A"}),
        ({**WHOLE, "groups": [{"title": "A", "who": [{}]}]}, {"group": "1"}),
        ({**WHOLE, "articles": [ROOM, {"number": "2", "title": "Zonder soort"}]}, {"article": "2"}),
        ({**WHOLE, "examples": [{**DAY, "lines": []}]}, {"example": "een-dag"}),
        ({**WHOLE, "examples": [{**DAY, "lines": [{"category": "table"}]}]}, {"example": "een-dag"}),
        ({**WHOLE, "examples": [{**DAY, "booked_on": "31 juni"}]}, {"example": "een-dag"}),
        ({**WHOLE, "valid_from": "morgen"}, {}),
    ],
)
def test_what_cannot_be_read_yet_is_named(plain: dict[str, Any], expected: dict[str, str]) -> None:
    with pytest.raises(TariffError) as error:
        read(plain)
    assert error.value.code in {"title_missing", "part_unfinished"}
    assert {name: each for name, each in error.value.details.items() if name in {"group", "article", "example"}} == expected


PROOFS = {
    "nothing yet": ({}, (False, False)),
    "no examples": ({**WHOLE, "examples": []}, (False, False)),
    "all proven": (WHOLE, (True, True)),
    "a wrong amount": ({**WHOLE, "examples": [{**DAY, "expect": {"total": 2001}}]}, (False, False)),
    "an article without an example": (
        {**WHOLE, "articles": [ROOM, {**ROOM, "number": "2", "for": ["table"]}]}, (True, False)
    ),
    "a group without an example": (
        {**WHOLE, "groups": [RECOGNISED, ANYONE], "articles": [{**ROOM, "prices": {"all": {"price": 2000}}}]}, (True, False),
    ),
    "a group that pays nothing by any article": ({**WHOLE, "groups": [RECOGNISED, ANYONE]}, (True, True)),
    "an unknown group": ({**WHOLE, "articles": [{**ROOM, "prices": {"vrienden": {"price": 1}}}]}, (False, False)),
}  # fmt: skip


@pytest.mark.parametrize("case", PROOFS)
def test_a_proof_is_exact_when_every_example_is_and_complete_when_nothing_is_untried(case: str) -> None:
    plain, expected = PROOFS[case]
    proof = proof_of(plain)
    assert (proof.exact, proof.complete) == expected


def test_what_is_untried_is_named() -> None:
    articles = [{**ROOM, "prices": {"all": {"price": 2000}}}, {**ROOM, "number": "2", "for": ["table"]}]
    proof = proof_of({**WHOLE, "groups": [RECOGNISED, ANYONE], "articles": articles})
    assert (proof.untried_articles, proof.untried_groups) == (("2",), ("recognised",))


def test_a_successor_begins_without_the_decision_of_the_earlier_one() -> None:
    decided = {"organ": "gemeenteraad", "decided_on": "2026-01-01", "published_on": "2026-01-02", "valid_from": "2026-01-07"}
    assert fresh({**WHOLE, **decided, "scope": "Zalen"}) == {**WHOLE, "scope": "Zalen"}


def test_the_parts_that_two_versions_differ_in_are_named_by_their_own_names() -> None:
    after = {**WHOLE, "title": "Zalen", "articles": [{**ROOM, "title": "Zaal"}, {**ROOM, "number": "2"}], "examples": []}
    assert parts_touched(WHOLE, after) == {"header": ["title"], "article": ["1", "2"], "example": ["een-dag"]}
    assert parts_touched(WHOLE, WHOLE) == {}
