"""A school's timetable takes a third of the sports hall of Wommelgem on weekday mornings: an invented school, read as any calendar is."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.queries.actors import actor_of
from booking.rules.periods import local
from booking.services import calendar_imports
from booking.services.calendar_imports import Fetcher, Means, Proposal
from models import CalendarSource

THIRD = f"{cast.SPORTS_HALL_WOMMELGEM}-A"
ADMINISTRATOR = "hugo@wommelgem.example"
NAME = "Lessenrooster basisschool De Zandloper (fictief)"

_LESSONS = (
    ("MO,TH", "0830", "1010", "Turnen lager, 1ste tot 3de leerjaar"),
    ("TU,FR", "1025", "1205", "Turnen lager, 4de tot 6de leerjaar"),
)


def follow_timetables(session: Session, now: datetime) -> None:
    """Follow it from a file, until the end of the school year. Nothing where a calendar is followed already."""
    if session.scalars(select(CalendarSource.id).limit(1)).first() is not None:
        return
    today = local(now).date()
    hugo, means = actor_of(session, cast.account_id(session, ADMINISTRATOR), today), Means(b"", Fetcher())
    wanted = Proposal(cast.asset_id(session, THIRD), NAME, filename="lessenrooster.ics", data=timetable(today))
    key = calendar_imports.propose(session, hugo, means, wanted, now, "demo")
    calendar_imports.confirm(session, hugo, key, now)
    calendar_imports.refresh(session, means, key, now)


def timetable(today: date) -> bytes:
    """The calendar as the school's program would write it: lessons by the week, and a sports day next month."""
    ends = date(today.year + (today.month > 6), 6, 30)
    first, sports_day = today - timedelta(days=today.weekday()), today + timedelta(days=30)
    events = [_lesson(number, first, ends, *lesson) for number, lesson in enumerate(_LESSONS)]
    events.append(f"UID:sportdag@zandloper.example\nDTSTART;VALUE=DATE:{sports_day:%Y%m%d}\nSUMMARY:Sportdag (fictief)")
    body = "".join(f"BEGIN:VEVENT\n{each}\nEND:VEVENT\n" for each in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//De Zandloper//fictief//NL\n{body}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def _lesson(number: int, first: date, ends: date, days: str, begins: str, over: str, title: str) -> str:
    day = first + timedelta(days=("MO", "TU").index(days[:2]))
    return (
        f"UID:les-{number}@zandloper.example\nSUMMARY:{title} (fictief)\n"
        f"DTSTART;TZID=Europe/Brussels:{day:%Y%m%d}T{begins}00\nDTEND;TZID=Europe/Brussels:{day:%Y%m%d}T{over}00\n"
        f"RRULE:FREQ=WEEKLY;BYDAY={days};UNTIL={ends:%Y%m%d}T215959Z"
    )
