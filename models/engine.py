"""How the two databases are opened: one transaction mode per purpose, and nothing left to a driver's defaults."""

from __future__ import annotations

import math
import random
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

PATIENCE = 5  # seconds that a writer waits for its turn
TRUSTED = 2  # seconds that an idle connection is taken to be alive
SQLITE_PRAGMAS = (
    "foreign_keys = ON",
    f"busy_timeout = {PATIENCE * 1000}",
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL loses acknowledged commits when the power fails
    "temp_store = MEMORY",
    "cache_size = -32000",  # 32 MB a connection: the ledger's indexes stay at hand when history grows
)

# For `create_engine`: short locks fail with a sentence instead of a hanging page (PITFALLS M2).
POSTGRES_OPTIONS = {
    "pool_use_lifo": True,
    "pool_timeout": 3,
    "connect_args": {
        "connect_timeout": 3,
        "options": "-c timezone=UTC -c lock_timeout=4000 -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000",
    },
}


_without_transactions: WeakKeyDictionary[Engine, Engine] = WeakKeyDictionary()
"""Beside each engine of PostgreSQL one whose connections commit by themselves; SQLite's driver begins nothing by itself (_open_sqlite)."""


def options_for(url: str) -> dict[str, Any]:
    """Keyword arguments of `create_engine` for a database address."""
    return dict(POSTGRES_OPTIONS) if url.startswith("postgresql") else {}


def prepare(engine: Engine) -> Engine:
    """Teach SQLite durable WAL, foreign keys and explicit transactions, and PostgreSQL's pool to try what lay idle. Returns the engine.

    Python's driver opens no transaction for a SELECT and a deferred one for a write, which loses updates or fails at once with "database is
    locked" (PITFALLS M1). Here a connection with the execution option `immediate` begins with BEGIN IMMEDIATE, any other with BEGIN.
    """
    if engine.dialect.name == "sqlite":
        turn = threading.Lock()
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "begin", partial(_begin_sqlite, turn))
        for end in ("commit", "rollback"):
            event.listen(engine, end, partial(_end_sqlite, turn))
        return engine
    _try_idle(engine)
    glances = create_engine(engine.url, isolation_level="AUTOCOMMIT", pool_reset_on_return=None, **options_for(engine.url.drivername))
    _without_transactions[engine] = _try_idle(glances)  # an option of the first engine would be set and taken back each time
    event.listen(engine, "engine_disposed", lambda _: glances.dispose())
    return engine


def _try_idle(engine: Engine) -> Engine:
    event.listen(engine, "checkin", _lay_down)
    event.listen(engine, "checkout", _try_what_lay_idle)
    return engine


def core(session: Session) -> Connection:
    """The connection of the session's transaction; within a write transaction it lies at hand, which spares the session's search for it."""
    found: Connection | None = session.info.get("core")
    return session.connection() if found is None else found


def _lay_down(_connection: object, record: ConnectionPoolEntry) -> None:
    record.info["idle_since"] = time.monotonic()


def _try_what_lay_idle(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
    """A server may have gone while a connection lay idle. One that worked a moment ago is trusted: asking costs a journey each time.

    Raises DisconnectionError, upon which the pool opens another.
    """
    if time.monotonic() - record.info.get("idle_since", math.inf) < TRUSTED:
        return
    try:
        connection.execute("SELECT 1")
        connection.rollback()
    except connection.OperationalError as error:
        raise DisconnectionError() from error


def beside(engine: Engine) -> Engine:
    """The engine for glances: its connections begin no transaction by themselves."""
    return _without_transactions.get(engine, engine)


@contextmanager
def bare(connection: Connection) -> Iterator[Any]:
    """The driver's own cursor within a connection's transaction, for many small statements. Its errors come as SQLAlchemy's."""
    driver, cursor = connection.dialect.loaded_dbapi, connection.connection.cursor()
    try:
        yield cursor
    except driver.Error as error:
        if connection.dialect.is_disconnect(error, connection.connection, cursor):
            connection.invalidate(error)
        raise DBAPIError.instance(None, None, error, driver.Error, dialect=connection.dialect) from error
    finally:
        cursor.close()


def announce(asked: Connection | Engine, cursor: Any, statement: str, values: Any) -> None:
    """Let who listens to SQLAlchemy for statements hear of one that goes to the driver itself."""
    for hear in asked.dispatch.before_cursor_execute:
        hear(asked, cursor, statement, values, None, False)


def put(connection: Connection, statement: str, values: Any) -> list[Any]:
    """The rows that the driver itself answers to one question."""
    with bare(connection) as cursor:
        announce(connection, cursor, statement, values)
        cursor.execute(statement, values)
        found: list[Any] = cursor.fetchall()
        return found


def tell(connection: Connection, statement: str, values: Any) -> None:
    """The same for a statement that answers nothing."""
    with bare(connection) as cursor:
        announce(connection, cursor, statement, values)
        cursor.execute(statement, values)


def glance(engine: Engine, statement: str, values: Any) -> list[Any]:
    """What the driver answers to one question that need not agree with any other: no transaction is begun for it, which costs more than
    it does. Raises DBAPIError.
    """
    quick = beside(engine)
    pooled, driver = quick.raw_connection(), quick.dialect.loaded_dbapi
    try:
        cursor = pooled.cursor()
        announce(quick, cursor, statement, values)
        cursor.execute(statement, values)
        found = list(cursor.fetchall())
        cursor.close()
    except driver.Error as error:
        pooled.invalidate(error)
        raise DBAPIError.instance(statement, None, error, driver.Error, dialect=quick.dialect) from error
    finally:
        pooled.close()
    return found


def _open_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(turn: threading.Lock, connection: Connection) -> None:
    if not connection.get_execution_options().get("immediate", False):
        connection.exec_driver_sql("BEGIN")
        return
    connection.info["turn"] = turn.acquire(timeout=PATIENCE)  # threads of one process queue here, and leave the asking to one of them
    try:
        _begin_writing(connection.connection.driver_connection)
    except BaseException:
        _end_sqlite(turn, connection)
        raise


def _end_sqlite(turn: threading.Lock, connection: Connection) -> None:
    if connection.info.pop("turn", False):
        turn.release()


def _begin_writing(raw: Any) -> None:
    """BEGIN IMMEDIATE, asking again every millisecond or so: SQLite's own waiting sleeps up to a tenth of a second while the lock is free.

    Raises sqlite3.OperationalError "database is locked" when the turn does not come within PATIENCE.
    """
    deadline = time.monotonic() + PATIENCE
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                raw.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
            time.sleep(random.uniform(0.0005, 0.0015))  # noqa: S311 - spreads the asking, guards nothing
    finally:
        raw.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
