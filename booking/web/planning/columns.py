"""The head of the board: a column per day or hour, with what its reader calls it and the period that a click on it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from booking.queries import holidays
from booking.rules.periods import Period, local, moment_on
from booking.rules.planning import Scale
from booking.words import moments

NINE, FIVE = 9 * 60, 17 * 60
EARLIEST, LATEST = 8 * 60, 22 * 60
HOUR = 3600


@dataclass(frozen=True, slots=True)
class Column:
    """A day or an hour. `ask` is the period that is asked for when all of it is free, None once it is past; `awake` where else to look."""

    name: str
    above: str
    number: str
    css: str
    note: str
    day: date
    ask: tuple[int, int] | None
    awake: tuple[int, int]

    @property
    def is_today(self) -> bool:
        """True for the day on which the reader looks."""
        return "today" in self.css


def of_days(scale: Scale, now: datetime, language: str) -> list[Column]:
    """A column per date, weekends and holidays known."""
    first = local(datetime.fromtimestamp(scale.start, UTC)).date()
    dates = [first + timedelta(days=n) for n in range(scale.columns)]
    years = (dates[0].year, dates[-1].year)
    national, school, today = holidays.national(*years), holidays.school(*years), local(now).date()
    columns = []
    for day in dates:
        kinds = ("weekend" * (day.weekday() > 4), "holiday" * (day in national), "school" * (day in school), "today" * (day == today))
        awake = (_at(day, EARLIEST), _at(day, LATEST))
        columns.append(
            Column(
                name=moments.day(day, language),
                above=moments.weekday(day, language),
                number=str(day.day),
                css=" ".join(filter(None, kinds)),
                note=national.get(day) or school.get(day, ""),
                day=day,
                ask=_from_now((_at(day, NINE), _at(day, FIVE)), awake[1], now),
                awake=(max(awake[0], int(now.timestamp())), awake[1]),
            )
        )
    return columns


def of_hours(scale: Scale, now: datetime) -> list[Column]:
    """A column per hour of one date."""
    seconds = int(now.timestamp())
    day = local(datetime.fromtimestamp(scale.start, UTC)).date()
    columns = []
    for start, end in zip(scale.bounds, scale.bounds[1:], strict=False):
        hour = f"{local(datetime.fromtimestamp(start, UTC)):%H}"
        ask = (start, start + 2 * HOUR) if seconds <= start else None
        css = "today" if start <= seconds < end else ""
        columns.append(Column(f"{hour}:00", "", hour, css, "", day, ask, (max(start, seconds), end)))
    return columns


def _at(day: date, minute: int) -> int:
    return int(moment_on(day, minute).timestamp())


def _from_now(usual: tuple[int, int], latest: int, now: datetime) -> tuple[int, int] | None:
    """The usual hours, or on the day itself what is left of it from the next whole hour on."""
    seconds = int(now.timestamp())
    start = max(usual[0], -(-seconds // HOUR) * HOUR)
    if start == usual[0]:
        return usual
    end = max(usual[1], min(start + 2 * HOUR, latest))
    return (start, end) if start + HOUR <= end else None


def period(stretch: tuple[int, int]) -> Period:
    """Two moments in seconds as a period."""
    return Period(datetime.fromtimestamp(stretch[0], UTC), datetime.fromtimestamp(stretch[1], UTC))
