"""Adding rows without the unit of work: the ORM's bookkeeping is the largest cost of a booking."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Insert, Table, insert
from sqlalchemy.orm import Session

from models import Base
from models.engine import core


def add(session: Session, model: type[Base], **values: Any) -> int:
    """Insert one row of a table with an `id`, and return that id."""
    found = core(session).execute(_into(model), values).inserted_primary_key
    return int(found[0]) if found else 0


def add_all(session: Session, model: type[Base], rows: list[dict[str, Any]]) -> None:
    """Insert rows with equal keys in one go, their ids unasked; nothing for an empty list."""
    if rows:
        core(session).execute(_silently_into(model), rows if len(rows) > 1 else rows[0])


@cache
def _silently_into(model: type[Base]) -> Insert:
    return _into(model).inline()


@cache
def _into(model: type[Base]) -> Insert:
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - tells the type checker; every model of ours is a table
    return insert(table)
