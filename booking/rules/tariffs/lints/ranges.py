"""Numbers that no bracket or article holds ('exactly 40', 'exactly seven days' are real clauses), or that two do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from booking.rules.tariffs.kinds import KINDS
from booking.rules.tariffs.lints.found import Lint
from booking.rules.tariffs.objects import Article, Json, Regulation

Range = tuple[int, int | None]
"""First and last whole number, the last None without an end."""

HOUR = 3600


class Dimension(NamedTuple):
    """What articles may divide among them: the least number there is, how many steps a unit has, and the conditions that set its ends."""

    name: str
    least: int
    scale: int
    ends: Mapping[str, tuple[str, int]]


DIMENSIONS = (
    Dimension(
        "hours", 1, HOUR,
        {"hours_from": ("first", 0), "hours_over": ("first", 1), "hours_to": ("last", 0), "hours_under": ("last", -1)},
    ),
    Dimension("days", 1, 1, {"days_from": ("first", 0), "days_to": ("last", 0)}),
    Dimension("units", 1, 1, {"units_from": ("first", 0), "units_to": ("last", 0)}),
    Dimension("uses", 1, 1, {"uses_from": ("first", 0), "uses_to": ("last", 0)}),
    Dimension("application", 1, 1, {"application_from": ("first", 0), "application_to": ("last", 0)}),
)  # fmt: skip


def brackets(article: Article) -> Iterator[Lint]:
    """Numbers of uses in one application that the brackets of a discount leave open, or hold twice."""
    if article.kind != "volume":
        return
    terms: Mapping[str, Any] = article.terms
    for is_gap, first, last in _faults(sorted(((each["from"], each.get("until")) for each in terms["brackets"]), key=_order), 1):
        yield Lint("bracket_gap" if is_gap else "bracket_overlap", article.number, {"from": first, "until": last})


def open_ranges(regulation: Regulation) -> Iterator[Lint]:
    """Lengths and numbers that the articles about the same thing divide among them and leave open, or price twice."""
    hire = [each for each in regulation.articles if KINDS[each.kind].scope == "line" and not each.terms.get("extra")]
    told: set[tuple[object, ...]] = set()
    for target in dict.fromkeys(target for each in hire for target in each.targets or ("",)):
        about = [each for each in hire if not each.targets or target in each.targets]
        for dimension in DIMENSIONS:
            for lint in _of_dimension(about, dimension):
                if lint.key not in told:
                    told.add(lint.key)
                    yield lint


def _of_dimension(about: Sequence[Article], dimension: Dimension) -> Iterator[Lint]:
    ranged = [(article, _range(article, dimension)) for article in about]
    if all(each is None for _, each in ranged):
        return
    named = next(article.number for article, each in ranged if each is not None)
    everything: Range = (dimension.least, None)
    for is_gap, first, last in _faults(sorted((each or everything for _, each in ranged), key=_order), dimension.least):
        if is_gap:
            yield Lint("range_gap", named, _told(dimension, first, last))
    alike: dict[str, list[tuple[Article, Range]]] = {}
    for article, each in ranged:
        if each is not None and not article.terms.get("cheapest_of"):
            alike.setdefault(_other_conditions(article, dimension), []).append((article, each))
    for members in alike.values():
        for is_gap, first, last in _faults(sorted((each for _, each in members), key=_order), dimension.least):
            if not is_gap:
                yield Lint("range_overlap", members[-1][0].number, _told(dimension, first, last))


def _range(article: Article, dimension: Dimension) -> Range | None:
    """What an article's conditions leave of a dimension; None where they say nothing of it."""
    when = article.terms.get("when")
    if not isinstance(when, dict) or not dimension.ends.keys() & when.keys():
        return None
    first, last = dimension.least, None
    for name, (end, shift) in dimension.ends.items():
        if name in when:
            edge = int(Decimal(str(when[name])) * dimension.scale) + shift
            first, last = (max(first, edge), last) if end == "first" else (first, edge)
    return first, last


def _other_conditions(article: Article, dimension: Dimension) -> str:
    when = article.terms.get("when")
    others = {name: each for name, each in when.items() if name not in dimension.ends} if isinstance(when, dict) else {}
    return repr((sorted(article.targets), sorted(others.items(), key=lambda item: item[0])))


def _told(dimension: Dimension, first: int, last: int | None) -> dict[str, Json]:
    """The numbers as a text writes them: seconds as hours, the very second before and after as the hour itself."""
    ends = [None if each is None else _unit(each, dimension) for each in (first, last)]
    if ends[0] == ends[1]:
        return {"measure": dimension.name, "at": ends[0]}
    told: dict[str, Json] = {"measure": dimension.name, "from": ends[0], "until": ends[1]}
    return {**told, "over": True} if dimension.scale != 1 and first % 60 == 1 and first > 1 else told


def _unit(number: int, dimension: Dimension) -> str:
    if dimension.scale == 1:
        return str(number)
    minutes = Decimal((number + 30) // 60)
    return f"{(minutes / 60).quantize(Decimal('0.01')).normalize():f}"


def _order(each: Range) -> tuple[int, int]:
    return each[0], -1 if each[1] is None else each[1]


def _faults(ranges: Iterable[Range], least: int) -> Iterator[tuple[bool, int, int | None]]:
    """(is it a gap, from, until) of sorted ranges: before the first, between each two, after the last."""
    known = list(ranges)
    if known[0][0] > least:
        yield True, least, known[0][0] - 1
    reached = known[0][1]
    for (_, until), (first, last) in pairwise(known):
        if until is None or until >= first:
            yield False, first, until
        if reached is not None and reached + 1 < first:
            yield True, reached + 1, first - 1
        reached = None if reached is None or last is None else max(reached, last)
    if reached is not None:
        yield True, reached + 1, None
