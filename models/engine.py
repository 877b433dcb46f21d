"""How the two databases are opened: one transaction mode per purpose, and nothing left to a driver's defaults."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, event

SQLITE_PRAGMAS = ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "temp_store = MEMORY")

# For `create_engine`: short locks fail with a sentence instead of a hanging page (PITFALLS M2).
POSTGRES_OPTIONS = {
    "pool_pre_ping": True,
    "connect_args": {
        "connect_timeout": 3,
        "options": "-c timezone=UTC -c lock_timeout=4000 -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000",
    },
}


def options_for(url: str) -> dict[str, Any]:
    """Keyword arguments of `create_engine` for a database address."""
    return dict(POSTGRES_OPTIONS) if url.startswith("postgresql") else {}


def prepare(engine: Engine) -> Engine:
    """Teach a SQLite engine durable WAL, foreign keys and explicit transactions; PostgreSQL needs nothing. Returns the engine.

    Python's driver opens no transaction for a SELECT and a deferred one for a write, which loses updates or fails at once with "database is
    locked" (PITFALLS M1). Here a connection with the execution option `immediate` begins with BEGIN IMMEDIATE, any other with BEGIN.
    """
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _open_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
