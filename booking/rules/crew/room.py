"""Whether the work of a loan fits between the loans before and after it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from booking.rules.crew.planning import MINUTE, LoanWork, Work
from booking.rules.kinds import TaskKind
from booking.rules.periods import Period


class Crossing(NamedTuple):
    """Work of another loan that is planned while this one has the thing."""

    kind: TaskKind
    time: Period


class Room(NamedTuple):
    """What is free around a custody, as far as its work reaches: neither somebody else's nor worked at for another loan."""

    free: Period
    crossed: tuple[Crossing, ...] = ()


class Shortage(NamedTuple):
    """Work that does not fit, how many minutes too few there are for it and for what is beyond it, and the moment that is in its way."""

    kind: TaskKind
    minutes: int
    moment: datetime


def too_early(work: LoanWork, room: Room) -> Shortage | None:
    """What must be ready but cannot, because the thing comes too late from the loan before."""
    return _short([(each, room.free.start - each.time.start) for each in reversed(work.before)], room.free.start)


def too_late(work: LoanWork, room: Room) -> Shortage | None:
    """What comes after but cannot, because the next loan begins too soon."""
    return _short([(each, each.time.end - room.free.end) for each in work.after], room.free.end)


def _short(lacking: Iterable[tuple[Work, timedelta]], moment: datetime) -> Shortage | None:
    """The work nearest to the loan that does not fit, with all minutes that are lacking from there on."""
    short = [(each, min(each.minutes, -(-missing // MINUTE))) for each, missing in lacking if missing > timedelta()]
    return Shortage(short[0][0].kind, sum(minutes for _, minutes in short), moment) if short else None
