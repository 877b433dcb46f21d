"""The ladder of a cancellation as a person wants to read it: how much today, until when less, from when more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Rung:
    """On the days from `first` up to and including `last` a cancellation costs `amount` cents."""

    first: date
    last: date
    amount: int


def rungs(amount_on: Callable[[date], int], today: date, last: date) -> list[Rung]:
    """What withdrawing costs from `today` until `last`, equal days taken together; the amount of each step is asked once or twice.

    A ladder never becomes cheaper later: between two days with one amount the days between have it too.
    """
    known: dict[date, int] = {}

    def amount(day: date) -> int:
        if day not in known:
            known[day] = amount_on(day)
        return known[day]

    found, first = [], today
    while first <= last:
        end = _last_alike(amount, first, last)
        found.append(Rung(first, end, amount(first)))
        first = end + timedelta(days=1)
    return found


def _last_alike(amount: Callable[[date], int], first: date, last: date) -> date:
    """The last day that costs what `first` does, found by halving."""
    low, high = first, last
    while low < high:
        middle = low + timedelta(days=((high - low).days + 1) // 2)
        low, high = (middle, high) if amount(middle) == amount(first) else (low, middle - timedelta(days=1))
    return low
