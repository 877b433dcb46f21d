"""When an article or an adjustment counts: one function and one entry for each condition that a text can set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from booking.rules.kinds import Handover
from booking.rules.periods import Period, local
from booking.rules.tariffs.fields import CODE, COUNT, DECIMAL, NATURAL, SEASON, Field, ListOf, choice
from booking.rules.tariffs.kinds.charge import SpecialDays
from booking.rules.tariffs.kinds.windows import DAYS, in_season, is_one_of
from booking.rules.tariffs.objects import LineUsage

When: TypeAlias = Mapping[str, Any]


class Asked(NamedTuple):
    """What a condition may look at; `units`, `number_of_use` (1 for the first of the year) and `in_application` count over all lines."""

    line: LineUsage
    period: Period
    group: str
    units: int
    number_of_use: int
    in_application: int
    special: SpecialDays
    booked_on: date

    @property
    def seconds(self) -> int:
        """Elapsed length of the period priced."""
        return int(self.period.length.total_seconds())

    @property
    def notice(self) -> int:
        """Calendar days between booking and the first day of use."""
        return (local(self.line.use.start).date() - self.booked_on).days

    @property
    def days(self) -> int:
        """Calendar days that the period touches."""
        return len(self.period.days())


class Condition(NamedTuple):
    """A field of `when` and the test that it sets; the test sees the whole `when`, for a season has two ends."""

    field: Field
    test: Callable[[When, Asked], bool]


HANDOVER = choice(*Handover)
CODES = Field(ListOf(CODE), default=())
ON_DAYS = Field(ListOf(DAYS), default=())


def _on(when: When, asked: Asked) -> bool:
    return is_one_of(local(asked.period.start).date(), when["days"], asked.special)


def _not_on(when: When, asked: Asked) -> bool:
    return not is_one_of(local(asked.period.start).date(), when["not_days"], asked.special)


def _in_season(when: When, asked: Asked) -> bool:
    return in_season(local(asked.period.start).date(), when["season_from"], when["season_until"])


# `chosen` is a service that the borrower takes on a line (a technician, water), told as a measure of that name.
# `hours_over` is 'more than' and `hours_to` 'up to and including', `hours_from` is 'at least' and `hours_under` 'less than'.
CONDITIONS: dict[str, Condition] = {
    "purposes": Condition(CODES, lambda when, asked: asked.line.purpose in when["purposes"]),
    "not_purposes": Condition(CODES, lambda when, asked: asked.line.purpose not in when["not_purposes"]),
    "handover": Condition(Field(HANDOVER), lambda when, asked: asked.line.handover == when["handover"]),
    "place": Condition(Field(CODE), lambda when, asked: asked.line.place == when["place"]),
    "hours_over": Condition(Field(DECIMAL), lambda when, asked: asked.seconds > when["hours_over"] * 3600),
    "hours_from": Condition(Field(DECIMAL), lambda when, asked: asked.seconds >= when["hours_from"] * 3600),
    "hours_to": Condition(Field(DECIMAL), lambda when, asked: asked.seconds <= when["hours_to"] * 3600),
    "hours_under": Condition(Field(DECIMAL), lambda when, asked: asked.seconds < when["hours_under"] * 3600),
    "days_from": Condition(Field(COUNT), lambda when, asked: asked.days >= when["days_from"]),
    "days_to": Condition(Field(COUNT), lambda when, asked: asked.days <= when["days_to"]),
    "units_from": Condition(Field(COUNT), lambda when, asked: asked.units >= when["units_from"]),
    "units_to": Condition(Field(COUNT), lambda when, asked: asked.units <= when["units_to"]),
    "uses_from": Condition(Field(COUNT), lambda when, asked: asked.number_of_use >= when["uses_from"]),
    "uses_to": Condition(Field(COUNT), lambda when, asked: asked.number_of_use <= when["uses_to"]),
    "application_from": Condition(Field(COUNT), lambda when, asked: asked.in_application >= when["application_from"]),
    "application_to": Condition(Field(COUNT), lambda when, asked: asked.in_application <= when["application_to"]),
    "notice_from": Condition(Field(NATURAL), lambda when, asked: asked.notice >= when["notice_from"]),
    "notice_to": Condition(Field(NATURAL), lambda when, asked: asked.notice <= when["notice_to"]),
    "days": Condition(ON_DAYS, _on),
    "not_days": Condition(ON_DAYS, _not_on),
    "season_from": Condition(Field(SEASON), _in_season),
    "season_until": Condition(Field(SEASON), _in_season),
    "groups": Condition(CODES, lambda when, asked: asked.group in when["groups"]),
    "chosen": Condition(Field(CODE), lambda when, asked: bool(asked.line.measures.get(when["chosen"]))),
}

Test: TypeAlias = tuple[Callable[[When, Asked], bool], When]


def tests_of(when: When | None) -> tuple[Test, ...]:
    """The tests that a `when` sets, ready to be asked of any line; none where nothing is set."""
    if when is None:
        return ()
    return tuple((condition.test, when) for name, condition in CONDITIONS.items() if when[name] is not None and when[name] != ())


def hold(tests: tuple[Test, ...], asked: Asked) -> bool:
    """True when every test is met."""
    return all(test(when, asked) for test, when in tests)
