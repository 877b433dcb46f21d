"""Groups that nobody ever pays by, because those before them take everyone whom they would."""

from __future__ import annotations

from collections.abc import Iterator

from booking.rules.tariffs.lints.found import Lint
from booking.rules.tariffs.objects import Regulation, Who


def unreachable(regulation: Regulation) -> Iterator[Lint]:
    """A group of which every way in is a way into one before it."""
    before: list[tuple[str, Who]] = []
    for group in regulation.groups:
        behind = [next((code for code, other in before if _covers(other, way)), None) for way in group.who]
        if behind and None not in behind:
            yield Lint("group_unreachable", None, {"group": group.code, "behind": behind[0]})
        before += [(group.code, way) for way in group.who]


def _covers(first: Who, later: Who) -> bool:
    """True when whoever the later way admits, the first does as well."""
    return (
        _holds(first.kinds, later.kinds)
        and _holds(first.relations, later.relations)
        and (_holds(first.recognised, later.recognised) or ("any" in first.recognised and bool(later.recognised)))
        and first.reciprocal in (None, later.reciprocal)
    )


def _holds(first: frozenset[str], later: frozenset[str]) -> bool:
    return not first or (bool(later) and later <= first)
