"""The day of the technical service, read in a fixed number of queries whatever there is to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.places import Locator, locator, point_of
from booking.queries.today.cards import cards, of_actor
from booking.queries.today.views import SHOWN, Card, Drive, Shed, Visit, WorkingDay
from booking.rules.catalogue import DepotCard
from booking.rules.periods import local, start_of
from booking.rules.permissions import Actor
from booking.rules.routes import Stop, route
from models import Task

A_DAY = timedelta(days=1)
LATE_DAYS = 60
"""How far back work that was never ticked off is still shown,"""

MOST_BEFORE = 50
"""and how many pieces of it, the latest."""


def working_day(session: Session, actor: Actor, now: datetime, day: date, depot: int | None = None, shown: str = "") -> WorkingDay:
    """The work of a day at the depots of the actor's authorities, and for their assets elsewhere; of today also what is left from before.

    `depot` and a part of SHOWN narrow what is listed; what is counted is everything at that depot.
    """
    known, at = catalogue(session), _at(session, actor, day, now)
    mine = cards(session, actor, now, *_on(session, actor, day, now, depot))
    parts = {part: [card for card in mine if not card.done and _is(card, part, now)] for part in SHOWN}
    where = locator(session, known, day)
    listed = sorted(parts.get(shown, mine), key=_by_depot)
    left = sum(older for key, (_count, older) in at.items() if depot in (None, key)) - sum(card.day < day for card in mine)
    return WorkingDay(
        day,
        [_shed(known.depots[key], list(each), day, where) for key, each in groupby(listed, key=lambda card: card.depot.id)],
        len(mine) + left,
        sum(card.done for card in mine),
        {part: len(each) + (left if part == "late" else 0) for part, each in parts.items()},
        sorted(((known.depots[key], count) for key, (count, _older) in at.items()), key=lambda pair: _rank(pair[0])),
        left,
    )


def _at(session: Session, actor: Actor, day: date, now: datetime) -> dict[int, tuple[int, int]]:
    """By depot how much is open that day and from before, and how much of that from before."""
    first, last = start_of(day), start_of(day + A_DAY)
    open_, older = case((Task.state == "planned", 1), else_=0), case((Task.starts_at < first, 1), else_=0)
    query = select(Task.depot_id, func.sum(open_), func.sum(older)).where(of_actor(session, actor), Task.starts_at < last)
    query = query.where(Task.starts_at >= _since(day, now), _shown_of(first)).group_by(Task.depot_id)
    return {depot: (int(count), int(before)) for depot, count, before in session.execute(query)}


def next_working_day(session: Session, actor: Actor, day: date, depot: int | None = None) -> date | None:
    """The first day after this one on which something is planned."""
    later = Task.state == "planned", Task.starts_at >= start_of(day + A_DAY)
    query = select(func.min(Task.starts_at)).where(of_actor(session, actor), *later)
    found = session.scalar(query if depot is None else query.where(Task.depot_id == depot))
    return local(found).date() if found else None


def _since(day: date, now: datetime) -> datetime:
    """From when on work is shown: today also what was never ticked off before."""
    return start_of(day - LATE_DAYS * A_DAY if day == local(now).date() else day)


def _shown_of(first: datetime) -> ColumnElement[bool]:
    """What is planned, and what is done since this moment."""
    return or_(Task.state == "planned", and_(Task.state == "done", Task.starts_at >= first))


def _on(session: Session, actor: Actor, day: date, now: datetime, depot: int | None) -> list[ColumnElement[bool]]:
    """The work of a day, at a depot where one is named; of what is left from before the latest pieces."""
    first, last, since = start_of(day), start_of(day + A_DAY), _since(day, now)
    here = [] if depot is None else [Task.depot_id == depot]
    older = select(Task.id).where(of_actor(session, actor), *here, Task.starts_at >= since, Task.starts_at < first, Task.state == "planned")
    latest = older.order_by(Task.starts_at.desc(), Task.id.desc()).limit(MOST_BEFORE)
    return [*here, Task.starts_at >= since, Task.starts_at < last, _shown_of(first), or_(Task.starts_at >= first, Task.id.in_(latest))]


def _rank(depot: DepotCard) -> tuple[bool, str, int]:
    """Depots before halls, each by its name."""
    return depot.kind == "hall", depot.name, depot.id


def _by_depot(card: Card) -> tuple[tuple[bool, str, int], datetime, int]:
    """Depot after depot, and the work of each by the hour."""
    return _rank(card.depot), card.time.start, card.id


def _is(card: Card, part: str, now: datetime) -> bool:
    if part == "late":
        return card.late(now)
    return bool(card.missing) or card.hit if part == "missing" else card.way == part


def _shed(depot: DepotCard, mine: Sequence[Card], day: date, where: Locator) -> Shed:
    """A depot's cards, by the hour, as they are worked through."""
    due = [card for card in mine if not card.done and card.day >= day]
    driven = sorted((card for card in due if card.driven), key=lambda card: (card.crew is None, card.crew or ""))  # nobody's comes last
    return Shed(
        depot,
        before=[card for card in mine if not card.done and card.day < day],
        drives=[_drive(depot, crew, list(each), where) for crew, each in groupby(driven, key=lambda card: card.crew)],
        here=[card for card in due if not card.driven],
        done=[card for card in mine if card.done],
    )


def _drive(depot: DepotCard, crew: str | None, mine: Sequence[Card], where: Locator) -> Drive:
    """The way of a crew past the addresses of its cards, which come by the hour."""
    cards_of, points = {card.id: card for card in mine}, {card.id: where(card.place, card.town) for card in mine}
    start = point_of(depot)
    legs = route(start, [Stop(card.id, card.window, points[card.id]) for card in mine])
    visits = list(_visits([(cards_of[key], km) for key, km in legs]))
    unplaced = sum(points[visit.cards[0].id] is None for visit in visits)
    return Drive(crew, visits, unplaced, measured=start is not None)


def _visits(driven: Sequence[tuple[Card, float | None]]) -> Iterator[Visit]:
    """What is done one after another at the same address is one visit."""
    for place, legs in groupby(driven, key=lambda leg: leg[0].place.casefold()):
        there = list(legs)
        yield Visit(there[0][0].place, there[0][1] if place else None, [card for card, _km in there])
