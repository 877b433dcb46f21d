"""Calendars of others on a kit of Ranst and of Zandhoven: one that is followed, and one that nobody confirmed yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from booking.clock import now
from booking.rules.periods import local
from booking.services import calendar_imports as calendars
from booking.services.calendar_imports import Fetcher, Means, Proposal
from tests.support.calendars import calendar, event
from tests.web.settings_world import HOUSES

MEANS = Means(b"of the tests", Fetcher())


def timetable() -> bytes:
    """Three lessons a week, and a reminder that takes nothing."""
    day = local(now()).date() + timedelta(days=30)
    free = event("rapport", f"{day} 09:00", f"{day} 10:00", "Rapport", TRANSP="TRANSPARENT")
    return calendar(event("les", f"{day} 08:30", f"{day} 12:00", RRULE="FREQ=WEEKLY;COUNT=30"), free)


def sources(*, followed: bool) -> Callable[[Any, Session], tuple[str, ...]]:
    """The timetable on the kits of the world."""

    def pair(world: Any, session: Session) -> tuple[str, ...]:
        made = []
        for asset, (_nis, who, _depot) in zip(world.pair("kit"), HOUSES, strict=True):
            wanted = Proposal(int(asset), "Lessenrooster (fictief)", 6, "", "rooster.ics", timetable())
            key = calendars.propose(session, world.actor(who), MEANS, wanted, now(), f"{asset}-{followed}")
            if followed:
                calendars.confirm(session, world.actor(who), key, now())
                calendars.refresh(session, MEANS, key, now())
            made.append(str(key))
        return tuple(made)

    return pair


CALENDAR_PAIRS = {"calendar": sources(followed=True), "calendar to confirm": sources(followed=False)}
