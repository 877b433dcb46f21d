"""Amounts with their unit, as an owner's rule states them: how far ahead, how long, how much a year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from booking.rules.kinds import RecognitionCategory
from booking.rules.periods import Period

DAY = timedelta(days=1)


class LeadUnit(StrEnum):
    """In what an owner counts how far ahead something is asked."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


class DurationUnit(StrEnum):
    """Hours that elapse, or calendar dates that are touched."""

    HOURS = "hours"
    DAYS = "days"


class QuotaUnit(StrEnum):
    """What a quota counts: loans, calendar dates of use, or units lent."""

    TIMES = "times"
    DAYS = "days"
    UNITS = "units"


class Spared(StrEnum):
    """Whom a priority window and a blackout leave alone."""

    OWN_SERVICES = "own_services"
    CO_OWNERS = "co_owners"
    OWN_BORROWERS = "own_borrowers"


Recognised = ("any", *RecognitionCategory)
"""What narrows a rule to who is recognised: in any category, or in one."""


class Lead(NamedTuple):
    """So much ahead of hand-over."""

    amount: int
    unit: str = LeadUnit.DAYS

    def before(self, day: date, holidays: Collection[date] = ()) -> date:
        """The date that lies so much ahead of a date.

        A month ahead is the same day number, or the last of a shorter month: of 31 March it is 28 February, in a leap year 29. So many
        working days ahead is that many Mondays to Fridays back which are no holiday. Never before the first date there is.
        """
        if self.unit == LeadUnit.MONTHS:
            return _months_before(day, self.amount)
        if self.unit == LeadUnit.WORKING_DAYS:
            return _working_days_before(day, self.amount, holidays)
        days = self.amount * 7 if self.unit == LeadUnit.WEEKS else self.amount
        return day - timedelta(days=min(days, day.toordinal() - 1))


class Duration(NamedTuple):
    """So long."""

    amount: int
    unit: str = DurationUnit.DAYS

    def is_exceeded_by(self, period: Period) -> bool:
        """True for a period that touches more calendar dates, or lasts more elapsed hours."""
        if self.unit == DurationUnit.HOURS:
            return period.length > timedelta(hours=self.amount)
        return period.day_count > self.amount

    def exceeds(self, period: Period) -> bool:
        """True for a period that touches fewer calendar dates, or lasts fewer elapsed hours."""
        if self.unit == DurationUnit.HOURS:
            return period.length < timedelta(hours=self.amount)
        return period.day_count < self.amount


class Quota(NamedTuple):
    """So much a calendar year for one borrower."""

    amount: int
    unit: str = QuotaUnit.TIMES

    def taken_by(self, use: Period, units: int) -> int:
        """How much of it one loan takes."""
        if self.unit == QuotaUnit.DAYS:
            return use.day_count
        return units if self.unit == QuotaUnit.UNITS else 1


def _months_before(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    if index < 12:
        return date.min
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _working_days_before(day: date, count: int, holidays: Collection[date]) -> date:
    while count and day > date.min:
        day -= DAY
        if day.weekday() < 5 and day not in holidays:
            count -= 1
    return day
