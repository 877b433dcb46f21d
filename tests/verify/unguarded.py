"""A connection on which nothing is refused, as for someone who restores half a backup or edits the file by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text

from models import guard


@contextmanager
def unguarded(engine: Engine, constraints: Iterable[str] = ()) -> Iterator[Connection]:
    """No triggers, no foreign keys and (on PostgreSQL, as `table.name`) without these constraints; all is undone when the block ends."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
                connection.connection.driver_connection.execute(f"PRAGMA {pragma}")
            guard.step_aside(connection)
        else:
            connection.execute(text("SET session_replication_role = replica"))
            for table, name in (constraint.split(".") for constraint in constraints):
                connection.execute(text(f"ALTER TABLE {table} DROP CONSTRAINT {name}"))
        yield connection
        connection.rollback()
        connection.invalidate()  # its settings must not come back from the pool
