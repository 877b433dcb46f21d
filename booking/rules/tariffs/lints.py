"""What a regulation leaves open: it computes, but a council would want to know before it publishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from booking.rules.tariffs.objects import Article, Json, Regulation, Who


@dataclass(frozen=True, slots=True)
class Lint:
    """A gap, an overlap or a rule that nobody meets; `article` is None when a group is meant."""

    code: str
    article: str | None = None
    details: Mapping[str, Json] = field(default_factory=dict)


def lints(regulation: Regulation) -> list[Lint]:
    """Gaps and overlaps in brackets, hours of the day without a price, groups that no borrower reaches; in the regulation's order."""
    found = list(_unreachable(regulation))
    for article in regulation.articles:
        terms: Mapping[str, Any] = article.terms
        if article.kind == "volume":
            found += _brackets(article, sorted((each["from"], each.get("until")) for each in terms["brackets"]))
        if article.kind == "day_part" and (terms["parts"][0], terms["parts"][-1]) != ("00:00", "24:00"):
            found.append(Lint("day_parts_open", article.number, {"from": terms["parts"][-1], "until": terms["parts"][0]}))
    return found


def _unreachable(regulation: Regulation) -> Iterator[Lint]:
    """Groups behind one that takes everyone."""
    taken: str | None = None
    for group in regulation.groups:
        if taken is not None and group.who:
            yield Lint("group_unreachable", None, {"group": group.code, "behind": taken})
        if Who() in group.who:
            taken = taken or group.code


def _brackets(article: Article, brackets: list[tuple[int, int | None]]) -> Iterator[Lint]:
    """Numbers of uses that no bracket holds ('exactly 40' is a real clause) or that two do."""
    if brackets[0][0] > 1:
        yield Lint("bracket_gap", article.number, {"from": 1, "until": brackets[0][0] - 1})
    for (_, until), (first, _) in pairwise(brackets):
        if until is None or until >= first:
            yield Lint("bracket_overlap", article.number, {"from": first, "until": until})
        elif until + 1 < first:
            yield Lint("bracket_gap", article.number, {"from": until + 1, "until": first - 1})
    if (last := brackets[-1][1]) is not None:
        yield Lint("bracket_gap", article.number, {"from": last + 1, "until": None})
