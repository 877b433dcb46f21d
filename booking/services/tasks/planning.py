"""The technical service's work for a line, as rows whose ids are the UIDs of calendar events: planned, moved along, called off."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.orm import Session

from booking.queries.judging import JudgedLine
from booking.rules.catalogue import Catalogue, DepotCard
from booking.rules.crew import Work
from booking.rules.kinds import TaskKind, TaskState, WorkPlace
from booking.services.rows import add_all
from booking.services.tasks.feeds import SHOWN_IN, feed_names
from models import Task

Values = dict[str, Any]

_SAME_WORK = ("asset_id", "depot_id", "authority_id")
"""Who follows one of these reads it as other work when another takes its place: a feed is about a depot, an asset, an authority."""
_MOVED = ("state", "window_start", "window_end", "minutes", "people", "vehicle_kind", "place_kind", "place", "title", "borrower_id")
_WINDOW, _TIME = ("window_start", "window_end", "minutes"), ("starts_at", "ends_at")
_KEPT = (Task.id, Task.kind, *(getattr(Task, name) for name in (*_SAME_WORK, *_MOVED, *_TIME, "crew_id", "vehicle_id", "created_by_id")))


def plan(
    session: Session, catalogue: Catalogue, line: JudgedLine, line_id: int, title: str, place: str, now: datetime, *, fresh: bool = False
) -> list[str]:
    """Write or move the work of an approved line as the plan of its asset asks; `fresh` for a line that has none yet.

    What is done stays done. What changes is the same event with a raised sequence and keeps its crew and vehicle, and the time somebody
    picked while its window stays the same. What is no longer asked is called off, as is all work at the old asset, depot or authority when
    one of these changes: there the new is work of its own. Returns the feeds that changed, for `records.raise_versions`.
    """
    facts, asset = line.facts, line.facts.asset
    depot = catalogue.depot(asset, facts.first_day)
    work = facts.work or catalogue.work(asset, facts.periods, line.wanted.handover)
    told = f"{asset.name}{f' × {facts.units}' if facts.units > 1 else ''}: {title}"[:200]
    shared = {"asset_id": asset.id, "depot_id": depot.id, "authority_id": facts.owner.id, "borrower_id": facts.borrower.id, "title": told}
    wanted = {each.kind: {**shared, **_values(each, depot, place)} for each in work.tasks}
    feeds = feed_names(depot.id, asset.id, facts.owner.id, facts.borrower.id)
    if not fresh:
        feeds += _move_along(session, line_id, wanted, now)
    made = {"line_id": line_id, "sequence": 0, "created_at": now, "changed_at": now}
    add_all(session, Task, [{**values, **made} for values in wanted.values()])
    return feeds


def _values(work: Work, depot: DepotCard, place: str) -> Values:
    return {
        "kind": str(work.kind), "state": str(TaskState.PLANNED), "window_start": work.window.start, "window_end": work.window.end,
        "starts_at": work.time.start, "ends_at": work.time.end, "minutes": work.minutes, "people": work.people,
        "vehicle_kind": work.vehicle, "place_kind": str(work.place),
        "place": place if work.place is WorkPlace.SITE else f"{depot.name}, {depot.address}"[:200],
    }  # fmt: skip


def _move_along(session: Session, line_id: int, wanted: dict[TaskKind, Values], now: datetime) -> list[str]:
    """Let the work that is there follow what is wanted, and take that out of it. Returns the feeds that changed."""
    moved: list[Values] = []
    kept, feeds = [], []
    for row in session.execute(select(*_KEPT).where(Task.line_id == line_id)).all():
        if row.created_by_id is not None:  # what somebody made by hand follows nothing
            kept.append(row.id)
            continue
        values = wanted.get(TaskKind(row.kind))
        if values is None or any(values[name] != getattr(row, name) for name in _SAME_WORK):
            continue
        kept.append(row.id)
        del wanted[TaskKind(row.kind)]
        if row.state != TaskState.DONE and (changes := _changes(row, values)):
            moved.append({"key": row.id, **changes, "changed_at": now})
            feeds += _shown_in(row)
    _rewrite(session, moved)
    return feeds + cancel(session, [line_id], now, keep=kept)


def _changes(row: Row[Any], values: Values) -> Values:
    """All that moves along, or nothing when the row says so already."""
    after = {name: values[name] for name in (*_MOVED, *_TIME)}
    if all(getattr(row, name) == values[name] for name in _WINDOW):
        after |= {name: getattr(row, name) for name in _TIME}
    return after if any(getattr(row, name) != value for name, value in after.items()) else {}


def _rewrite(session: Session, rows: list[Values]) -> None:
    if rows:
        changed = {name: bindparam(f"new_{name}") for name in rows[0] if name != "key"}
        mine = (Task.__table__.c.id == bindparam("key"), Task.__table__.c.state != TaskState.DONE)  # somebody may tick it off meanwhile
        statement = update(Task.__table__).where(*mine)  # type: ignore[arg-type]
        statement = statement.values(**changed, sequence=Task.__table__.c.sequence + 1)
        values = [{name if name == "key" else f"new_{name}": value for name, value in row.items()} for row in rows]
        session.connection().execute(statement, values)


def cancel(session: Session, line_ids: Iterable[int], now: datetime, keep: Collection[int] = ()) -> list[str]:
    """Call off the planned work of these lines, except the tasks whose id is to keep. Returns the feeds that changed."""
    mine = (Task.line_id.in_(list(line_ids)), Task.state == TaskState.PLANNED, Task.id.not_in(list(keep)))
    found = session.execute(select(Task.id, *SHOWN_IN).where(*mine)).all()
    if found:
        ids = [row.id for row in found]
        values: Mapping[str, Any] = {"state": TaskState.CANCELLED, "sequence": Task.sequence + 1, "changed_at": now}
        session.execute(update(Task).where(Task.id.in_(ids), Task.state == TaskState.PLANNED).values(**values))
    return [name for row in found for name in _shown_in(row)]


def _shown_in(row: Row[Any]) -> list[str]:
    return feed_names(*(getattr(row, column.key) for column in SHOWN_IN))
