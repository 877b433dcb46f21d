"""Who owns an asset: the authority that decides on it, and the shares of who bought it together, from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from booking.rules.refusals import Refused

WHOLE = 10_000
"""Basis points: shares are kept to a hundredth of a percent."""


@dataclass(frozen=True, slots=True)
class Owners:
    """From `first` on: the authority that decides, contracts and prices, and (authority, basis points) of each co-owner, if any."""

    first: date
    manager: int
    shares: tuple[tuple[int, int], ...] = ()

    @property
    def parties(self) -> frozenset[int]:
        """The authorities that this concerns."""
        return frozenset({self.manager, *(authority for authority, _ in self.shares)})


def check_owners(owners: Owners, today: date) -> None:
    """Raises Refused `owners_past` for a day that is over, `share_twice`, `shares_not_whole` unless all shares make one whole."""
    if owners.first < today:
        raise Refused("owners_past", field="first")
    if len({authority for authority, _ in owners.shares}) < len(owners.shares):
        raise Refused("share_twice")
    total = sum(points for _, points in owners.shares)
    if owners.shares and (total != WHOLE or any(points < 1 for _, points in owners.shares)):
        raise Refused("shares_not_whole", percent=f"{total / 100:g}")


def to_plain(owners: Owners) -> dict[str, Any]:
    """As JSON keeps it."""
    return {"first": owners.first.isoformat(), "manager": owners.manager, "shares": [list(share) for share in owners.shares]}


def from_plain(plain: Mapping[str, Any]) -> Owners:
    """As it was kept."""
    return Owners(date.fromisoformat(plain["first"]), plain["manager"], tuple((share[0], share[1]) for share in plain["shares"]))
