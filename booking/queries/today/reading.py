"""The day of the technical service, read in a fixed number of queries whatever there is to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.places import Locator, locator, point_of
from booking.queries.today.cards import cards, of_actor
from booking.queries.today.views import SHOWN, Card, Shed, Visit, WorkingDay
from booking.rules.catalogue import DepotCard
from booking.rules.periods import local, start_of
from booking.rules.permissions import Actor
from booking.rules.routes import Stop, route
from models import Task

A_DAY = timedelta(days=1)
LATE_DAYS = 60
"""How far back work that was never ticked off is still shown."""


def working_day(session: Session, actor: Actor, now: datetime, day: date, depot: int | None = None, shown: str = "") -> WorkingDay:
    """The work of a day at the depots of the actor's authorities, and for their assets elsewhere; of today also what is left from before.

    `depot` and a part of SHOWN narrow what is listed; what is counted is everything at that depot.
    """
    known, every = catalogue(session), cards(session, actor, now, *_on(day, now))
    mine = [card for card in every if depot in (None, card.depot.id)]
    parts = {part: [card for card in mine if not card.done and _is(card, part, now)] for part in SHOWN}
    where = locator(session, known, day)
    listed = sorted(parts.get(shown, mine), key=_by_depot)
    still = Counter(card.depot.id for card in every if not card.done)
    return WorkingDay(
        day,
        [_shed(known.depots[key], list(each), day, where) for key, each in groupby(listed, key=lambda card: card.depot.id)],
        len(mine),
        sum(card.done for card in mine),
        {part: len(each) for part, each in parts.items()},
        [(known.depots[key], still[key]) for key in dict.fromkeys(card.depot.id for card in sorted(every, key=_by_depot))],
    )


def next_working_day(session: Session, actor: Actor, day: date, depot: int | None = None) -> date | None:
    """The first day after this one on which something is planned."""
    later = Task.state == "planned", Task.starts_at >= start_of(day + A_DAY)
    query = select(func.min(Task.starts_at)).where(of_actor(session, actor), *later)
    found = session.scalar(query.where(Task.depot_id == depot) if depot else query)
    return local(found).date() if found else None


def _on(day: date, now: datetime) -> list[ColumnElement[bool]]:
    """What is planned or done on a day; today also what was never ticked off before."""
    first, last = start_of(day), start_of(day + A_DAY)
    since = first - LATE_DAYS * A_DAY if day == local(now).date() else first
    states = or_(Task.state == "planned", and_(Task.state == "done", Task.starts_at >= first))
    return [Task.starts_at >= since, Task.starts_at < last, states]


def _by_depot(card: Card) -> tuple[bool, str, int, datetime, int]:
    """Depots before halls, each by its name, and its work by the hour."""
    return card.depot.kind == "hall", card.depot.name, card.depot.id, card.time.start, card.id


def _is(card: Card, part: str, now: datetime) -> bool:
    if part == "late":
        return card.late(now)
    return bool(card.missing) or card.hit if part == "missing" else card.way == part


def _shed(depot: DepotCard, mine: Sequence[Card], day: date, where: Locator) -> Shed:
    """A depot's cards, by the hour, as they are worked through."""
    due = [card for card in mine if not card.done and card.day >= day]
    driven = {card.id: card for card in due if card.driven}
    points = {card.id: where(card.place, card.town) for card in driven.values()}
    start = point_of(depot)
    legs = route(start, [Stop(card.id, card.window, points[card.id]) for card in driven.values()])
    return Shed(
        depot,
        before=[card for card in mine if not card.done and card.day < day],
        road=list(_visits([(driven[key], km) for key, km in legs])),
        here=[card for card in due if not card.driven],
        done=[card for card in mine if card.done],
        unplaced=sum(point is None for point in points.values()),
        measured=start is not None,
    )


def _visits(driven: Sequence[tuple[Card, float | None]]) -> Iterator[Visit]:
    """What is done one after another at the same address is one visit."""
    for place, legs in groupby(driven, key=lambda leg: leg[0].place.casefold()):
        there = list(legs)
        yield Visit(there[0][0].place, there[0][1] if place else None, [card for card, _km in there])
