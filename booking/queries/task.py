"""One piece of work, for who does it or plans it: what, where, when, for whom, by whom; and what else its crew or vehicle has then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, false, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.hands import hands_of
from booking.queries.today.cards import cards, of_actor
from booking.queries.today.views import Card
from booking.rules.crew import BACK, OUT
from booking.rules.kinds import TaskState
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, authorities_for, may
from booking.rules.refusals import NotFound
from booking.rules.workload import LONGEST
from models import Account, Task, WorkOrder


@dataclass(frozen=True, slots=True)
class Clash:
    """Other planned work of the same crew, or with the same vehicle, at the same time."""

    task: int
    kind: str
    title: str
    time: Period
    crew: bool


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A task with its row, who began it and did it by name, and the crews and vehicles that it may be given to (id, name)."""

    card: Card
    row: Task
    started_by: str | None
    done_by: str | None
    crews: Sequence[tuple[int, str]]
    vehicles: Sequence[tuple[int, str]]
    clashes: Sequence[Clash]
    does: bool
    plans: bool
    now: datetime

    @property
    def hands(self) -> Sequence[tuple[int | None, str]]:
        """The crew and the vehicle that it has: (id, name), without an id where it has none."""
        return (self.row.crew_id, self.card.crew or ""), (self.row.vehicle_id, self.card.vehicle or "")

    @property
    def by_hand(self) -> bool:
        """True for work that somebody made, and may change and call off."""
        return self.row.created_by_id is not None

    @property
    def at_counter(self) -> bool:
        """True for giving and taking back, which are done with the line at the counter."""
        return self.row.line_id is not None and not self.by_hand and self.row.kind in {*OUT, *BACK}

    @property
    def begins(self) -> bool:
        """True when who does it may say that it is begun."""
        return self.finishes and self.row.started_at is None

    @property
    def finishes(self) -> bool:
        """True when who does it may tick it off here."""
        return self.does and self.row.state == TaskState.PLANNED and not self.at_counter and self.card.order is None

    @property
    def undoes(self) -> bool:
        """True on the day on which it was ticked off."""
        ticked = self.does and self.row.state == TaskState.DONE and not self.at_counter and self.card.order is None
        return ticked and self.row.done_at is not None and local(self.row.done_at).date() == local(self.now).date()


def task_page(session: Session, actor: Actor, key: int, now: datetime) -> TaskPage:
    """One task of the actor's authorities or at their depots. Raises NotFound for any other."""
    row = own_task(session, actor, "tasks.read", key)
    card = cards(session, actor, now, Task.id == key)[0]
    people = [each for each in (row.started_by_id, row.done_by_id) if each]
    names = {each.id: each.name for each in session.execute(select(Account.id, Account.name).where(Account.id.in_(people)))}
    mine = authorities_for(actor, "task.plan") & concerned(session, row)
    crews, vehicles = hands_of(session, mine, local(row.starts_at).date())
    time = Period(row.starts_at, row.ends_at)
    return TaskPage(
        card=card,
        row=row,
        started_by=names.get(row.started_by_id or 0),
        done_by=names.get(row.done_by_id or 0),
        crews=crews,
        vehicles=vehicles,
        clashes=clashes(session, actor, time, row.crew_id, row.vehicle_id, key) if row.state == TaskState.PLANNED else (),
        does=may(actor, "task.do", authorities=concerned(session, row)),
        plans=bool(mine),
        now=now,
    )


def own_task(session: Session, actor: Actor, act: str, key: int) -> Task:
    """A task of an authority, or at a depot of one, for which the actor may do `act`, read afresh. Raises NotFound."""
    row = session.get(Task, key, populate_existing=True)
    if row is None or not may(actor, act, authorities=concerned(session, row)):
        raise NotFound()
    return row


def concerned(session: Session, row: Task) -> frozenset[int]:
    """Who has a say in a task: the authority whose asset or work it is, and the one whose depot it is at."""
    return frozenset({row.authority_id, catalogue(session).depots[row.depot_id].authority})


def clashes(
    session: Session, actor: Actor, time: Period, crew: int | None, vehicle: int | None, without: int | None = None
) -> list[Clash]:
    """Planned work of a crew or with a vehicle that overlaps a time, in order, as far as the actor may read it; nothing when neither is
    named. Not the task `without`, nor the other work of its loan in the same place: who takes the key back cleans.
    """
    named = [column == key for column, key in ((Task.crew_id, crew), (Task.vehicle_id, vehicle)) if key]
    if not named:
        return []
    query = (
        select(Task.id, Task.kind, Task.title, Task.starts_at, Task.ends_at, Task.crew_id)
        .where(of_actor(session, actor), or_(*named), Task.state == TaskState.PLANNED)
        .where(Task.starts_at > time.start - LONGEST, Task.starts_at < time.end, Task.ends_at > time.start)
        .order_by(Task.starts_at, Task.id)
    )
    if without:
        mine = session.execute(select(Task.line_id, Task.place).where(Task.id == without)).one_or_none()
        beside = and_(Task.line_id == mine.line_id, Task.place == mine.place) if mine and mine.line_id else false()
        query = query.where(Task.id != without, or_(Task.line_id.is_(None), ~beside))
    rows = session.execute(query)
    return [Clash(key, kind, title, Period(start, end), crew is not None and by == crew) for key, kind, title, start, end, by in rows]


def places_to_plan(session: Session, actor: Actor) -> list[tuple[int, str]]:
    """(id, name) of the depots and halls for which the actor may make work, by name."""
    mine = authorities_for(actor, "task.plan")
    found = [(depot.id, depot.name) for depot in catalogue(session).depots.values() if depot.authority in mine]
    return sorted(found, key=lambda pair: (pair[1].casefold(), pair[0]))


def has_order(session: Session, key: int) -> bool:
    """True for the task of an inspection, of maintenance or of a repair, which is recorded with its order."""
    return session.scalar(select(WorkOrder.id).where(WorkOrder.task_id == key).limit(1)) is not None
