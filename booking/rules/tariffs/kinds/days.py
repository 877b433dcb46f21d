"""Prices by the day and by a base period with extra periods after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any

from booking.rules.periods import local
from booking.rules.tariffs.fields import COUNT, NATURAL, Field, choice, codes
from booking.rules.tariffs.kinds.caps import capped_by_stretch, exact
from booking.rules.tariffs.kinds.charge import Charge, Context, Factor, Kind, Terms, noun, product
from booking.rules.tariffs.kinds.tiers import COLUMNS, TIERS, tier_at, tier_factors, tiers_of
from booking.rules.tariffs.kinds.windows import PRICES, WINDOWS, column_of, holds_day, window_factors, window_words
from booking.rules.tariffs.objects import Json, LineUsage

COUNTED = {"count": Field(choice("calendar", "elapsed", "nights"), default="calendar")}
Day = tuple[int, date]
"""The number of a day in the stay (from 1) and its date."""


def dates(terms: Terms, context: Context) -> list[date]:
    """Calendar dates touched; or the dates on which started stretches of 24 elapsed hours, or nights, begin where the article counts so."""
    if terms["count"] != "elapsed":
        days = context.period.days()
        return days if terms["count"] == "calendar" or len(days) == 1 else days[:-1]
    stretches = -(-int(context.period.length.total_seconds()) // 86400)
    return [local(context.period.start + timedelta(days=number)).date() for number in range(stretches)]


def day(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per day; with the column `next`, `price` is the first day's; `tiers` and windows price other days apart.

    The column `maximum` caps each started stretch of `maximum_days`; `at_least` days are always charged; with `divide` the price is that of
    so many days together and each day costs its part.
    """
    times = product(terms["per"], line, context)
    if not times:
        return
    found = dates(terms, context)
    found += [found[-1] + timedelta(days=number) for number in range(1, terms["at_least"] - len(found) + 1)]
    days = [(number, today) for number, today in enumerate(found, 1) if context.stay is None or context.stay.holds(today)]
    prices = context.prices
    if not days:
        return
    if context.stay is None and not terms["windows"] and not terms["tiers"] and terms["divide"] == 1 and len(prices) > 1:
        yield _first_and_next(terms, line, prices, len(days), times)
        return
    charges = list(_day_by_day(terms, line, context, days, times))
    if "maximum" not in prices:
        yield from charges
        return
    length = terms["maximum_days"]
    stretches = groupby(days, key=lambda each: (each[0] - 1) // length)
    each_asks = ((number, _day_by_day(terms, line, context, list(members), times)) for number, members in stretches)
    asked = ((number, sum(map(exact, some), Decimal(0))) for number, some in each_asks)
    yield from capped_by_stretch(charges, asked, length, line, context, times)


def _first_and_next(terms: Terms, line: LineUsage, prices: Any, days: int, times: Decimal | int) -> Charge:
    """The first day, those after it and the maximum of each stretch as one sum."""
    first, following, cap = prices["price"], prices.get("next", prices["price"]), prices.get("maximum")
    if following == first and cap is None:
        return _per_day(terms, line, days, first, times, (), None)
    length = terms["maximum_days"] if cap is not None else days
    stretches = [following * min(length, days - done) + (first - following if done == 0 else 0) for done in range(0, days, length)]
    capped = [stretch if cap is None else min(stretch, cap) for stretch in stretches]
    details: dict[str, Json] = {
        "days": days,
        "first": first,
        "next": following,
        "uncapped": sum(stretches),
        "times": str(times),
        "category": line.category,
    }
    if capped != stretches:
        details |= {"maximum": cap, "maximum_days": length}
    return Charge("first_next_day", noun(terms["per"]), times, sum(capped), details=details)


def _per_day(
    terms: Terms, line: LineUsage, days: int, price: int, times: Decimal | int, factors: tuple[Factor, ...], window: Factor | None
) -> Charge:
    details: dict[str, Json] = {"days": days, "times": str(times), "category": line.category}
    details |= {"divide": terms["divide"]} if terms["divide"] != 1 else {}
    details |= {"window": window} if window else {}
    if (measure := noun(terms["per"])) != "piece":
        details["measure"] = measure
    unit = "night" if terms["count"] == "nights" else "day"
    return Charge("per_day", unit, days * times, price, terms["divide"], details, factors)


def _day_by_day(terms: Terms, line: LineUsage, context: Context, days: Sequence[Day], times: Decimal | int) -> Iterator[Charge]:
    """One charge for each window and tier that the days fall in."""
    tiers, counts = tiers_of(terms["tiers"], context.prices), dict[tuple[int | None, int | None], int]()
    for number, today in days:
        key = (_window(terms, context, today), tier_at(number, tiers))
        counts[key] = counts.get(key, 0) + 1
    for (window_index, tier_index), count in counts.items():
        if window_index is None and terms["only_windows"]:
            context.tell("outside_windows", line, minutes=count * 1440)
            continue
        window = None if window_index is None else terms["windows"][window_index]
        tier = None if tier_index is None else tiers[tier_index]
        column = (tier and tier["price"]) or column_of(window)
        factors = (*tier_factors(tier), *(window_factors(window) if window else ()))
        price = context.prices.get(column, context.prices["price"])
        words = window_words(window) if window and column != "price" else None
        yield _per_day(terms, line, count, price, times, factors, words)


def _window(terms: Terms, context: Context, today: date) -> int | None:
    """The first window that holds a day; its hours do not count here."""
    return next((index for index, window in enumerate(terms["windows"]) if holds_day(window, today, context.special)), None)


def base_period(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price for a first period of `days`, never pro rata, then the column `extra` per started `extra_days`.

    Without that column the price itself is due again for each started period. Over a change of tariff the base period is the first
    tariff's and each further one that of its first day.
    """
    times = product(terms["per"], line, context)
    if not times:
        return
    found, base, prices = dates(terms, context), terms["days"], context.prices
    step = terms["extra_days"] if "extra" in prices else base
    starts = found[base::step]
    further = sum(context.stay is None or context.stay.holds(start) for start in starts)
    extra = prices.get("extra", prices["price"])
    details: dict[str, Json] = {"days": len(found), "times": str(times), "further": further, "step": step, "extra": extra}
    details |= {"measure": noun(terms["per"]), "category": line.category}
    if context.opens():
        details |= {"base_days": base, "price": prices["price"]}
        yield Charge("base_period", noun(terms["per"]), times, prices["price"] + further * extra, details=details)
    elif further:
        yield Charge("further_periods", noun(terms["per"]), times, further * extra, details=details)


DAY_KINDS: dict[str, Kind] = {
    "day": Kind(
        "line",
        day,
        ("price", *COLUMNS, *PRICES, "maximum"),
        {
            "maximum_days": Field(COUNT, default=7),
            "at_least": Field(NATURAL, default=0),
            "divide": Field(COUNT, default=1),
            "tiers": TIERS,
            **WINDOWS,
            **COUNTED,
            "per": codes(["units"]),
        },
        ("price",),
        timed=True,
    ),
    "period": Kind(
        "line",
        base_period,
        ("price", "extra"),
        {"days": Field(COUNT, required=True), "extra_days": Field(COUNT, default=1), **COUNTED, "per": codes(["units"])},
        ("price",),
        timed=True,
    ),
}
