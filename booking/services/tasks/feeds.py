"""In which feeds a task is shown, and what is told anew in them when nothing about the task itself changed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from booking.queries.feeds.work import DAYS_BACK
from booking.rules.kinds import TaskState
from booking.rules.periods import local, start_of
from models import Line, Reservation, Task

SHOWN_IN = (Task.depot_id, Task.asset_id, Task.authority_id, Task.borrower_id, Task.crew_id, Task.vehicle_id)
"""What `feed_names` must know of a task, in its order."""


def feeds_of(task: Task) -> list[str]:
    """The counters of the feeds that show a task now."""
    return feed_names(*(getattr(task, column.key) for column in SHOWN_IN))


def feed_names(
    depot: int, asset: int | None, authority: int, borrower: int | None, crew: int | None = None, vehicle: int | None = None
) -> list[str]:
    """The counters by which the feeds that show a task are known."""
    found = {"depot": depot, "asset": asset, "authority": authority, "borrower": borrower, "crew": crew, "vehicle": vehicle}
    return [f"{scope}:{subject}" for scope, subject in found.items() if subject]


def retell(session: Session, now: datetime, *about: ColumnElement[bool]) -> list[str]:
    """A crew goes by another name, a borrower by another number: the tasks that any of these conditions finds are told anew, as another
    version of the same event. Returns the feeds that changed, for `records.raise_versions`.
    """
    first = start_of(local(now).date() - timedelta(days=DAYS_BACK))
    shown = (or_(*about), Task.starts_at >= first, Task.state != TaskState.CANCELLED)
    found = session.execute(select(*SHOWN_IN).where(*shown).distinct()).all()
    if found:
        session.execute(update(Task).where(*shown).values(sequence=Task.sequence + 1, changed_at=now))
    return [name for row in found for name in feed_names(*row)]


def asked_by(account: int) -> ColumnElement[bool]:
    """The tasks of loans that somebody asked for, whose name and number the crew reads."""
    theirs = select(Line.id).join(Reservation, Reservation.id == Line.reservation_id).where(Reservation.account_id == account)
    return Task.line_id.in_(theirs)
