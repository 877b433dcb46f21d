"""Who goes first where several requests want the same thing at the same time: by relation, then as was agreed, by least use unless so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from booking.rules.admission.joint import said
from booking.rules.agreements import Priority
from booking.rules.kinds import Relation

_PRIORITY = {Relation.OWN: 0, Relation.CO_OWNER: 1, Relation.PARTNER: 2, Relation.OTHER: 3}


@dataclass(frozen=True, slots=True)
class Rival:
    """A request that waits for a choice: what its borrower is to the asset, how many weighted days it had of it in twelve months and when
    last, and who goes first by the `agreement` under which it is asked, if any.
    """

    line: int
    reference: str
    number: int
    borrower: str
    relation: Relation
    days: Decimal
    asked_at: datetime
    units: int = 1
    had_last: datetime | None = None
    agreement: str | None = None


def in_order(rivals: Iterable[Rival]) -> list[Rival]:
    """The one that goes first at the head. The owner's own services go before co-owners, those before partners, partners before others;
    among equals who had least, unless all partners agreed on arrival or on turns (who had it longest ago); then who asked first.
    """
    found = list(rivals)
    agreed = {rival.agreement for rival in found if rival.relation is Relation.PARTNER}
    way = agreed.pop() if len(agreed) == 1 else None

    def place(rival: Rival) -> tuple[Any, ...]:
        partner = rival.relation is Relation.PARTNER
        days = Decimal(0) if partner and way in (Priority.ARRIVAL, Priority.TURNS) else rival.days
        last = rival.had_last.timestamp() if partner and way == Priority.TURNS and rival.had_last else 0.0
        return _PRIORITY[rival.relation], last, days, rival.asked_at, rival.line

    return sorted(found, key=place)


def evidence(order: list[Rival], line: int) -> dict[str, Any]:
    """What is kept of a choice: the place of the chosen line in the order, and the figures of all."""
    rank = next(place for place, rival in enumerate(order, 1) if rival.line == line)
    return {
        "rank": rank, "rivals": len(order), "weighted": said(order[rank - 1].days),
        "order": [
            {"reference": each.reference, "number": each.number, "relation": str(each.relation), "weighted": said(each.days)}
            for each in order
        ],
    }  # fmt: skip
