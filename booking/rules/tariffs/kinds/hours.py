"""Prices by elapsed time and by part of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import pairwise

from booking.rules.periods import BRUSSELS, local
from booking.rules.tariffs.fields import CLOCK, COUNT, DECIMAL, FLAG, NATURAL, Field, ListOf, codes
from booking.rules.tariffs.kinds.charge import Charge, Context, Kind, Terms, product
from booking.rules.tariffs.kinds.windows import WINDOWS, split, window_at, window_factors, window_words
from booking.rules.tariffs.objects import Json, LineUsage

UNITS = {60: "hour", 30: "half_hour", 15: "quarter"}


def elapsed(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per unit of `minutes` elapsed, so a night in which the clock jumps is billed as it was lived.

    `started` units count fully, otherwise the price is pro rata. `at_least` units are always charged. Beyond `flat_above` hours
    the column `flat` replaces it all, even where that is cheaper: the regulation says so.
    """
    seconds = int(context.period.length.total_seconds())
    times = product(terms["per"], line, context)
    if not times:
        return
    if terms["flat_above"] is not None and "flat" in context.prices and seconds > terms["flat_above"] * 3600:
        details: dict[str, Json] = {"hours": str(terms["flat_above"]), "times": str(times)}
        yield Charge("flat_above", "line", times, context.prices["flat"], details=details)
        return
    unit = terms["minutes"] * 60
    for index, amount in _amounts(terms, context, seconds, unit).items():
        window = None if index is None else terms["windows"][index]
        column = (window and window["price"]) or "price"
        details = {"seconds": amount, "unit": unit, "started": terms["started"], "times": str(times)}
        yield Charge(
            "per_time",
            UNITS.get(terms["minutes"], "block"),
            amount * times,
            context.prices.get(column, context.prices["price"]),
            unit,
            details | {"window": window_words(window)} if window and column != "price" else details,
            window_factors(window) if window else (),
        )


def _amounts(terms: Terms, context: Context, seconds: int, unit: int) -> dict[int | None, int]:
    """Charged seconds per window: whole units where started units count, each unit belonging to the window that it starts in."""
    floor = terms["at_least"] * unit
    windows = terms["windows"]
    if not terms["started"]:
        amounts: dict[int | None, int] = split(context.period, windows, context.holidays) if windows else {None: seconds}
        return amounts if seconds >= floor else {next(iter(amounts)): floor}
    count = max(-(-seconds // unit), terms["at_least"])
    if not windows:
        return {None: count * unit}
    amounts = {}
    for number in range(count):
        start = local(context.period.start + timedelta(seconds=number * unit))
        index = window_at(start, windows, context.holidays)
        amounts[index] = amounts.get(index, 0) + unit
    return amounts


def day_part(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per part of the day that the wall clock enters; a started part counts fully, an end on the boundary starts none.

    Time outside all parts is a notice, for the regulation has no price for it.
    """
    times = product(terms["per"], line, context)
    if not times:
        return
    entered: dict[int | None, int] = {}
    start, end = local(context.period.start).replace(tzinfo=None), local(context.period.end).replace(tzinfo=None)
    outside = max(end - start, timedelta(minutes=1))
    for day in context.period.days():
        midnight = datetime.combine(day, time.min)
        for first, last in pairwise(terms["parts"]):
            opens, closes = midnight + timedelta(minutes=first), midnight + timedelta(minutes=last)
            inside = min(end, closes) - max(start, opens)
            if inside > timedelta(0):
                index = window_at(opens.replace(tzinfo=BRUSSELS), terms["windows"], context.holidays) if terms["windows"] else None
                entered[index] = entered.get(index, 0) + 1
                outside -= inside
    if outside > timedelta(0):
        context.tell("outside_day_parts", line, minutes=int(outside.total_seconds()) // 60)
    for index, parts in entered.items():
        window = None if index is None else terms["windows"][index]
        column = (window and window["price"]) or "price"
        details: dict[str, Json] = {"parts": parts, "times": str(times), "category": line.category}
        yield Charge(
            "per_day_part",
            "day_part",
            parts * times,
            context.prices.get(column, context.prices["price"]),
            1,
            details | {"window": window_words(window)} if window and column != "price" else details,
            window_factors(window) if window else (),
        )


HOURS: dict[str, Kind] = {
    "time": Kind(
        "line",
        elapsed,
        ("price", "off_peak", "flat"),
        {
            "minutes": Field(COUNT, default=60),
            "started": Field(FLAG, default=False),
            "at_least": Field(NATURAL, default=0),
            "flat_above": Field(DECIMAL),
            "windows": WINDOWS,
            "per": codes(["units"]),
        },
        ("price",),
    ),
    "day_part": Kind(
        "line",
        day_part,
        ("price", "off_peak"),
        {"parts": Field(ListOf(CLOCK), required=True), "windows": WINDOWS, "per": codes(["units"])},
        ("price",),
    ),
}
