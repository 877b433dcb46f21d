"""Calendars of depots and halls, and moments of the week of Monday 14 June 2027 by their day and hour."""

from __future__ import annotations

from datetime import date, datetime

from booking.rules.calendar import Calendar, Closure, OpeningHours
from booking.rules.periods import Period, from_local

WEEKDAYS = range(5)
NINE_TO_FIVE = Calendar(OpeningHours.of((day, 540, 1020) for day in WEEKDAYS))
TWO_SLOTS = Calendar(OpeningHours.of((day, *slot) for day in WEEKDAYS for slot in ((450, 720), (750, 960))))
THREE_DAYS = Calendar(OpeningHours.of((day, 540, 1020) for day in (0, 2, 4)))
EARLY_FRIDAY = Calendar(OpeningHours.of([*((day, 540, 1020) for day in range(4)), (4, 540, 720)]))
HOLIDAY = Calendar(NINE_TO_FIVE.hours, {date(2027, 6, 16): "een feestdag", date(2027, 6, 18): "nog een"})
SHUT_A_WEEK = Calendar(NINE_TO_FIVE.hours, closures=(Closure(date(2027, 6, 21), date(2027, 6, 25), "verlof"),))
SHUT_A_YEAR = Calendar(NINE_TO_FIVE.hours, closures=(Closure(date(2027, 6, 17), date(2028, 6, 17), "verbouwing"),))
HALL = Calendar(OpeningHours.of((day, 480, 1440) for day in range(7)))
NIGHTS = Calendar(OpeningHours.of((day, 0, 360) for day in range(7)))
ALWAYS = Calendar()


def at(text: str) -> datetime:
    """`14 09:00`, or with its month `03-28 03:00`, or with its offset from UTC `2027-10-31 02:30+02:00`."""
    if len(text) > 16:
        return datetime.fromisoformat(text)
    day, hour = text.split()
    return from_local(datetime.fromisoformat(f"2027-{day if '-' in day else f'06-{day}'} {hour}"))


def span(start: str, end: str) -> Period:
    """From one such moment until another."""
    return Period(at(start), at(end))
