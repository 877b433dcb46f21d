"""Calendar subscriptions: what one may follow, in how much detail, for how long, and what of it a program is told at which moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from booking.rules.kinds import TaskKind
from booking.rules.refusals import Refused


class Scope(StrEnum):
    """What a calendar is of. The first five show the crew's work; `category` too, of one authority or of the whole region."""

    DEPOT = "depot"
    CREW = "crew"
    VEHICLE = "vehicle"
    ASSET = "asset"
    AUTHORITY = "authority"
    CATEGORY = "category"
    EXPIRIES = "expiries"
    BORROWER = "borrower"
    OCCUPANCY = "occupancy"


class Detail(StrEnum):
    """How much an event tells, from all to only that something is taken."""

    FULL = "full"
    NAMELESS = "nameless"
    BUSY = "busy"


DETAILS = {scope: tuple(Detail) for scope in Scope} | {
    Scope.EXPIRIES: (Detail.FULL, Detail.NAMELESS),
    Scope.OCCUPANCY: (Detail.BUSY,),  # for everyone, so nobody's name stands in it
}
"""What one may choose for a calendar, the most telling first."""

ALARMS = (15, 60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60)
"""Reminders that one may choose, in minutes before the start; of whole days, before nine in the morning."""

NINE = 9 * 60

LONGEST = timedelta(days=365)
"""An address that nobody renews ends after at most a year: it may have been handed on to who left long ago."""

REMIND = timedelta(days=14)
"""So long before its end its subscriber is told."""

MOST_FETCHES, PER = 60, timedelta(hours=1)
"""T-69: an address is a key that may leak, so it is not read faster than a calendar program ever does."""

MET_BY_BORROWER = frozenset({
    TaskKind.DELIVER, TaskKind.HAND_OUT, TaskKind.SET_UP, TaskKind.INSTRUCT, TaskKind.KEY_OUT, TaskKind.OPEN_HALL, TaskKind.CLOSE_HALL,
    TaskKind.KEY_IN, TaskKind.TAKE_DOWN, TaskKind.COLLECT, TaskKind.TAKE_BACK,
})  # fmt: skip
"""Work at which the borrower is there too; of the rest, borrowers have no use."""


def check_detail(scope: Scope, detail: Detail) -> None:
    """Raises Refused `choice_unknown` for more, or less, than a calendar of this scope can tell."""
    if detail not in DETAILS[scope]:
        raise Refused("choice_unknown", field="detail", value=detail)


def last_day(wanted: date | None, today: date) -> date:
    """The last day of an address: as wanted, a year from today unless asked. Raises Refused for a day that is past or too far."""
    if wanted is None:
        return today + LONGEST
    if not today <= wanted <= today + LONGEST:
        raise Refused("feed_until_out_of_range", field="until", day=(today + LONGEST).isoformat())
    return wanted


def known_alarms(chosen: Iterable[int]) -> tuple[int, ...]:
    """The chosen reminders, each once, the nearest first. Raises Refused for one that cannot be chosen."""
    found = tuple(sorted(set(chosen)))
    if not set(found) <= set(ALARMS):
        raise Refused("choice_unknown", field="alarms", value=str(found))
    return found


def alarms_of(text: str) -> tuple[int, ...]:
    """Reminders as they are kept, `15,1440`, as numbers."""
    return tuple(int(minutes) for minutes in text.split(",") if minutes)


def before_start(alarms: Iterable[int], *, whole_day: bool) -> tuple[int, ...]:
    """Reminders in minutes before an event begins; one that begins at midnight is told of at nine in the morning."""
    return tuple(minutes - NINE if whole_day else minutes for minutes in alarms)


def shown_of(chosen: Detail, authorities: Collection[int], seen: Collection[int] | None) -> Detail:
    """How much of an event of these authorities somebody sees who chose `chosen`, and may see the people of the authorities `seen`.

    None means that whoever may follow the calendar sees all of it. Of anybody else's work one sees that there is some.
    """
    return chosen if seen is None or not set(authorities).isdisjoint(seen) else Detail.BUSY


def rests(fetched_at: datetime | None, fetches: int, now: datetime) -> int:
    """For how many minutes a calendar is not read any more, 0 when it may be: `fetches` since `fetched_at`, when its hour began."""
    if fetched_at is None or now - fetched_at >= PER or fetches < MOST_FETCHES:
        return 0
    return max(1, -int((now - fetched_at - PER).total_seconds() // 60))
