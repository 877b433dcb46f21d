"""What is guaranteed to somebody of what many want: so many units always, or so many days or weekends in each month, quarter or year.

A contingent promises nobody a thing in the ledger. It only says what is not free *for others*: what its holder has not used yet and what is
not released, so many weeks before its day. A row is that of rules/availability: (starts at, ends at, units, holder).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from booking.rules.availability import peaks
from booking.rules.periods import Period, end_of, local, start_of

Row = tuple[datetime, datetime, int, str]
Slot = tuple[date, ...]
SATURDAY = 5
LONGEST = 400
"""Days of a request that are looked at: whatever is longer takes every last chance of a year anyway."""


class Measure(StrEnum):
    """What a contingent counts."""

    UNITS = "units"
    DAYS = "days"
    WEEKENDS = "weekends"


class Span(StrEnum):
    """In which stretch of time it is had so often."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


@dataclass(frozen=True, slots=True)
class ContingentCard:
    """One contingent (see models/shares.Contingent), between two dates; `name` is that of the authority it is for, `measure` and `span`
    are words of Measure and Span.
    """

    id: int
    authority: int | None
    relation: str | None
    borrower_kind: str | None
    measure: str
    amount: int
    span: str | None
    release_weeks: int
    first: date
    last: date | None = None
    source: str = ""
    name: str = ""

    def is_for(self, house: int, relation: str, borrower_kind: str) -> bool:
        """True for a borrower of this municipality, that stands so to the asset and is of this kind."""
        return (
            self.authority in (None, house) and self.relation in (None, relation) and self.borrower_kind in (None, borrower_kind)
        )

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return self.first <= day and (self.last is None or day <= self.last)

    def released_at(self, day: date) -> datetime:
        """The moment from which what is not used of a day is there for everybody."""
        return start_of(day - timedelta(weeks=self.release_weeks))

    def keeps(self, day: date, now: datetime) -> bool:
        """True for a day that is still kept for its holder."""
        return self.holds_on(day) and now < self.released_at(day)

    def window(self, now: datetime) -> tuple[datetime, datetime | None]:
        """From which moment until which it keeps anything, as things stand now."""
        opened = local(now).date() + timedelta(weeks=self.release_weeks, days=1)
        return start_of(max(self.first, opened)), end_of(self.last) if self.last else None


@dataclass(frozen=True, slots=True)
class Kept:
    """A contingent of somebody else that stands in the way: `units` of it are kept, the last of them until `until`."""

    card: ContingentCard
    units: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Use:
    """What a contingent's holder already has of an asset: the holders of its rows, and the days on which it has the asset."""

    holders: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Beside:
    """How many units are free beside the contingents of others, those of them that keep something, and whether who asks has one itself."""

    units: int
    kept: tuple[Kept, ...] = ()
    own: bool = False


def free_beside(
    capacity: int, rows: Sequence[Row], others: Iterable[tuple[ContingentCard, Use]], wanted: Period, now: datetime
) -> tuple[int, list[Kept]]:
    """Units that are free over the whole period for who has no part in these contingents, and which of them keep something from it.

    `rows` are what stands in the ledger without the line itself.
    """
    counted = [(card, use) for card, use in others if card.measure == Measure.UNITS]
    bounds = _bounds(rows, [card for card, _ in counted], wanted, now)
    taken = peaks(rows, bounds)
    free = [capacity - level for level in taken]
    kept = []
    for card, use in counted:
        start, end = card.window(now)
        used = peaks([row for row in rows if row[3] in use.holders], bounds)
        unused = [
            max(0, card.amount - level) if start <= since and (end is None or until <= end) else 0
            for level, since, until in zip(used, bounds, bounds[1:], strict=False)
        ]
        free = [level - units for level, units in zip(free, unused, strict=True)]
        if any(unused):
            last = min(wanted.last_day, card.last or date.max)
            kept.append(Kept(card, max(unused), card.released_at(last)))
    return max(0, min(free)), kept


def _bounds(rows: Iterable[Row], cards: Iterable[ContingentCard], wanted: Period, now: datetime) -> list[datetime]:
    """The moments of the period at which anything may change, its own ends included."""
    moments = {moment for row in rows for moment in row[:2]}
    moments |= {moment for card in cards for moment in card.window(now) if moment}
    return [wanted.start, *sorted(moment for moment in moments if wanted.start < moment < wanted.end), wanted.end]


def last_chances(rows: Sequence[Row], others: Iterable[tuple[ContingentCard, Use]], wanted: Period, now: datetime) -> list[Kept]:
    """The contingents in days or weekends of which this would take what their holders still need: of the days of a month that are neither
    taken nor released, as many stay as they have not used yet.
    """
    found, begun = [], local(wanted.start).date()
    asked = {begun + timedelta(days=number) for number in range(min(wanted.day_count, LONGEST))}
    for card, use in others:
        if card.measure == Measure.UNITS or card.span is None:
            continue
        for first, last in {_span(card.span, day) for day in asked}:
            slots = [slot for slot in _slots(card.measure, first, last) if card.holds_on(slot[0])]
            left = card.amount - sum(1 for slot in slots if not use.days.isdisjoint(slot))
            chances = [slot for slot in slots if card.keeps(slot[0], now) and use.days.isdisjoint(slot) and not _taken(rows, slot)]
            eaten = [slot for slot in chances if not asked.isdisjoint(slot)]
            if eaten and left > len(chances) - len(eaten):
                found.append(Kept(card, left, card.released_at(eaten[-1][0])))
    return sorted(found, key=lambda kept: (kept.until, kept.card.id))


def span_of(card: ContingentCard, day: date) -> tuple[date, date]:
    """The first and last day of the stretch in which a contingent counts a day; of units, the day itself."""
    return _span(card.span, day) if card.span else (day, day)


def _span(span: str, day: date) -> tuple[date, date]:
    months = _MONTHS[Span(span)]
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    month = first.month + months
    after = first.replace(year=first.year + (month > 12), month=(month - 1) % 12 + 1)
    return first, after - timedelta(days=1)


def _slots(measure: str, first: date, last: date) -> Iterator[Slot]:
    """The days, or the weekends (Saturday and Sunday, counted where their Saturday lies), from the first day to the last."""
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if measure == Measure.DAYS:
            yield (day,)
        elif day.weekday() == SATURDAY:
            yield (day, day + timedelta(days=1))


def _taken(rows: Iterable[Row], slot: Slot) -> bool:
    start, end = start_of(slot[0]), end_of(slot[-1])
    return any(since < end and start < until for since, until, _, _ in rows)


def too_many(capacity: int, cards: Collection[ContingentCard]) -> tuple[date, int] | None:
    """The first day on which the units guaranteed together are more than there are, and how many they are; None when they always fit."""
    counted = [card for card in cards if card.measure == Measure.UNITS]
    for day in sorted(card.first for card in counted):
        together = sum(card.amount for card in counted if card.holds_on(day))
        if together > capacity:
            return day, together
    return None
