"""Hours and days at another price: nights, weekends, holidays, off-peak hours, seasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeAlias

from booking.rules.periods import BRUSSELS, Period, local
from booking.rules.tariffs.fields import CLOCK, DECIMAL, FLAG, SEASON, Field, ListOf, Record, choice
from booking.rules.tariffs.kinds.charge import Factor, SpecialDays

WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
DAYS = choice(*WEEKDAYS, "holiday", "school_holiday")
PRICES = ("off_peak", "night", "weekend", "holiday")
"""Columns in which an hour, part or day may have a price of its own."""

WINDOW = Record(
    {
        "days": Field(ListOf(DAYS), default=()),
        "not_days": Field(ListOf(DAYS), default=()),
        "from": Field(CLOCK, default=0),
        "until": Field(CLOCK, default=1440),
        "season_from": Field(SEASON),
        "season_until": Field(SEASON),
        "percent": Field(DECIMAL),
        "price": Field(choice(*PRICES)),
    }
)
WINDOWS = {"windows": Field(ListOf(WINDOW), default=()), "only_windows": Field(FLAG, default=False)}
"""The first window that an hour falls in counts. `until` before `from` runs past midnight, and what follows midnight belongs to the day on
which the window began: Friday from 20:00 until 02:00 is one night. With `only_windows`, hours outside all of them have no price."""

Window: TypeAlias = Mapping[str, Any]


def in_season(day: date, first: str | None, last: str | None) -> bool:
    """True when the day of the year lies from `first` to `last` (both 'mm-dd', included); a season may span New Year.

    A season without one of its ends begins, or ends, with the year.
    """
    today, first, last = f"{day:%m-%d}", first or "01-01", last or "12-31"
    return first <= today <= last if first <= last else today >= first or today <= last


def is_one_of(day: date, kinds: Sequence[str], special: SpecialDays) -> bool:
    """True when a day is one of the weekdays named, a holiday or a school holiday where those are."""
    return (
        WEEKDAYS[day.weekday()] in kinds
        or ("holiday" in kinds and day in special.holidays)
        or ("school_holiday" in kinds and day in special.school_holidays)
    )


def holds_day(window: Window, day: date, special: SpecialDays) -> bool:
    """True when a window counts on a day, by its weekdays, holidays and season."""
    kinds, others = window["days"], window["not_days"]
    return (
        (not kinds or is_one_of(day, kinds, special))
        and not (others and is_one_of(day, others, special))
        and in_season(day, window["season_from"], window["season_until"])
    )


def window_at(wall: datetime, windows: Sequence[Window], special: SpecialDays) -> int | None:
    """Index of the first window that holds a Brussels wall time, None when no window does."""
    minute, day = wall.hour * 60 + wall.minute, wall.date()
    for index, window in enumerate(windows):
        first, last = window["from"], window["until"]
        if not (first <= minute < last if first < last else minute >= first or minute < last):
            continue
        began = day - timedelta(days=1) if last <= first and minute < last else day
        if holds_day(window, began, special):
            return index
    return None


def cuts(period: Period, windows: Sequence[Window]) -> set[datetime]:
    """The moments at which a period may pass from one window, or one day, into another; its own ends included."""
    marks = sorted({minute % 1440 for window in windows for minute in (window["from"], window["until"])} | {0})
    day = local(period.start).date()
    found = {period.start, period.end}
    while (midnight := _moment(day, 0)) < period.end:
        found.update(moment for minute in marks if period.start < (moment := _moment(day, minute) if minute else midnight) < period.end)
        day, today = day + timedelta(days=1), day
        if _moment(day, 0) - midnight != timedelta(days=1):
            found.update(moment for moment in _around_the_jump(today, marks) if period.start < moment < period.end)
    return found


def _around_the_jump(day: date, marks: Sequence[int]) -> Iterator[datetime]:
    """On a day on which the clock jumps: the jump itself, and the second time that it shows a mark."""
    hours = (_moment(day, 0) + timedelta(hours=hour) for hour in range(1, 25))
    yield next(hour for hour in hours if local(hour).utcoffset() != local(hour - timedelta(hours=1)).utcoffset())
    for minute in marks:
        yield datetime.combine(day, time(minute // 60, minute % 60, fold=1), BRUSSELS).astimezone(UTC)


def column_of(window: Window | None) -> str:
    """The price column that counts within a window."""
    return (window and window["price"]) or "price"


def window_factors(window: Window) -> tuple[Factor, ...]:
    """The percentage of a window with the words that explain it; none when it has another price instead."""
    if window["percent"] is None:
        return ()
    return ({"code": "window", "percent": str(window["percent"]), **window_words(window)},)


def window_words(window: Window) -> Factor:
    """What a citizen must know to recognise a window: its hours, days and season, where it has them."""
    words: Factor = {}
    if (window["from"], window["until"]) != (0, 1440):
        words |= {"from": _clock(window["from"]), "until": _clock(window["until"])}
    if window["days"]:
        words["days"] = list(window["days"])
    if window["not_days"]:
        words["not_days"] = list(window["not_days"])
    if window["season_from"] or window["season_until"]:
        words |= {"season_from": window["season_from"] or "01-01", "season_until": window["season_until"] or "12-31"}
    return words


def _moment(day: date, minute: int) -> datetime:
    """A wall time as UTC; of one that the clock shows twice, the first."""
    return datetime.combine(day, time(minute // 60, minute % 60), BRUSSELS).astimezone(UTC)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
