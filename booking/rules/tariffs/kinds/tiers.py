"""Prices by the n-th unit: the second day at half price, the fifty-first piece at another price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from booking.rules.tariffs.fields import COUNT, DECIMAL, Field, ListOf, Record, choice
from booking.rules.tariffs.kinds.charge import Factor

Tier: TypeAlias = Mapping[str, Any]

COLUMNS = ("next", "third", "fourth")
TIERS = Field(
    ListOf(Record({"from": Field(COUNT, required=True), "percent": Field(DECIMAL), "price": Field(choice(*COLUMNS))})), default=()
)
"""From the n-th unit on, a percentage of the price or another column; each tier lasts until the next begins, as the text says it, be it
dearer or cheaper."""

_SECOND: Tier = {"from": 2, "percent": None, "price": "next"}


def tiers_of(tiers: Sequence[Tier], prices: Mapping[str, int]) -> Sequence[Tier]:
    """The tiers that an article names; the column `next` alone is the price from the second unit on."""
    return tiers or ((_SECOND,) if "next" in prices else ())


def tier_at(number: int, tiers: Sequence[Tier]) -> int | None:
    """Index of the tier of the n-th unit (from 1), None before the first."""
    found = None
    for index, tier in enumerate(tiers):
        if tier["from"] <= number:
            found = index
    return found


def in_tiers(first: Decimal | int, last: Decimal | int, tiers: Sequence[Tier]) -> Iterator[tuple[int | None, Decimal | int]]:
    """(tier, units in it) of the units numbered `first` to `last`, both included; metres may end in the middle of one."""
    starts = [1, *(tier["from"] for tier in tiers)]
    ends: list[Decimal | int] = [*(start - 1 for start in starts[1:]), last]
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        count = min(end, last) - max(start, first) + 1
        if count > 0:
            yield (index - 1 if index else None), count


def tier_factors(tier: Tier | None) -> tuple[Factor, ...]:
    """The percentage of a tier, with the unit from which it counts."""
    if tier is None or tier["percent"] is None:
        return ()
    return ({"code": "tier", "percent": str(tier["percent"]), "from": tier["from"]},)
