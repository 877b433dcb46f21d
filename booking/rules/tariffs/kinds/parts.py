"""Prices by part of the day and by block of the week, each started one in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any

from booking.rules.periods import BRUSSELS, local
from booking.rules.tariffs.fields import CLOCK, NATURAL, PART, TEXT, Field, ListOf, Record, choice, codes
from booking.rules.tariffs.kinds.caps import capped_by_stretch, exact
from booking.rules.tariffs.kinds.charge import Charge, Context, Kind, Terms, product
from booking.rules.tariffs.kinds.windows import PRICES, WEEKDAYS, WINDOWS, column_of, window_at, window_factors, window_words
from booking.rules.tariffs.objects import Json, LineUsage

Span = tuple[datetime, datetime]
"""Wall times without a zone: from, until."""

DAY = timedelta(days=1)


@lru_cache(maxsize=512)
def spans(parts: tuple[int | tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Minutes (from, until) of each part: boundaries follow each other, a part with two ends stands alone and may pass midnight."""
    alone = [part if part[0] < part[1] else (part[0], part[1] + 1440) for part in parts if isinstance(part, tuple)]
    return (*pairwise(part for part in parts if isinstance(part, int)), *alone)


def day_part(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per part of the day that the wall clock enters; a started part counts fully, an end on the boundary starts none.

    Time outside all parts is a notice, for the regulation has no price for it. The column `maximum` is the most for the parts of one day.
    """
    times = product(terms["per"], line, context)
    if not times:
        return
    entered = _entered(terms, line, context)
    if context.opens():
        entered += [entered[-1]] * (terms["at_least"] - len(entered)) if entered else []
    by_window: dict[int | None, list[date]] = {}
    for day, opens in entered:
        index = window_at(opens.replace(tzinfo=BRUSSELS), terms["windows"], context.special) if terms["windows"] else None
        by_window.setdefault(index, []).append(day)
    if None in by_window and terms["only_windows"]:
        context.tell("outside_windows", line, minutes=0)
        by_window.pop(None)
    charges = {index: _of_window(terms, line, context, index, len(days), times) for index, days in by_window.items()}
    if "maximum" in context.prices:
        asked = ((day, exact(charges[index]) / len(days)) for index, days in by_window.items() for day in days)
        yield from capped_by_stretch([*charges.values()], asked, 1, line, context, times)
    else:
        yield from charges.values()


def _entered(terms: Terms, line: LineUsage, context: Context) -> list[tuple[date, datetime]]:
    """The parts entered: the day that each belongs to and when it opens; those of other days than this tariff's are left out."""
    start, end = _wall(context)
    outside = max(end - start, timedelta(minutes=1))
    found: list[tuple[date, datetime]] = []
    for day in (start.date() - DAY, *context.period.days()):
        midnight = datetime.combine(day, time.min)
        for first, last in spans(terms["parts"]):
            opens, closes = midnight + timedelta(minutes=first), midnight + timedelta(minutes=last)
            inside = min(end, closes) - max(start, opens)
            if inside > timedelta(0):
                outside -= inside
                if context.stay is None or context.stay.holds(max(day, start.date())):
                    found.append((day, opens))
    if outside > timedelta(0) and context.opens():
        context.tell("outside_day_parts", line, minutes=int(outside.total_seconds()) // 60)
    return found


def _wall(context: Context) -> Span:
    return local(context.period.start).replace(tzinfo=None), local(context.period.end).replace(tzinfo=None)


def _of_window(terms: Terms, line: LineUsage, context: Context, index: int | None, parts: int, times: Decimal | int) -> Charge:
    window = None if index is None else terms["windows"][index]
    column = column_of(window)
    details: dict[str, Json] = {"parts": parts, "times": str(times), "category": line.category}
    if window and column != "price":
        details["window"] = window_words(window)
    price = context.prices.get(column, context.prices["price"])
    return Charge("per_day_part", "day_part", parts * times, price, 1, details, window_factors(window) if window else ())


def week_block(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per block of the week that is entered (Friday to Monday, Monday to Friday); time outside all blocks is a notice."""
    times = product(terms["per"], line, context)
    if not times:
        return
    start, end = _wall(context)
    outside = max(end - start, timedelta(minutes=1))
    counts: dict[int, int] = {}
    day = start.date() - 7 * DAY
    while day <= end.date():
        for index, block in enumerate(terms["blocks"]):
            opens, closes = _block(block, day)
            if WEEKDAYS[day.weekday()] == block["from_day"] and start < closes and opens < end:
                outside -= min(end, closes) - max(start, opens)
                if context.stay is None or context.stay.holds(max(day, start.date())):
                    counts[index] = counts.get(index, 0) + 1
        day += DAY
    if outside > timedelta(0) and context.opens():
        context.tell("outside_blocks", line, minutes=int(outside.total_seconds()) // 60)
    for index, count in sorted(counts.items()):
        block = terms["blocks"][index]
        price = context.prices.get(block["price"], context.prices["price"])
        details: dict[str, Json] = {"count": count, "block": block["title"], "times": str(times), "category": line.category}
        yield Charge("per_block", "week_block", count * times, price, details=details)


def _block(block: Mapping[str, Any], day: date) -> Span:
    """When a block that begins on a day opens and closes."""
    opens = datetime.combine(day, time.min) + timedelta(minutes=block["from"])
    length = (WEEKDAYS.index(block["until_day"]) - WEEKDAYS.index(block["from_day"])) % 7
    closes = datetime.combine(day + timedelta(days=length), time.min) + timedelta(minutes=block["until"])
    return opens, closes if closes > opens else closes + 7 * DAY


WEEKDAY = choice(*WEEKDAYS)
BLOCKS = ("price", "weekend", "midweek")
BLOCK = Record(
    {
        "title": Field(TEXT, required=True),
        "from_day": Field(WEEKDAY, required=True),
        "from": Field(CLOCK, default=0),
        "until_day": Field(WEEKDAY, required=True),
        "until": Field(CLOCK, default=1440),
        "price": Field(choice(*BLOCKS), default="price"),
    }
)
PARTS: dict[str, Kind] = {
    "day_part": Kind(
        "line",
        day_part,
        ("price", *PRICES, "maximum"),
        {"parts": Field(ListOf(PART), required=True), "at_least": Field(NATURAL, default=0), **WINDOWS, "per": codes(["units"])},
        ("price",),
        timed=True,
    ),
    "week_block": Kind(
        "line", week_block, BLOCKS, {"blocks": Field(ListOf(BLOCK), required=True), "per": codes(["units"])}, ("price",), timed=True
    ),
}
