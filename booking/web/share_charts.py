"""Where the drawings about shares have their lines: numbers for templates, in the units of each drawing's own view box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from booking.queries.shares import Holder, Turn
from booking.rules.periods import local

WIDTH, LANE = 1_000, 22
SERIES = 6
"""So many colours there are; co-owners beyond them begin anew."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A rectangle: where it begins, how wide it is, the colour that it has, and what it stands for."""

    x: float
    width: float
    series: int
    text: str


@dataclass(frozen=True, slots=True)
class Meter:
    """A balance: how far what is past reaches, how wide what is promised is after that, and where the right ends."""

    past: float
    promised: float
    right: float
    series: int


@dataclass(frozen=True, slots=True)
class Lane:
    """The turns of one municipality over a year, or (without a name) of everybody else."""

    name: str | None
    y: int
    series: int
    pieces: list[Piece]


def share_bar(held: Sequence[tuple[str, int]], order: Sequence[str]) -> list[Piece]:
    """Shares in ten-thousandths beside each other; who stands in `order` keeps that colour everywhere."""
    found, x = [], 0
    for name, points in held:
        found.append(Piece(x, points, _series(name, order), name))
        x += points
    return found


def meters(holders: Sequence[Holder]) -> dict[int, Meter]:
    """A meter per co-owner, all on one scale."""
    most = max((max(each.balance.entitled, each.balance.used) for each in holders), default=Decimal(0)) or Decimal(1)
    order = [each.name for each in holders]

    def along(days: Decimal) -> float:
        return round(float(days / most) * WIDTH, 1)

    return {
        each.authority: Meter(along(each.had), along(each.balance.used - each.had), along(each.balance.entitled), _series(each.name, order))
        for each in holders
    }


def lanes(holders: Sequence[Holder], turns: Sequence[Turn], year: int) -> list[Lane]:
    """A lane per co-owner, and one for the others when they have a turn."""
    order: list[str | None] = [each.name for each in holders]
    if any(turn.name is None for turn in turns):
        order.append(None)
    return [
        Lane(
            name, number * LANE, 0 if name is None else number % SERIES + 1,
            [_piece(turn, year, number) for turn in turns if turn.name == name],
        )
        for number, name in enumerate(order)
    ]  # fmt: skip


def month_starts(year: int) -> list[tuple[float, int]]:
    """Where each month of the year begins, with its number."""
    return [(_along(date(year, month, 1), year), month) for month in range(1, 13)]


def _piece(turn: Turn, year: int, number: int) -> Piece:
    first = max(local(turn.custody.start).date(), date(year, 1, 1))
    start, end = _along(first, year), _along(min(turn.custody.last_day, date(year, 12, 31)), year) + WIDTH / 366
    return Piece(start, round(max(end - start, 3), 1), number % SERIES + 1, turn.name or "")


def _along(day: date, year: int) -> float:
    days = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return round((day - date(year, 1, 1)).days / days * WIDTH, 1)


def _series(name: str, order: Sequence[str]) -> int:
    return order.index(name) % SERIES + 1 if name in order else SERIES
