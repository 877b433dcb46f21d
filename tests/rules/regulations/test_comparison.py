"""Two versions side by side: which part of the one is which of the other, and what a group pays by either."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from booking.rules.regulations import Paid, paid, paired, same_number, same_subject
from booking.rules.tariffs import Article
from tests.rules.tariffs.shorthand import ANYONE, regulation


def article(number: str, title: str = "", kind: str = "day") -> Article:
    return Article(number, title or f"Over {number}", kind)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1 2 3", "1 2 3", "1-1 2-2 3-3"),
        ("1 2 3", "1 3", "1-1 2-. 3-3"),
        ("1 2", "1 2 3", "1-1 2-2 .-3"),
        ("1 3", "2 1 3", ".-2 1-1 3-3"),
        ("1 2", "3 4", ".-3 .-4 1-. 2-."),
        ("", "1", ".-1"),
    ],
)
def test_parts_are_matched_by_number_in_the_new_order_and_what_is_gone_stays_where_it_stood(old: str, new: str, expected: str) -> None:
    pairs = paired([article(each) for each in old.split()], [article(each) for each in new.split()], same_number, same_subject)
    assert " ".join(f"{a.number if a else '.'}-{b.number if b else '.'}" for a, b in pairs) == expected


def test_an_article_that_was_renumbered_is_known_by_its_subject() -> None:
    old, new = [article("1", "Zaal"), article("2", "Tafels")], [article("1", "Nieuw"), article("2", "Zaal"), article("3", "Tafels")]
    pairs = paired([old[0]], [new[1]], same_number, same_subject)
    assert pairs == [(old[0], new[1])]
    assert (old[1], new[2]) in paired([old[1]], new[2:], same_number, same_subject)


GROUPS: list[dict[str, Any]] = [
    {"code": "half", "title": "Halve prijs", "who": [{"kind": ["school"]}], "percent": "50", "of": "everyone"},
    {"code": "quarter", "title": "Kwart", "who": [{"kind": ["company"]}], "percent": "50", "of": "half"},
    {"code": "named", "title": "Bij naam", "who": [{"kind": ["association"]}]},
    ANYONE,
]
RULES = regulation(
    {"kind": "day", "prices": {"everyone": {"price": 1001}, "named": {"price": 0}}},
    {"kind": "day", "prices": {"all": {"price": 500}}},
    {"kind": "day", "prices": {"everyone": {"price": 800}, "named": {"percent": "25", "of": "everyone"}}},
    {"kind": "day", "prices": {"named": {"price": 300}}},
    groups=GROUPS,
)  # fmt: skip


@pytest.mark.parametrize(
    ("number", "group", "expected"),
    [
        (0, "everyone", Paid((("price", Decimal(1001)),))),
        (0, "named", Paid((("price", Decimal(0)),))),
        (0, "half", Paid((("price", Decimal("500.5")),), ((Decimal(50), "everyone"),))),
        (0, "quarter", Paid((("price", Decimal("250.25")),), ((Decimal(50), "half"), (Decimal(50), "everyone")))),
        (1, "named", Paid((("price", Decimal(500)),))),
        (2, "named", Paid((("price", Decimal(200)),), ((Decimal(25), "everyone"),))),
        (3, "everyone", Paid()),
        (3, "half", Paid()),
    ],
)
def test_what_a_group_pays_is_its_own_amount_or_a_share_of_anothers(number: int, group: str, expected: Paid) -> None:
    assert paid(RULES, RULES.articles[number], group) == expected
