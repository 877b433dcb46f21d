"""Ladders of cancellation that do not end or do not rise, and years for which an index has no figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from booking.rules.tariffs.lints.found import Lint
from booking.rules.tariffs.objects import Article, Json, Regulation


def open_ladder(article: Article) -> Iterator[Lint]:
    """Nothing is said of who gives less notice than the last step asks; or a later step lets off more than one before it."""
    if article.kind != "cancellation":
        return
    if "otherwise" not in article.terms:
        yield Lint("ladder_open", article.number)
    steps = article.terms["steps"]
    due = [(Decimal(str(step["percent"])), _notice(step)) for step in steps if isinstance(step, dict)] if isinstance(steps, list) else []
    for (more, _), (less, notice) in pairwise(due):
        if less < more:
            yield Lint("ladder_falls", article.number, {"at": notice, "percent": f"{less}", "before": f"{more}"})


def _notice(step: dict[str, Json]) -> str:
    return " ".join(f"{name} {step[name]}" for name in ("days", "working_days") if name in step)


def open_index(regulation: Regulation) -> Iterator[Lint]:
    """Years between two figures that have none of their own, where the text promises one every year."""
    for each in regulation.indexation:
        if each.yearly_on is None:
            continue
        known = {first.year for first, _ in each.figures if f"{first:%m-%d}" <= each.yearly_on or first.year == each.figures[0][0].year}
        for year in range(each.figures[0][0].year, each.figures[-1][0].year + 1):
            if year not in known:
                yield Lint("index_gap", None, {"year": year, "index": each.index})
