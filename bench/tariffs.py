"""How fast a regulation prices: many dossiers by the demo's longest one, in one process, and where the time goes.

`make bench PARTS=tariffs` needs no database. QUOTES (environment) is how many dossiers there are.
"""

from __future__ import annotations

import cProfile
import os
import pstats
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import booking.demo
import booking.rules
from booking.formats.regulation import loads
from booking.rules.periods import Period
from booking.rules.tariffs import Prepared, Regulation, Usage, prepare, quote

FILES = Path(booking.demo.__file__).parent / "regulations"
RULES = str(Path(booking.rules.__file__).parent)
PROFILED = 1000


def longest() -> Regulation:
    """The demo's regulation with the most articles."""
    return max((loads(path.read_bytes()) for path in sorted(FILES.glob("*.yaml"))), key=lambda regulation: len(regulation.articles))


def dossiers(regulation: Regulation, count: int) -> list[Usage]:
    """The usages of its worked examples, each a day later than the round before: no two are alike."""
    usages = [example.usage for example in regulation.examples]
    return [_later(usages[number % len(usages)], number // len(usages)) for number in range(count)]


def _later(usage: Usage, days: int) -> Usage:
    lines = tuple(
        replace(line, use=_moved(line.use, days), custody=_moved(line.custody, days), blocked=_moved(line.blocked, days))
        for line in usage.lines
    )
    cancelled = usage.cancelled_on and usage.cancelled_on + timedelta(days=days)
    return replace(usage, lines=lines, booked_on=usage.booked_on + timedelta(days=days), cancelled_on=cancelled)


def _moved(period: Period, days: int) -> Period:
    return Period(period.start + timedelta(days=days), period.end + timedelta(days=days))


def measure_tariffs() -> None:
    """Print quotes and lines per second, and the part of the time that goes to anything but the rules' own code."""
    regulation = longest()
    count = int(os.environ.get("QUOTES", "10000"))
    asked, prepared = dossiers(regulation, count), prepare(regulation)
    best = min(_seconds(prepared, asked) for _ in range(3))
    lines = sum(len(usage.lines) for usage in asked)
    print(f"\ntariffs: {count:,} dossiers ({lines:,} lines) by the {len(regulation.articles)} articles of “{regulation.title}”")
    print(f"quotes per second    {count / best:12,.0f}")
    print(f"lines per second     {lines / best:12,.0f}")
    print(f"milliseconds a quote {best / count * 1000:12.3f}")
    print(f"outside our rules    {_outside(prepared, asked[:PROFILED]):12.0%}   (library and built-in functions, profiled)")


def _seconds(prepared: Prepared, asked: list[Usage]) -> float:
    began = perf_counter()
    for usage in asked:
        quote(prepared, usage)
    return perf_counter() - began


def _outside(prepared: Prepared, asked: list[Usage]) -> float:
    """The share of time in functions that are not in `booking/rules`."""
    profile = cProfile.Profile()
    profile.runcall(_seconds, prepared, asked)
    times: dict[bool, float] = {True: 0.0, False: 0.0}
    for (file, _, _), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        times[file.startswith(RULES)] += own
    return times[False] / (times[True] + times[False])
