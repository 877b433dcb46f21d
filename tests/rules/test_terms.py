"""Until when a version of terms holds, what it is about, what is missing before it is published; and how far a contract is."""

from __future__ import annotations

from datetime import date

import pytest

from booking.rules.catalogue import AuthorityCard, Spell, TermsCard, is_own_service, terms_for
from booking.rules.contracts import Mark, Stand, basis, stand
from booking.rules.terms import Accepting, Published, faults, in_language, last_days
from tests.rules.admission.ordinary import HALL, PLATFORM

RANST = AuthorityCard(1, "Ranst", "municipality")
OCMW = AuthorityCard(5, "OCMW Ranst", "ocmw", municipalities=(Spell(1, date(2020, 1, 1)),))


def day(month: int, number: int) -> date:
    return date(2027, month, number)


@pytest.mark.parametrize(
    ("versions", "last"),
    [
        ([Published(1, None, day(1, 1))], {1: None}),
        ([Published(1, None, day(1, 1), day(6, 30))], {1: day(6, 30)}),
        ([Published(1, None, day(1, 1)), Published(2, 1, day(3, 1))], {1: day(2, 28), 2: None}),
        ([Published(2, 1, day(3, 1)), Published(1, None, day(1, 1), day(6, 30))], {1: day(2, 28), 2: None}),
        ([Published(1, None, day(3, 1)), Published(2, 1, day(3, 1))], {1: day(2, 28), 2: None}),
    ],
    ids=["without end", "ended", "succeeded", "succeeded before its end", "succeeded before it began: it never held"],
)
def test_a_version_holds_until_the_day_before_its_successor_or_its_own_end(versions: list[Published], last: dict[int, date | None]) -> None:
    assert last_days(versions) == last


ALL = TermsCard(1, 1, 1, {"nl": "Alles"}, day(1, 1), day(6, 30))
LATER = TermsCard(2, 1, 2, {"nl": "Alles"}, day(7, 1), None)
LIFTS = TermsCard(3, 1, 1, {"nl": "Hoogtewerkers"}, day(3, 1), None, frozenset({"aerial_platform"}))
OWN = TermsCard(4, 5, 1, {"nl": "OCMW"}, day(5, 1), None)
KNOWN = {1: (ALL, LATER, LIFTS), 5: (OWN,)}


@pytest.mark.parametrize(
    ("owner", "asset", "on", "ids"),
    [
        (RANST, HALL, day(6, 30), [1]),
        (RANST, HALL, day(7, 1), [2]),
        (RANST, PLATFORM, day(6, 30), [1, 3]),
        (RANST, PLATFORM, day(2, 28), [1]),
        (RANST, HALL, date(2026, 12, 31), []),
        (OCMW, HALL, day(4, 30), [1]),
        (OCMW, HALL, day(5, 1), [4]),
    ],
    ids=[
        "its last day", "its successor's first day", "general and narrow together", "before the narrow one", "before all",
        "those of its municipality", "its own once it has some",
    ],
)  # fmt: skip
def test_the_terms_of_a_day_are_those_of_the_owner_about_the_asset(owner: AuthorityCard, asset: object, on: date, ids: list[int]) -> None:
    assert [card.id for card in terms_for(KNOWN, owner, asset, on)] == ids  # type: ignore[arg-type]


def test_only_a_service_of_the_same_house_is_the_owners_own() -> None:
    zandhoven = AuthorityCard(2, "Zandhoven", "municipality")
    assert is_own_service(OCMW, RANST, "authority", day(1, 1))
    assert not is_own_service(RANST, RANST, "association", day(1, 1))
    assert not is_own_service(RANST, zandhoven, "authority", day(1, 1))


@pytest.mark.parametrize(
    ("texts", "missing"),
    [
        ({}, [("nl", "title"), ("nl", "body")]),
        ({"nl": {"title": "T", "body": " "}}, [("nl", "body")]),
        ({"nl": {"title": "T", "body": "B"}, "fr": {"title": "", "body": "B"}}, [("fr", "title")]),
        ({"nl": {"title": "T", "body": "B"}, "en": {"title": " ", "body": ""}}, []),
    ],
)
def test_dutch_is_needed_and_another_language_whole_or_not_at_all(texts: dict[str, dict[str, str]], missing: list[tuple[str, str]]) -> None:
    assert faults(texts) == missing


def test_who_reads_another_language_gets_dutch_where_it_lacks() -> None:
    texts = {"nl": {"title": "T", "body": "B"}, "fr": {"title": "F", "body": "C"}}
    assert in_language(texts, "fr") == ("fr", texts["fr"])
    assert in_language(texts, "en") == ("nl", texts["nl"])


def test_accepting_is_about_what_was_asked_and_nothing_else() -> None:
    assert Accepting(frozenset({1, 9})).ids([1, 2]) == {1}
    assert Accepting(all=True).ids([1, 2]) == {1, 2}


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], Stand.WAITING),
        ([Mark.ACCEPTED], Stand.AGREED),
        ([Mark.SIGNED], Stand.AGREED),
        ([Mark.SIGNED, Mark.REJECTED], Stand.WAITING),
        ([Mark.SIGNED, Mark.REJECTED, Mark.ACCEPTED, Mark.COUNTERSIGNED], Stand.COUNTERSIGNED),
        ([Mark.ACCEPTED, Mark.COUNTERSIGNED, Mark.REJECTED], Stand.WAITING),
    ],
)
def test_the_last_steps_of_a_contract_say_how_far_it_is(marks: list[Mark], expected: Stand) -> None:
    assert stand(marks) is expected


def test_the_same_agreed_is_the_same_basis_in_whatever_order_it_is_told() -> None:
    assert basis({"a": 1, "b": [1, 2]}) == basis({"b": [1, 2], "a": 1})
    assert basis({"a": 1}) != basis({"a": 2})
