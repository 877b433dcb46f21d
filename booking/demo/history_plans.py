"""What somebody in the demo region once planned: lines with the fate that awaits each, and the sums on dates that plans share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from random import Random

from booking.rules.kinds import Purpose
from booking.rules.periods import Period, from_local


class Fate(StrEnum):
    """What becomes of a line. What nobody answers is still open when it was asked lately, and has lapsed when it was long ago."""

    LENT = "lent"
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    NOT_FETCHED = "not fetched"
    PROPOSAL_TAKEN = "proposal taken"
    PROPOSAL_DECLINED = "proposal declined"
    PROPOSAL_UNANSWERED = "proposal unanswered"
    CHANGED = "changed"
    CHANGE_REFUSED = "change refused"
    CHANGE_UNANSWERED = "change unanswered"
    KEPT = "kept too long"
    TOO_FEW_BACK = "too few back"
    BACK_LATE = "back late"
    BACK_DAMAGED = "back damaged"


@dataclass(frozen=True, slots=True)
class Wish:
    """A line that somebody wants: an asset by its code, units, and what becomes of it. `delivered`: the owner brings it."""

    asset: str
    units: int = 1
    fate: Fate = Fate.LENT
    delivered: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """One request: asked at a moment by a borrower (its code), for one period. The desk looks at it after so many days.

    With `option_days` it is asked as an option that the borrower confirms in time, unless its fate is to stay unanswered. `beneficiary` is
    for whom a municipal service borrows it, by name.
    """

    asked: datetime
    borrower: str
    event: str
    purpose: Purpose
    use: Period
    wishes: tuple[Wish, ...]
    decided_after: int = 3
    option_days: int | None = None
    attendance: int | None = None
    place: str = ""
    beneficiary: str = ""


# Of a hundred requests that a desk decides on, so many end otherwise than lent.
OTHERWISE = {
    Fate.REFUSED: 5,
    Fate.UNANSWERED: 2,
    Fate.WITHDRAWN: 3,
    Fate.CANCELLED: 6,
    Fate.NOT_FETCHED: 2,
    Fate.PROPOSAL_TAKEN: 3,
    Fate.PROPOSAL_DECLINED: 1,
    Fate.PROPOSAL_UNANSWERED: 1,
    Fate.CHANGED: 4,
    Fate.CHANGE_REFUSED: 2,
    Fate.CHANGE_UNANSWERED: 1,
}


def fate(luck: Random) -> Fate:
    """A fate by these odds."""
    return luck.choices([Fate.LENT, *OTHERWISE], [100 - sum(OTHERWISE.values()), *OTHERWISE.values()])[0]


def between(first: date, start: int, last: date, end: int) -> Period:
    """From an hour on the first day to an hour on the last, as the clock on the wall shows them."""
    return Period(from_local(datetime.combine(first, time(start))), from_local(datetime.combine(last, time(end))))


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of a day by the clock on the wall."""
    return from_local(datetime.combine(day, time(hour, minute)))


def asked_before(luck: Random, day: date, least: int, most: int) -> datetime:
    """Some moment at which people sit down to ask, so many days before."""
    return moment(day - timedelta(days=luck.randint(least, most)), luck.randint(8, 21), luck.randrange(0, 60, 5))


def at_office(luck: Random, now: datetime, days: int) -> datetime:
    """When a desk comes to it: so many days later, on a working day in working hours."""
    day = now.date() + timedelta(days=days)
    day += timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0))
    return max(moment(day, luck.randint(9, 15), luck.randrange(0, 60, 5)), now + timedelta(minutes=5))


def next_weekday(day: date, weekday: int) -> date:
    """The first such day of the week on or after a date (Monday is 0)."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
