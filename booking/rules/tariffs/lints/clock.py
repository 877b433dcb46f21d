"""Hours of the day and of the week that an article has no price for, or two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from booking.rules.tariffs.fields import CLOCK, PART
from booking.rules.tariffs.kinds.parts import spans
from booking.rules.tariffs.kinds.windows import WEEKDAYS
from booking.rules.tariffs.lints.found import Lint
from booking.rules.tariffs.objects import Article

Span = tuple[int, int]
"""Minutes of a day: from, until; what passes midnight is cut in two."""

WHOLE_DAY = 1440


def open_clock(article: Article) -> Iterator[Lint]:
    """What parts of the day and windows leave open or hold twice."""
    terms: Mapping[str, Any] = article.terms
    if article.kind == "day_part":
        covered = [piece for part in spans(tuple(map(PART.value, terms["parts"]))) for piece in _cut(*part)]
        for first, last in _gaps(covered):
            yield Lint("day_parts_open", article.number, {"from": _text(first), "until": _text(last, end=True)})
        for first, last in _twice(covered):
            yield Lint("day_parts_overlap", article.number, {"from": _text(first), "until": _text(last)})
    if windows := terms.get("windows"):
        yield from _open_week(article, windows, only=bool(terms.get("only_windows")), by_hour=article.kind != "day")


def _open_week(article: Article, windows: Sequence[Mapping[str, Any]], *, only: bool, by_hour: bool) -> Iterator[Lint]:
    """For each weekday the hours that no window holds, where hours outside have no price, and those that two with another price do."""
    gaps: dict[Span, list[str]] = {}
    twice: dict[Span, list[str]] = {}
    for day in WEEKDAYS:
        mine = [(window, held) for window in windows if (held := _hours_on(window, day, by_hour=by_hour))]
        covered = [piece for _, pieces in mine for piece in pieces]
        for gap in _gaps(covered) if only else ():
            gaps.setdefault(gap, []).append(day)
        priced = [piece for each, pieces in mine if not _same_price(each, [other for other, _ in mine]) for piece in pieces]
        for hours in _twice(priced):
            twice.setdefault(hours, []).append(day)
    for code, found in (("windows_open", gaps), ("windows_overlap", twice)):
        for (first, last), days in found.items():
            yield Lint(code, article.number, {"days": ",".join(days), "from": _text(first % WHOLE_DAY), "until": _text(last, end=True)})


def _is_on(window: Mapping[str, Any], day: str) -> bool:
    """True for a window that holds a weekday all year; holidays and seasons have no place in an ordinary week."""
    days, others = window.get("days", ()), window.get("not_days", ())
    return (not days or day in days) and day not in others and not {"season_from", "season_until"} & window.keys()


def _same_price(window: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> bool:
    """True when all windows of the day say the same."""
    return all((window.get("percent"), window.get("price")) == (other.get("percent"), other.get("price")) for other in others)


def _hours_on(window: Mapping[str, Any], day: str, *, by_hour: bool) -> list[Span]:
    """The minutes of a weekday that a window holds; what follows midnight belongs to the window of the day before."""
    today = _is_on(window, day)
    if not by_hour:
        return [(0, WHOLE_DAY)] if today else []
    evening, *morning = _cut(CLOCK.value(window.get("from", "00:00")), CLOCK.value(window.get("until", "24:00")))
    yesterday = WEEKDAYS[WEEKDAYS.index(day) - 1]
    return [*([evening] if today else []), *(morning if _is_on(window, yesterday) else [])]


def _cut(first: int, last: int) -> list[Span]:
    """Minutes within one day; a stretch over midnight in two."""
    if first < last <= WHOLE_DAY:
        return [(first, last)]
    end = last % WHOLE_DAY
    return [(first, WHOLE_DAY), *([(0, end)] if end else [])]


def _gaps(covered: Sequence[Span]) -> Iterator[Span]:
    """What no stretch holds, the night as one: 22:00 to 08:00."""
    merged: list[Span] = []
    for first, last in sorted(covered):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    if not merged:
        yield 0, WHOLE_DAY
        return
    yield from ((end, start) for (_, end), (start, _) in pairwise(merged))
    if merged[0][0] > 0 or merged[-1][1] < WHOLE_DAY:
        yield merged[-1][1], merged[0][0]


def _twice(covered: Sequence[Span]) -> Iterator[Span]:
    """What two stretches hold."""
    reached = 0
    for first, last in sorted(covered):
        if first < reached:
            yield first, min(last, reached)
        reached = max(reached, last)


def _text(minute: int, *, end: bool = False) -> str:
    """The clock; an end at midnight is that of the day before."""
    return f"{minute // 60:02d}:{minute % 60:02d}" if minute or not end else "00:00"
