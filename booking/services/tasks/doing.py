"""Work that is begun, ticked off, and put back when that was a slip of the thumb."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.task import has_order, own_task
from booking.rules.crew import BACK, OUT
from booking.rules.kinds import TaskState
from booking.rules.lifecycle import CALLED_OFF, LineState
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import records
from booking.services.tasks.feeds import feeds_of
from booking.services.transaction import transaction
from models import Line, Task

ACT = "task.do"


def start(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Somebody is at it. It stays planned. Raises NotFound, Refused `task_not_open`, `task_at_counter`, `task_of_order`."""
    with transaction(session):
        task = own_task(session, actor, ACT, key)
        _check_open(session, task)
        if task.started_at is None:
            _change(session, actor, task, "task.start", TaskState.PLANNED, now, started_at=now, started_by_id=actor.account_id)


def finish(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """It is done; who says so again (a telephone that heard no answer) changes nothing. Raises NotFound, Refused `task_not_open`;
    `task_at_counter` for giving and taking back, which are done with their line, and `task_of_order` for upkeep, whose outcome is recorded.
    """
    with transaction(session):
        task = own_task(session, actor, ACT, key)
        if task.state == TaskState.DONE and task.done_by_id == actor.account_id:
            return
        _check_open(session, task)
        done = {"state": TaskState.DONE, "done_at": now, "done_by_id": actor.account_id}
        _change(session, actor, task, "task.finish", TaskState.PLANNED, now, **done)


def undo(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """It is not done after all; of a loan that was called off meanwhile it is off too. Raises NotFound, Refused `task_not_done`;
    `task_undo_too_late` after the day on which it was ticked off.
    """
    with transaction(session):
        task = own_task(session, actor, ACT, key)
        if task.state != TaskState.DONE or task.done_at is None or _elsewhere(session, task):
            raise Refused("task_not_done")
        if local(task.done_at).date() != local(now).date():
            raise Refused("task_undo_too_late")
        state = TaskState.CANCELLED if _is_off(session, task) else TaskState.PLANNED
        _change(session, actor, task, "task.undo", TaskState.DONE, now, state=state, done_at=None, done_by_id=None)


def _check_open(session: Session, task: Task) -> None:
    """Raises Refused unless it is still to be done, and ticked off here."""
    if task.state != TaskState.PLANNED:
        raise Refused("task_not_open")
    if code := _elsewhere(session, task):
        raise Refused(code)


def _is_off(session: Session, task: Task) -> bool:
    """True for the work of a loan that does not take place."""
    state = session.scalar(select(Line.state).where(Line.id == task.line_id)) if task.line_id else None
    return state is not None and state in {*CALLED_OFF, LineState.NO_SHOW}


def _elsewhere(session: Session, task: Task) -> str | None:
    """Why a task is ticked off by something else than a tick."""
    if task.line_id is not None and task.created_by_id is None and task.kind in {*OUT, *BACK}:
        return "task_at_counter"
    return "task_of_order" if has_order(session, task.id) else None


def _change(session: Session, actor: Actor, task: Task, act: str, before: TaskState, now: datetime, **values: Any) -> None:
    """Write it where nobody else did so meanwhile."""
    mine = update(Task).where(Task.id == task.id, Task.state == before, Task.sequence == task.sequence)
    written = session.execute(mine.values(**values, sequence=Task.sequence + 1, changed_at=now).returning(Task.id)).one_or_none()
    if written is None:
        raise Refused("task_not_open")
    records.audit(session, now, actor.account_id, act, ("task", task.id), task.authority_id)
    records.raise_versions(session, feeds_of(task))
