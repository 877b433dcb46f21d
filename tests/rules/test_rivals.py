"""Who goes first: by what the borrower is to the asset, then by least use, then by who asked first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from booking.rules.kinds import Relation
from booking.rules.rivals import Rival, evidence, in_order

ASKED = datetime(2027, 3, 1, 8, tzinfo=UTC)


def rival(line: int, relation: Relation, days: str, minutes: int = 0) -> Rival:
    return Rival(line, f"SD-2027-{line:06}", 1, f"Ontlener {line}", relation, Decimal(days), ASKED + timedelta(minutes=minutes))


def test_priority_comes_before_use_and_use_before_the_moment() -> None:
    rivals = [
        rival(1, Relation.OTHER, "0"),
        rival(2, Relation.PARTNER, "3"),
        rival(3, Relation.PARTNER, "2.5", 5),
        rival(4, Relation.PARTNER, "2.5", 4),
        rival(5, Relation.CO_OWNER, "9"),
        rival(6, Relation.OWN, "20"),
    ]
    assert [each.line for each in in_order(rivals)] == [6, 5, 4, 3, 2, 1]


def test_the_place_in_the_order_and_all_figures_are_the_evidence() -> None:
    order = in_order([rival(1, Relation.OTHER, "4"), rival(2, Relation.OTHER, "1.125")])
    kept = evidence(order, 1)
    assert (kept["rank"], kept["rivals"], kept["weighted"]) == (2, 2, 4)
    assert kept["order"] == [
        {"reference": "SD-2027-000002", "number": 1, "relation": "other", "weighted": 1.12},
        {"reference": "SD-2027-000001", "number": 1, "relation": "other", "weighted": 4},
    ]
