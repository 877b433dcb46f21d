"""Giving work to a crew and a vehicle, and picking its time within its window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.queries.hands import hands_of
from booking.queries.task import Clash, clashes, concerned, own_task
from booking.rules.kinds import TaskState
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import Refused
from booking.services import records
from booking.services.tasks.feeds import feed_names, feeds_of
from booking.services.transaction import transaction
from models import Task

ACT = "task.plan"

Hands = tuple[int | None, int | None]
"""A crew and a vehicle, by id."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Who does it with what, and when it begins (None: as it stands); `note` is for who does it."""

    crew: int | None = None
    vehicle: int | None = None
    starts_at: datetime | None = None
    note: str = ""


def arrange(session: Session, actor: Actor, key: int, sequence: int, wanted: Arrangement, now: datetime) -> list[Clash]:
    """Give a planned task to a crew and a vehicle, or take it from them, and let it begin within its window.

    Returns what else they have at that time: a warning, for who plans knows more than we do. Both who had it and who gets it see that in
    their calendars. Raises NotFound, Refused `task_not_open`, `task_changed_meanwhile` for another `sequence` than the form was read
    at, `task_outside_window`, `choice_unknown` for a crew or vehicle of nobody concerned.
    """
    with transaction(session):
        task = own_task(session, actor, ACT, key)
        if task.state != TaskState.PLANNED:
            raise Refused("task_not_open")
        if task.sequence != sequence:
            raise Refused("task_changed_meanwhile")
        time = _time(task, wanted.starts_at)
        kept = (task.crew_id, task.vehicle_id)
        check_hands(session, actor, concerned(session, task), time, (wanted.crew, wanted.vehicle), kept)
        after = {"crew_id": wanted.crew, "vehicle_id": wanted.vehicle, "starts_at": time.start, "ends_at": time.end, "note": wanted.note}
        if any(getattr(task, name) != value for name, value in after.items()):
            names = (task.depot_id, task.asset_id, task.authority_id, task.borrower_id, wanted.crew, wanted.vehicle)
            feeds = [*feeds_of(task), *feed_names(*names)]
            mine = update(Task).where(Task.id == key, Task.sequence == sequence)
            if session.execute(mine.values(**after, sequence=sequence + 1, changed_at=now).returning(Task.id)).one_or_none() is None:
                raise Refused("task_changed_meanwhile")
            details = {"crew": wanted.crew, "vehicle": wanted.vehicle, "from": time.start.isoformat()}
            records.audit(session, now, actor.account_id, "task.arrange", ("task", key), task.authority_id, **details)
            records.raise_versions(session, feeds)
        return clashes(session, actor, time, wanted.crew, wanted.vehicle, key)


def check_hands(
    session: Session, actor: Actor, authorities: frozenset[int], time: Period, hands: Hands, kept: Hands = (None, None)
) -> None:
    """Raises Refused `choice_unknown` unless a crew and a vehicle are of these authorities and in use then; what it has, work keeps."""
    known = hands_of(session, authorities_for(actor, ACT) & authorities, local(time.start).date())
    for field, key, before, choices in zip(("crew", "vehicle"), hands, kept, known, strict=True):
        if key is not None and key != before and key not in {each for each, _name in choices}:
            raise Refused("choice_unknown", field=field, value=key)


def _time(task: Task, starts_at: datetime | None) -> Period:
    """The task from that moment on, as long as it is. Raises Refused `task_outside_window`."""
    if starts_at is None or starts_at == task.starts_at:
        return Period(task.starts_at, task.ends_at)
    time = Period(starts_at, starts_at + (task.ends_at - task.starts_at))
    if time.start < task.window_start or task.window_end < time.end:
        raise Refused("task_outside_window", field="time", from_=task.window_start.isoformat(), until=task.window_end.isoformat())
    return time
