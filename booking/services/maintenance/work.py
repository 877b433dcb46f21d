"""Upkeep as work of the technical service: a task that belongs to no loan, with its window, its place and who comes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import TaskKind, Upkeep
from booking.rules.periods import Period, local
from booking.services.rows import add
from booking.services.tasks import SHOWN_IN, feed_names
from models import Task

TASKS = {Upkeep.INSPECTION: TaskKind.INSPECT, Upkeep.MAINTENANCE: TaskKind.MAINTAIN, Upkeep.REPAIR: TaskKind.REPAIR}


def plan_work(
    session: Session, known: Catalogue, asset: AssetCard, kind: Upkeep, time: Period, body: str, task: int | None, now: datetime
) -> tuple[int, list[str]]:
    """Write or move the task of an upkeep; returns its id and the feeds that changed.

    Whoever followed another depot or authority reads there that it is off, and the work is written as new here.
    """
    day = local(time.start).date()
    depot, owner = known.depot(asset, day), known.owner(asset, day)
    values = {
        "asset_id": asset.id, "depot_id": depot.id, "authority_id": owner.id, "kind": str(TASKS[kind]), "state": "planned",
        "starts_at": time.start, "ends_at": time.end, "window_start": time.start, "window_end": time.end,
        "minutes": max(1, int(time.length.total_seconds()) // 60), "changed_at": now, "place": f"{depot.name}, {depot.address}"[:200],
        "title": f"{asset.name}{f': {body}' if body else ''}"[:200],
    }  # fmt: skip
    feeds = feed_names(depot.id, asset.id, owner.id, None)
    before = session.execute(select(*SHOWN_IN).where(Task.id == task)).one_or_none() if task else None
    if before and (before.depot_id, before.authority_id) == (depot.id, owner.id):
        feeds += feed_names(*before)
        session.execute(update(Task).where(Task.id == task).values(**values, sequence=Task.sequence + 1))
        return task, feeds
    if task:
        feeds += end_work(session, task, "cancelled", now)
    return add(session, Task, **values, line_id=None, borrower_id=None, sequence=0, created_at=now), feeds


def end_work(session: Session, task: int, state: str, now: datetime, by: int | None = None) -> list[str]:
    """Tick a task off, as the account `by` said, or call it off. Returns the feeds that changed."""
    query = select(*SHOWN_IN).where(Task.id == task, Task.state == "planned")
    found = session.execute(query).one_or_none()
    if found is None:
        return []
    done = {"done_at": now, "done_by_id": by} if state == "done" else {}
    session.execute(update(Task).where(Task.id == task).values(state=state, sequence=Task.sequence + 1, changed_at=now, **done))
    return feed_names(*found)
