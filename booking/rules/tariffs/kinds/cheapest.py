"""The cheapest combination of half days, days, weekends and weeks, as the text promises the borrower."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from booking.rules.periods import Period, local
from booking.rules.tariffs.fields import CLOCK, COUNT, DECIMAL, Field, choice, codes
from booking.rules.tariffs.kinds.charge import Charge, Context, Kind, Terms, noun, product
from booking.rules.tariffs.kinds.windows import WEEKDAYS
from booking.rules.tariffs.objects import Json, LineUsage


class Choice(NamedTuple):
    """One forfait: the column that it costs, how many days it covers from the day on which it starts, and where it stands in a tie."""

    column: str
    days: int
    rank: int


class Way(NamedTuple):
    """The cheapest way to come so far: its cost, how many of each forfait (a tie goes to the fewest days), and the choices made."""

    cost: int
    counts: tuple[int, ...]
    chosen: tuple[tuple[int, str], ...] = ()


COUNTED = ("half_day", "price", "weekend", "week")


def cheapest(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """The cheapest way to cover every calendar day with half day and day prices, weekend forfaits and weeks.

    Over a change of tariff each forfait costs what it does on its first day, and the days that one already covers are not asked again.
    """
    times = product(terms["per"], line, context)
    if not times:
        return
    days, stay, begin = context.period.days(), context.stay, 0
    if stay:
        begin = stay.carried.get(("covered", context.article, line.number), 0)
    way = _cheapest(terms, context, days, begin)
    chosen = [(day, column) for day, column in way.chosen if stay is None or stay.holds(days[day])]
    if stay:
        later = [day for day, _ in way.chosen if not stay.holds(days[day])]
        stay.carried["covered", context.article, line.number] = min(later, default=len(days))
    if not chosen:
        return
    prices = context.prices
    counts = {column: sum(each == column for _, each in chosen) for column in COUNTED}
    details: dict[str, Json] = {"half_days": counts["half_day"], "days": counts["price"], "weekends": counts["weekend"]}
    details |= {"weeks": counts["week"], "week_days": terms["week_days"], "times": str(times)}
    details |= {column: prices[column] for column in COUNTED if column in prices} | {"category": line.category}
    amount = sum(prices[column] * count for column, count in counts.items() if count)
    yield Charge("cheapest", noun(terms["per"]), times, amount, details=details)


def _cheapest(terms: Terms, context: Context, days: Sequence[date], begin: int) -> Way:
    prices = context.prices
    weekends = _weekend_days(terms, context.period) if "weekend" in prices else dict[date, int]()
    halves = _half_days(terms, context.period, days) if "half_day" in prices else frozenset[date]()
    best: list[Way | None] = [None for _ in range(len(days) + 1)]
    best[begin] = Way(0, (0, 0, 0, 0))
    for position in range(begin, len(days)):
        way, today = best[position], days[position]
        if way is None:
            continue
        options = [Choice("price", 1, 1)]
        if today in halves:
            options.append(Choice("half_day", 1, 0))
        if today in weekends:
            options.append(Choice("weekend", weekends[today], 2))
        if "week" in prices:
            options.append(Choice("week", terms["week_days"], 3))
        for option in options:
            reached = min(position + option.days, len(days))
            counts = tuple(count + (rank == option.rank) for rank, count in enumerate(way.counts))
            found = Way(way.cost + prices[option.column], counts, (*way.chosen, (position, option.column)))
            known = best[reached]
            best[reached] = found if known is None else min(known, found)
    return best[-1] or Way(0, (0, 0, 0, 0))


def _half_days(terms: Terms, period: Period, days: Sequence[date]) -> frozenset[date]:
    """The days on which the thing is in use for no longer than a half day lasts."""
    start, end = local(period.start).replace(tzinfo=None), local(period.end).replace(tzinfo=None)
    longest = timedelta(hours=float(terms["half_day_hours"]))
    midnights = {day: datetime.combine(day, time.min) for day in days}
    return frozenset(day for day, dawn in midnights.items() if min(end, dawn + timedelta(days=1)) - max(start, dawn) <= longest)


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


WEEKDAY = choice(*WEEKDAYS)
CHEAPEST: dict[str, Kind] = {
    "cheapest": Kind(
        "line",
        cheapest,
        ("price", "weekend", "week", "half_day"),
        {
            "half_day_hours": Field(DECIMAL, default=4),
            "weekend_from": Field(WEEKDAY, default="fr"),
            "weekend_from_time": Field(CLOCK, default=0),
            "weekend_until": Field(WEEKDAY, default="mo"),
            "weekend_until_time": Field(CLOCK, default=600),
            "week_days": Field(COUNT, default=7),
            "per": codes(["units"]),
        },
        ("price",),
        timed=True,
    ),
}
