"""Prices by the day, by a base period, and by the cheapest combination of day, weekend and week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from booking.rules.periods import Period, local
from booking.rules.tariffs.fields import CLOCK, COUNT, Field, choice, codes
from booking.rules.tariffs.kinds.charge import Charge, Context, Kind, Terms, noun, product
from booking.rules.tariffs.kinds.windows import WEEKDAYS
from booking.rules.tariffs.objects import Json, LineUsage

COUNTED = {"count": Field(choice("calendar", "elapsed"), default="calendar")}


def number_of_days(terms: Terms, context: Context) -> int:
    """Calendar dates touched, or started stretches of 24 elapsed hours where the article counts so."""
    if terms["count"] == "elapsed":
        return -(-int(context.period.length.total_seconds()) // 86400)
    return len(context.period.days())


def day(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per day; with the column `next`, `price` is the first day's; `maximum` caps each started stretch of `maximum_days`."""
    times = product(terms["per"], line, context)
    if not times:
        return
    days, prices = number_of_days(terms, context), context.prices
    first, following, cap = prices["price"], prices.get("next", prices["price"]), prices.get("maximum")
    if following == first and cap is None:
        details: dict[str, Json] = {"days": days, "times": str(times), "category": line.category}
        yield Charge("per_day", "day", days * times, first, details=details)
        return
    length = terms["maximum_days"] if cap is not None else days
    stretches = [following * min(length, days - done) + (first - following if done == 0 else 0) for done in range(0, days, length)]
    capped = [stretch if cap is None else min(stretch, cap) for stretch in stretches]
    details = {"days": days, "first": first, "next": following, "uncapped": sum(stretches), "times": str(times), "category": line.category}
    if capped != stretches:
        details |= {"maximum": cap, "maximum_days": length}
    yield Charge("first_next_day", noun(terms["per"]), times, sum(capped), details=details)


def base_period(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price for a first period of `days`, never pro rata, then the column `extra` per started `extra_days`.

    Without that column the price itself is due again for each started period.
    """
    times = product(terms["per"], line, context)
    if not times:
        return
    days, base, prices = number_of_days(terms, context), terms["days"], context.prices
    step = terms["extra_days"] if "extra" in prices else base
    further = max(0, -(-(days - base) // step))
    extra = prices.get("extra", prices["price"])
    details: dict[str, Json] = {"days": days, "base_days": base, "price": prices["price"], "times": str(times)}
    details |= {"further": further, "step": step, "extra": extra, "measure": noun(terms["per"]), "category": line.category}
    yield Charge("base_period", noun(terms["per"]), times, prices["price"] + further * extra, details=details)


def cheapest(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """The cheapest way to cover every calendar day with day prices, weekend forfaits and weeks, as the text promises the borrower."""
    times = product(terms["per"], line, context)
    if not times:
        return
    days, prices = context.period.days(), context.prices
    weekend_days = _weekend_days(terms, context.period) if "weekend" in prices else dict[date, int]()
    best: list[tuple[int, tuple[int, int, int]] | None] = [(0, (0, 0, 0)), *([None] * len(days))]
    for position, today in enumerate(days):
        cost, counts = best[position] or (0, (0, 0, 0))
        options = [(1, "price", 0)]
        if today in weekend_days:
            options.append((weekend_days[today], "weekend", 1))
        if "week" in prices:
            options.append((terms["week_days"], "week", 2))
        for length, column, option in options:
            reached = min(position + length, len(days))
            way = (cost + prices[column], _plus(counts, option))
            known = best[reached]
            best[reached] = way if known is None else min(known, way)
    amount, (single, weekends, weeks) = best[-1] or (0, (0, 0, 0))
    details: dict[str, Json] = {"days": single, "weekends": weekends, "weeks": weeks, "week_days": terms["week_days"], "times": str(times)}
    details |= {column: prices[column] for column in ("price", "weekend", "week") if column in prices} | {"category": line.category}
    yield Charge("cheapest", noun(terms["per"]), times, amount, details=details)


def _weekend_days(terms: Terms, period: Period) -> dict[date, int]:
    """For each day on which a weekend forfait may start, how many days it covers: those in use wholly inside the weekend."""
    first, last = WEEKDAYS.index(terms["weekend_from"]), WEEKDAYS.index(terms["weekend_until"])
    start, end = local(period.start).replace(tzinfo=None), local(period.end).replace(tzinfo=None)
    friday = start.date() - timedelta(days=(start.weekday() - first) % 7)
    found: dict[date, int] = {}
    while (opening := datetime.combine(friday, time.min) + timedelta(minutes=terms["weekend_from_time"])) < end:
        closing = datetime.combine(friday + timedelta(days=(last - first) % 7), time.min) + timedelta(minutes=terms["weekend_until_time"])
        span = [friday + timedelta(days=day) for day in range((last - first) % 7 + 1)]
        covered = [day for day in span if _lies_within(day, start, end, opening, closing)]
        found |= {day: len(covered) - position for position, day in enumerate(covered)}
        friday += timedelta(days=7)
    return found


def _lies_within(day: date, start: datetime, end: datetime, opening: datetime, closing: datetime) -> bool:
    """True when the thing is in use on that day, and only between opening and closing."""
    midnight = datetime.combine(day, time.min)
    used_from, used_until = max(start, midnight), min(end, midnight + timedelta(days=1))
    return opening <= used_from < used_until <= closing


def _plus(counts: tuple[int, int, int], option: int) -> tuple[int, int, int]:
    return (counts[0] + (option == 0), counts[1] + (option == 1), counts[2] + (option == 2))


WEEKDAY = choice(*WEEKDAYS)
DAY_KINDS: dict[str, Kind] = {
    "day": Kind(
        "line",
        day,
        ("price", "next", "maximum"),
        {"maximum_days": Field(COUNT, default=7), **COUNTED, "per": codes(["units"])},
        ("price",),
    ),
    "period": Kind(
        "line",
        base_period,
        ("price", "extra"),
        {"days": Field(COUNT, required=True), "extra_days": Field(COUNT, default=1), **COUNTED, "per": codes(["units"])},
        ("price",),
    ),
    "cheapest": Kind(
        "line",
        cheapest,
        ("price", "weekend", "week"),
        {
            "weekend_from": Field(WEEKDAY, default="fr"),
            "weekend_from_time": Field(CLOCK, default=0),
            "weekend_until": Field(WEEKDAY, default="mo"),
            "weekend_until_time": Field(CLOCK, default=600),
            "week_days": Field(COUNT, default=7),
            "per": codes(["units"]),
        },
        ("price",),
    ),
}
