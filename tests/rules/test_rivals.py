"""Who goes first: by what the borrower is to the asset, then by least use, then by who asked first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from booking.rules.agreements import Priority
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


def test_partners_go_as_their_agreement_says_when_it_is_one() -> None:
    often = replace(rival(1, Relation.PARTNER, "9", 0), had_last=ASKED - timedelta(days=300))
    seldom = replace(rival(2, Relation.PARTNER, "2", 5), had_last=ASKED - timedelta(days=3))
    never = replace(rival(3, Relation.PARTNER, "0", 9))

    def order(*ways: str | None) -> list[int]:
        return [each.line for each in in_order(replace(one, agreement=way) for one, way in zip((often, seldom, never), ways, strict=True))]

    assert order(Priority.LEAST_USE, Priority.LEAST_USE, Priority.LEAST_USE) == [3, 2, 1]
    assert order(Priority.ARRIVAL, Priority.ARRIVAL, Priority.ARRIVAL) == [1, 2, 3]
    assert order(Priority.TURNS, Priority.TURNS, Priority.TURNS) == [3, 1, 2]
    assert order(Priority.TURNS, Priority.ARRIVAL, None) == [3, 2, 1]
    assert order(None, None, None) == [3, 2, 1]


def test_the_place_in_the_order_and_all_figures_are_the_evidence() -> None:
    order = in_order([rival(1, Relation.OTHER, "4"), rival(2, Relation.OTHER, "1.125")])
    kept = evidence(order, 1)
    assert (kept["rank"], kept["rivals"], kept["weighted"]) == (2, 2, 4)
    assert kept["order"] == [
        {"reference": "SD-2027-000002", "number": 1, "relation": "other", "weighted": 1.12},
        {"reference": "SD-2027-000001", "number": 1, "relation": "other", "weighted": 4},
    ]
