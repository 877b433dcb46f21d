"""The week of a depot, as it hangs on the wall: what is planned and done on each of its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.today.cards import cards
from booking.queries.today.views import Card
from booking.rules.catalogue import DepotCard
from booking.rules.periods import start_of
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Task

DAYS = 7


@dataclass(frozen=True, slots=True)
class DepotWeek:
    """Seven days of a depot, each with its work by the hour; `owner` is the name of the authority whose it is."""

    depot: DepotCard
    owner: str
    days: list[tuple[date, list[Card]]]


def week_of(session: Session, actor: Actor, depot: int, day: date, now: datetime) -> DepotWeek:
    """The week that a day is in, from Monday on. Raises NotFound for a depot of whose work the actor sees nothing."""
    known = catalogue(session)
    place, monday = known.depots.get(depot), day - timedelta(days=day.weekday())
    days = [monday + timedelta(days=n) for n in range(DAYS)]
    within = Task.starts_at >= start_of(days[0]), Task.starts_at < start_of(days[-1] + timedelta(days=1))
    found = cards(session, actor, now, Task.depot_id == depot, *within, Task.state != "cancelled")
    if place is None or not (found or may(actor, "tasks.read", authorities=(place.authority,))):
        raise NotFound()
    by_day = {each: [card for card in found if card.day == each] for each in days}
    return DepotWeek(place, known.authorities[place.authority].name, list(by_day.items()))
