"""Who goes first where several requests want the same thing at the same time: by priority, then by least use, then by who asked first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from booking.rules.kinds import Relation

_PRIORITY = {Relation.OWN: 0, Relation.CO_OWNER: 1, Relation.PARTNER: 2, Relation.OTHER: 3}


@dataclass(frozen=True, slots=True)
class Rival:
    """A request that waits for a choice: what its borrower is to the asset and how many weighted days it had of it in twelve months."""

    line: int
    reference: str
    number: int
    borrower: str
    relation: Relation
    days: Decimal
    asked_at: datetime
    units: int = 1


def in_order(rivals: Iterable[Rival]) -> list[Rival]:
    """The one that goes first at the head. The owner's own services go before co-owners, those before partners, partners before others."""
    return sorted(rivals, key=lambda rival: (_PRIORITY[rival.relation], rival.days, rival.asked_at, rival.line))


def evidence(order: list[Rival], line: int) -> dict[str, Any]:
    """What is kept of a choice: the place of the chosen line in the order, and the figures of all."""
    rank = next(place for place, rival in enumerate(order, 1) if rival.line == line)
    return {
        "rank": rank, "rivals": len(order), "weighted": _told(order[rank - 1].days),
        "order": [
            {"reference": each.reference, "number": each.number, "relation": str(each.relation), "weighted": _told(each.days)}
            for each in order
        ],
    }  # fmt: skip


def _told(days: Decimal) -> float:
    rounded = round(days, 2)
    return int(rounded) if rounded == int(rounded) else float(rounded)
