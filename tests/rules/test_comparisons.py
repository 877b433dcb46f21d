"""Which assets stand for an item of a basket at a municipality."""

from __future__ import annotations

import pytest

from booking.rules.catalogue import AssetCard
from booking.rules.comparisons import GUISES, allotted
from booking.rules.kinds import Relation


def decks(code: str, units: int) -> AssetCard:
    return AssetCard(0, code, code, "stage_deck", 1, units, in_place=False, leaves={}, managers=(), keepers=())


@pytest.mark.parametrize(
    ("stock", "wanted", "found"),
    [
        ({"B": 10, "A": 10}, 10, [("A", 10)]),
        ({"A": 4, "B": 40}, 12, [("B", 12)]),
        ({"A": 1, "B": 1, "C": 1}, 2, [("A", 1), ("B", 1)]),
        ({"A": 20, "B": 16}, 30, [("A", 20), ("B", 10)]),
        ({"A": 20, "B": 16}, 40, []),
        ({}, 1, []),
    ],
    ids=["the first by code", "the first that has enough", "two of one", "as few as it takes", "too few in all", "nothing"],
)
def test_as_few_assets_as_make_up_what_is_wanted(stock: dict[str, int], wanted: int, found: list[tuple[str, int]]) -> None:
    picked, there = allotted([decks(code, units) for code, units in stock.items()], wanted)
    assert ([(asset.code, units) for asset, units in picked], there) == (found, sum(stock.values()))


def test_a_column_is_somebody_as_every_owner_would_see_one() -> None:
    partner, youth = GUISES["authority_partner"].applicant, GUISES["association_youth"].applicant
    assert (partner.kind, partner.relation, partner.recognised) == ("authority", Relation.PARTNER, frozenset())
    assert (youth.kind, youth.relation, youth.recognised) == ("association", Relation.OWN, frozenset({"youth"}))
