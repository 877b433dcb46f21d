"""In which feeds a task is shown."""

from __future__ import annotations

from models import Task

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
