"""The work of a line that is done once it is handed over, or taken back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.rules import crew
from booking.rules.kinds import TaskKind
from booking.services import tasks
from models import Task

OUT = (TaskKind.PREPARE, TaskKind.LOAD, *crew.OUT)  # what goes out was made ready, ticked off or not
BACK = crew.BACK


def done(session: Session, line_id: int, kinds: tuple[TaskKind, ...], by: int | None, now: datetime) -> list[str]:
    """Tick off the planned work of a line, as the account `by` did at the counter, but for what somebody made by hand.

    Returns the feeds that changed.
    """
    mine = (Task.line_id == line_id, Task.state == "planned", Task.kind.in_(kinds), Task.created_by_id.is_(None))
    found = session.execute(select(*tasks.SHOWN_IN).where(*mine)).all()
    values = {"state": "done", "done_at": now, "done_by_id": by, "sequence": Task.sequence + 1, "changed_at": now}
    session.execute(update(Task).where(*mine).values(**values))
    return [name for row in found for name in tasks.feed_names(*row)]
