"""The technical service's work for a line: out and back, as rows whose ids are the UIDs of calendar events."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.judging import JudgedLine
from booking.rules.catalogue import Catalogue
from booking.rules.crew import work_windows
from booking.rules.kinds import Handover, TaskKind
from booking.services.rows import add_all
from models import Task

_OUT_AND_BACK = {
    Handover.PICKUP: (TaskKind.HAND_OUT, TaskKind.TAKE_BACK),
    Handover.DELIVERY: (TaskKind.DELIVER, TaskKind.COLLECT),
}
_HALL = (TaskKind.OPEN_HALL, TaskKind.CLOSE_HALL)


def plan(session: Session, catalogue: Catalogue, line: JudgedLine, line_id: int, title: str, place: str, now: datetime) -> list[str]:
    """Write or move the tasks of an approved line, out and back and what its asset asks before and after; what was fetched as an event
    before changes with a raised sequence.

    A feed is about a depot, an asset or an authority: when one of these changes, the old work is called off, so that who followed it
    reads so, and the new is written as work of its own. Returns the names of the feeds that changed, for `records.raise_versions`.
    """
    facts, asset = line.facts, line.facts.asset
    custody, depot = facts.periods.custody, catalogue.depot(asset, facts.first_day)
    out, back = _HALL if asset.in_place else _OUT_AND_BACK[Handover(line.wanted.handover)]
    delivered = line.wanted.handover == Handover.DELIVERY and not asset.in_place
    shared = {
        "asset_id": asset.id, "depot_id": depot.id, "authority_id": facts.owner.id, "borrower_id": facts.borrower.id, "state": "planned",
        "place": place if delivered else f"{depot.name}, {depot.address}",
        "title": f"{asset.name}{f' × {facts.units}' if facts.units > 1 else ''}: {title}"[:200],
    }  # fmt: skip
    windows = work_windows(custody, depot.calendar, asset.minutes, out, back, in_place=asset.in_place)
    here = (asset.id, depot.id, facts.owner.id)
    query = select(Task.id, Task.kind, Task.asset_id, Task.depot_id, Task.authority_id).where(Task.line_id == line_id)
    before = session.execute(query).all()
    known = {kind: key for key, kind, *there in before if kind in windows and tuple(there) == here}
    feeds = cancel(session, [line_id], now, keep=known.values()) if before else []
    for kind, window in windows.items():
        values = {**shared, "kind": str(kind), "starts_at": window.start, "ends_at": window.end, "changed_at": now}
        values |= {"window_start": window.start, "window_end": window.end, "minutes": int(window.length.total_seconds()) // 60}
        if kind in known:
            session.execute(update(Task).where(Task.id == known[kind]).values(**values, sequence=Task.sequence + 1))
        else:
            add_all(session, Task, [{**values, "line_id": line_id, "sequence": 0, "created_at": now}])
    return [*feeds, *feed_names(depot.id, asset.id, facts.owner.id, facts.borrower.id)]


def cancel(session: Session, line_ids: Iterable[int], now: datetime, keep: Collection[int] = ()) -> list[str]:
    """Call off the planned tasks of these lines, except those whose id is to keep. Returns the feeds that changed."""
    query = select(Task.id, Task.depot_id, Task.asset_id, Task.authority_id, Task.borrower_id).where(
        Task.line_id.in_(list(line_ids)), Task.state == "planned", Task.id.not_in(list(keep))
    )
    found = session.execute(query).all()
    if found:
        ids = [task_id for task_id, *_ in found]
        session.execute(update(Task).where(Task.id.in_(ids)).values(state="cancelled", sequence=Task.sequence + 1, changed_at=now))
    return [name for _, depot, asset, authority, borrower in found for name in feed_names(depot, asset, authority, borrower)]


def feed_names(depot: int, asset: int, authority: int, borrower: int | None) -> list[str]:
    """The counters by which the feeds that show a task are known."""
    found = [f"depot:{depot}", f"asset:{asset}", f"authority:{authority}"]
    return [*found, f"borrower:{borrower}"] if borrower else found
