"""A period is a half-open stretch of time, [start, end), kept in UTC and spoken of in Brussels time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")
YEARS = range(1900, 3000)
"""Years that a moment may lie in: what a slip of the keys puts outside is refused before sums with it overflow."""


class InvalidTime(ValueError):
    """A moment or period that cannot be; `code` names the sentence in `booking/words`."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`[start, end)`: two periods that touch do not overlap. Both ends are aware and stored as UTC, whole seconds.

    Raises InvalidTime `time_naive` for an end without a zone, `period_reversed` when it does not end after it starts and
    `time_out_of_range` for an end outside YEARS (a typed year 0202 or 9999).
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        start, end = _in_utc(self.start), _in_utc(self.end)
        if start is not self.start:
            object.__setattr__(self, "start", start)
        if end is not self.end:
            object.__setattr__(self, "end", end)
        if self.end <= self.start:
            raise InvalidTime("period_reversed", start=self.start.isoformat(), end=self.end.isoformat())

    @property
    def length(self) -> timedelta:
        """Elapsed time: a night in which the clock jumps forward is an hour shorter."""
        return self.end - self.start

    def overlaps(self, other: Period) -> bool:
        """True when some instant lies in both."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Period) -> bool:
        """True when every instant of `other` lies in this period."""
        return self.start <= other.start and other.end <= self.end

    def without(self, other: Period) -> list[Period]:
        """What is left of this period beside another: nothing, one stretch or two."""
        if not self.overlaps(other):
            return [self]
        before = [Period(self.start, other.start)] if self.start < other.start else []
        return [*before, Period(other.end, self.end)] if other.end < self.end else before

    def days(self) -> list[date]:
        """The Brussels calendar dates touched; an end at midnight does not touch the day that begins."""
        first = local(self.start).date()
        return [first + timedelta(days=n) for n in range(self.day_count)]

    @property
    def last_day(self) -> date:
        """The last of `days`, without counting them."""
        return local(self.end - timedelta(seconds=1)).date()

    @property
    def day_count(self) -> int:
        """How many `days` there are: centuries are counted as quickly as an evening."""
        return _days_touched(self.start, self.end)

    def pieces(self, longest: timedelta) -> Iterator[Period]:
        """Contiguous periods no longer than `longest` (at least a second, else ValueError) that together are this one."""
        if longest < timedelta(seconds=1):
            raise ValueError("a piece lasts at least a second")
        longest -= timedelta(microseconds=longest.microseconds)
        start = self.start
        while start < self.end:
            end = min(start + longest, self.end)
            yield Period(start, end)
            start = end


@lru_cache(maxsize=1024)
def _days_touched(start: datetime, end: datetime) -> int:
    """Kept, for hundreds of lines are asked for the same use."""
    return (local(end - timedelta(seconds=1)).date() - local(start).date()).days + 1


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise InvalidTime("time_naive")
    if moment.year not in YEARS:
        raise InvalidTime("time_out_of_range", time=moment.isoformat(timespec="minutes"))
    if moment.tzinfo is UTC and not moment.microsecond:  # as the ledger gives them: a search makes thousands
        return moment
    return moment.astimezone(UTC).replace(microsecond=0)


def local(moment: datetime) -> datetime:
    """The moment as a clock in Brussels shows it (aware). Raises InvalidTime `time_naive`: the zone of the server is never meant."""
    if moment.tzinfo is UTC:
        return _local(moment)
    if moment.tzinfo is None:
        raise InvalidTime("time_naive")
    return moment.astimezone(BRUSSELS)


@lru_cache(maxsize=4096)
def _local(moment: datetime) -> datetime:
    """Kept for moments in UTC alone: a search asks for the same few thousands of times, and wall times of a doubled hour are equal."""
    return moment.astimezone(BRUSSELS)


def from_local(wall: datetime, fold: int | None = None) -> datetime:
    """UTC moment of a naive Brussels wall time.

    Raises InvalidTime `time_nonexistent` for a time the clock skips (28 March 2027 02:30), `time_ambiguous` for one that it
    shows twice (25 October 2026 02:30) unless `fold` says which (0 the first, 1 the second), and `time_out_of_range`.
    """
    if wall.tzinfo is not None:
        raise InvalidTime("time_not_local")
    first, second = _both(wall)
    if second < first:
        raise InvalidTime("time_nonexistent", time=wall.isoformat(timespec="minutes"))
    if first < second and fold is None:
        raise InvalidTime("time_ambiguous", time=wall.isoformat(timespec="minutes"))
    return second if fold else first


def _both(wall: datetime) -> tuple[datetime, datetime]:
    """The wall time read before and after a change of the clock: equal on all but two nights, reversed when it is skipped."""
    return _in_utc(wall.replace(tzinfo=BRUSSELS, fold=0)), _in_utc(wall.replace(tzinfo=BRUSSELS, fold=1))


@lru_cache(maxsize=4096)
def start_of(day: date) -> datetime:
    """UTC moment at which a Brussels calendar date begins (midnight is never skipped or doubled in Brussels)."""
    return from_local(datetime.combine(day, time.min))


def end_of(day: date) -> datetime:
    """UTC moment at which a Brussels calendar date ends: 23 to 25 hours after it began."""
    return from_local(_later(datetime.combine(day, time.min), 1))


def _later(wall: datetime, days: int) -> datetime:
    try:
        return wall + timedelta(days=days)
    except OverflowError:
        raise InvalidTime("time_out_of_range", time=wall.isoformat(timespec="minutes")) from None


def day_period(first: date, last: date | None = None) -> Period:
    """Whole Brussels dates, `last` included: 23 to 25 hours each. Raises InvalidTime `period_reversed` when `last` comes before."""
    return Period(start_of(first), end_of(last or first))


def moment_on(day: date, minute: int, *, last: bool = False) -> datetime:
    """UTC moment at which the clock shows `minute` (0 to 1440) of a Brussels date, for times that recur and can ask nobody.

    A minute that is shown twice gives the first showing, or the `last`. One that is skipped gives the instant of the jump:
    01:00 UTC, as for every change of the clock (Directive 2000/84/EC, art. 2 and 3).
    """
    wall = datetime.combine(day, time.min) + timedelta(minutes=minute)
    first, second = _both(wall)
    if second < first:
        return datetime(day.year, day.month, day.day, 1, tzinfo=UTC)
    return second if last else first


def days_later(moment: datetime, days: int) -> datetime:
    """UTC moment so many Brussels dates later (earlier, when negative) at the same wall time; as `moment_on` where the clock changes."""
    wall = local(moment)
    day = _later(datetime.combine(wall.date(), time.min), days).date()
    seconds = timedelta(seconds=wall.second)
    return moment_on(day, wall.hour * 60 + wall.minute, last=bool(wall.fold)) + seconds


def shift_days(period: Period, days: int) -> Period:
    """The period as many Brussels dates later, at the same wall times: its length changes over a change of the clock.

    A time that is shown twice keeps the showing it had, else the first. Raises InvalidTime `time_nonexistent`.
    """
    return Period(_shifted(period.start, days), _shifted(period.end, days))


def _shifted(moment: datetime, days: int) -> datetime:
    wall = local(moment)
    return from_local(_later(wall.replace(tzinfo=None, fold=0), days), fold=wall.fold)
