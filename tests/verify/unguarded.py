"""A connection on which nothing is refused, as for someone who restores half a backup or edits the file by hand."""

from __future__ import annotations

import re
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
            for table, name in (constraint.split(".") for constraint in constraints if ".uq_" in constraint):
                _without(connection, table, name)
        else:
            connection.execute(text("SET session_replication_role = replica"))
            for table, name in (constraint.split(".") for constraint in constraints):
                connection.execute(text(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}"))
                connection.execute(text(f"DROP INDEX IF EXISTS {name}"))
        yield connection
        connection.rollback()
        connection.invalidate()  # its settings must not come back from the pool


def _without(connection: Connection, table: str, name: str) -> None:
    """Rebuild a table of SQLite without one of its UNIQUE constraints or indexes."""
    made = connection.execute(text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table"), {"table": table}).scalar_one()
    loose = re.sub(rf",\s*CONSTRAINT {name} UNIQUE \([^)]*\)", "", re.sub(r'CREATE TABLE "?\w+"?', "CREATE TABLE copied", made, count=1))
    for act in (loose, f'INSERT INTO copied SELECT * FROM "{table}"', f'DROP TABLE "{table}"', f'ALTER TABLE copied RENAME TO "{table}"'):
        connection.exec_driver_sql(act)
