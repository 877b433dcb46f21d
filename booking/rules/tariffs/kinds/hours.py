"""Prices by elapsed time: the hour, half hour, quarter or block, started or pro rata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, TypeAlias

from booking.rules.periods import Period, local
from booking.rules.tariffs.fields import COUNT, DECIMAL, FLAG, NATURAL, Field, codes
from booking.rules.tariffs.kinds.caps import capped, capped_by_stretch, exact
from booking.rules.tariffs.kinds.charge import Charge, Context, Kind, Stay, Terms, product
from booking.rules.tariffs.kinds.tiers import COLUMNS, TIERS, Tier, tier_at, tier_factors, tiers_of
from booking.rules.tariffs.kinds.windows import PRICES, WINDOWS, column_of, cuts, window_at, window_factors, window_words
from booking.rules.tariffs.objects import Json, LineUsage

UNITS = {60: "hour", 30: "half_hour", 15: "quarter"}
Billed: TypeAlias = dict[tuple[int | None, int | None], int]
"""Charged seconds by (window, tier), None where none counts."""


def elapsed(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per unit of `minutes` elapsed, so a night in which the clock jumps is billed as it was lived.

    `started` units count fully, otherwise the price is pro rata. `at_least` units are always charged, `tiers` price the n-th unit apart.
    Beyond `flat_above` hours the column `flat` replaces it all, even where that is cheaper: the regulation says so. The column `maximum`
    is the most that the line may cost, or with `maximum_days` each stretch of so many calendar days.
    """
    times = product(terms["per"], line, context)
    if not times or (context.stay and context.stay.carried.get(("flat", context.article, line.number))):
        return
    seconds = int(context.period.length.total_seconds())
    if _is_flat(terms, context, seconds):
        if context.stay:
            context.stay.carried["flat", context.article, line.number] = 1
        details: dict[str, Json] = {"hours": str(terms["flat_above"]), "times": str(times)}
        yield Charge("flat_above", "line", times, context.prices["flat"], details=details)
        return
    charges = list(_by_unit(terms, line, context, seconds, times))
    if "maximum" not in context.prices:
        yield from charges
    elif terms["maximum_days"] is None:
        yield from capped(charges, line, context, times)
    else:
        asked = _by_stretch(terms, line, context, seconds, times)
        yield from capped_by_stretch(charges, asked, terms["maximum_days"], line, context, times)


def _is_flat(terms: Terms, context: Context, seconds: int) -> bool:
    above: Decimal | None = terms["flat_above"]
    return above is not None and "flat" in context.prices and context.opens() and seconds > above * 3600


def _by_unit(terms: Terms, line: LineUsage, context: Context, seconds: int, times: Decimal | int) -> Iterator[Charge]:
    """One charge for each window and tier that the period touches."""
    unit = terms["minutes"] * 60
    tiers = tiers_of(terms["tiers"], context.prices)
    for (window_index, tier_index), amount in _billed(terms, context, seconds, unit, tiers).items():
        if window_index is None and terms["only_windows"]:
            context.tell("outside_windows", line, minutes=amount // 60)
            continue
        window = None if window_index is None else terms["windows"][window_index]
        tier = None if tier_index is None else tiers[tier_index]
        column = (tier and tier["price"]) or column_of(window)
        details: dict[str, Json] = {"seconds": amount, "unit": unit, "started": terms["started"], "times": str(times)}
        if window and column != "price":
            details["window"] = window_words(window)
        price = context.prices.get(column, context.prices["price"])
        factors = (*tier_factors(tier), *(window_factors(window) if window else ()))
        yield Charge("per_time", UNITS.get(terms["minutes"], "block"), amount * times, price, unit, details, factors)


def _billed(terms: Terms, context: Context, seconds: int, unit: int, tiers: Sequence[Tier]) -> Billed:
    """Whole units where started units count, each belonging to the window and the day that it starts in; else the seconds themselves."""
    windows, floor = terms["windows"], terms["at_least"] * unit
    if not windows and not tiers and context.stay is None:
        return {(None, None): max(-(-seconds // unit) * unit if terms["started"] else seconds, floor)}
    if terms["started"]:
        return _by_started(context, max(-(-seconds // unit), terms["at_least"]), unit, windows, tiers)
    return _by_second(context, max(seconds, floor), unit, windows, tiers)


def _by_started(context: Context, count: int, unit: int, windows: Sequence[Any], tiers: Sequence[Tier]) -> Billed:
    billed: Billed = {}
    for number in range(count):
        start = local(context.period.start + timedelta(seconds=number * unit))
        if context.stay is None or context.stay.holds(start.date()):
            key = (window_at(start, windows, context.special), tier_at(number + 1, tiers))
            billed[key] = billed.get(key, 0) + unit
    return billed


def _by_second(context: Context, seconds: int, unit: int, windows: Sequence[Any], tiers: Sequence[Tier]) -> Billed:
    """So many seconds from the start on; those that only a minimum asks follow the end, at the price of the hour that they would be."""
    began = context.period.start
    ends = began + timedelta(seconds=seconds)
    steps = {began + timedelta(seconds=(tier["from"] - 1) * unit) for tier in tiers}
    billed: Billed = {}
    for start, end in pairwise(sorted(cuts(Period(began, ends), windows) | {step for step in steps if began < step < ends})):
        wall = local(start)
        if context.stay is None or context.stay.holds(wall.date()):
            number = int((start - began).total_seconds()) // unit + 1
            key = (window_at(wall, windows, context.special), tier_at(number, tiers))
            billed[key] = billed.get(key, 0) + int((end - start).total_seconds())
    return billed


def _by_stretch(terms: Terms, line: LineUsage, context: Context, seconds: int, times: Decimal | int) -> Iterator[tuple[int, Decimal]]:
    """What each day asks alone, with the number of its stretch; an hour belongs to the day on which it starts."""
    lasting = timedelta(seconds=max(seconds, terms["at_least"] * terms["minutes"] * 60))
    for number, today in enumerate(Period(context.period.start, context.period.start + lasting).days()):
        if context.stay is None or context.stay.holds(today):
            alone = replace(context, stay=Stay(today, today, False, {}), notices=[])
            yield number // terms["maximum_days"], sum((exact(each) for each in _by_unit(terms, line, alone, seconds, times)), Decimal(0))


HOURS: dict[str, Kind] = {
    "time": Kind(
        "line",
        elapsed,
        ("price", *COLUMNS, *PRICES, "flat", "maximum"),
        {
            "minutes": Field(COUNT, default=60),
            "started": Field(FLAG, default=False),
            "at_least": Field(NATURAL, default=0),
            "flat_above": Field(DECIMAL),
            "maximum_days": Field(COUNT),
            "tiers": TIERS,
            **WINDOWS,
            "per": codes(["units"]),
        },
        ("price",),
        timed=True,
    ),
}
