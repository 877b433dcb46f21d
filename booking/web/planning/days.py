"""The same board for a phone: one day, a card per asset, and the week to step through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from booking.queries.planning import Row
from booking.rules.planning import Scale, days
from booking.web.planning.cells import Drawing
from booking.web.planning.columns import of_days
from booking.web.planning.links import Links, address
from booking.web.planning.pieces import Lane


class Day(NamedTuple):
    """A date of the strip with the address of its cards."""

    date: date
    href: str
    is_shown: bool


def week_of(day: date) -> list[Day]:
    """The week around a day, Monday first."""
    monday = day - timedelta(days=day.weekday())
    return [Day(each, address(vanaf=each), each == day) for each in (monday + timedelta(days=n) for n in range(7))]


def cards(rows: Sequence[Row], scale: Scale, day: date, now: datetime, links: Links, language: str) -> list[Lane]:
    """The rows with one cell each: that day of the board, all hours of it that the board has."""
    whole = days(day, 1)
    first, last = scale.touched(whole.start, whole.end)[0], scale.touched(whole.start, whole.end)[-1]
    shown = Scale((max(whole.start, scale.start), min(whole.end, scale.end)))
    drawing = Drawing(shown, of_days(shown, now, language), links, first_key=100_000)
    return drawing.lanes([row if row.free is None else replace(row, free=[min(row.free[first : last + 1])]) for row in rows])
