"""The guard is whole after every migration, whatever a migration did to the tables it hangs on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from alembic import command
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Column, Connection, Engine, Integer, create_engine, inspect, text

from booking import migrate
from models import guard
from models.engine import options_for, prepare

REVISIONS = [script.revision for script in reversed(list(ScriptDirectory.from_config(migrate._config("")).walk_revisions()))]


@pytest.fixture
def fresh(database: str) -> Iterator[tuple[Config, Engine]]:
    """How to migrate a database of this test's own, and how to look into it."""
    engine = prepare(create_engine(database, **options_for(database)))
    yield migrate._config(database), engine
    engine.dispose()


@pytest.mark.parametrize("revision", REVISIONS)
def test_it_is_whole_from_whichever_revision_a_database_comes(fresh: tuple[Config, Engine], revision: str) -> None:
    config, engine = fresh
    whole = _guard(engine)
    assert set(whole) >= _promised(engine.dialect.name)
    command.downgrade(config, revision)
    assert _guard(engine) == {name: text for name, text in whole.items() if name in _promised(engine.dialect.name, engine)}
    command.upgrade(config, "head")
    assert _guard(engine) == whole


def test_it_is_whole_after_everything_was_taken_down_and_built_again(fresh: tuple[Config, Engine]) -> None:
    config, engine = fresh
    whole = _guard(engine)
    command.downgrade(config, "base")
    assert _guard(engine) == {}
    command.upgrade(config, "head")
    assert _guard(engine) == whole


def test_an_upgrade_puts_back_what_was_dropped_by_hand(fresh: tuple[Config, Engine]) -> None:
    config, engine = fresh
    whole = _guard(engine)
    with engine.begin() as connection:
        for name in _promised(engine.dialect.name):
            _drop(connection, name)
    assert _guard(engine) == {}
    command.upgrade(config, "head")
    assert _guard(engine) == whole


def test_a_migration_may_rebuild_the_tables_that_the_guard_hangs_on(fresh: tuple[Config, Engine], monkeypatch: pytest.MonkeyPatch) -> None:
    config, engine = fresh
    whole = _guard(engine)
    monkeypatch.setattr(EnvironmentContext, "run_migrations", _rebuild_guarded_tables)
    command.upgrade(config, "head")
    assert _guard(engine) == whole


def test_installing_it_twice_changes_nothing(fresh: tuple[Config, Engine]) -> None:
    _, engine = fresh
    whole = _guard(engine)
    with engine.begin() as connection:
        guard.install(connection)
    assert _guard(engine) == whole


def _rebuild_guarded_tables(context: EnvironmentContext) -> None:
    """What a migration does that changes a column's type: on SQLite each table is copied, dropped and renamed."""
    operations = Operations(context.get_context())
    recreate = "always" if context.get_context().dialect.name == "sqlite" else "never"
    for table in ("asset", "occupancy", "part", "line_move", "counter"):
        with operations.batch_alter_table(table, recreate=recreate) as batch:
            batch.add_column(Column("added_by_a_test", Integer(), CheckConstraint("added_by_a_test > 0", name="added_positive")))


def _guard(engine: Engine) -> dict[str, str]:
    """Every trigger and constraint of ours that this database has, by name, with its text."""
    look: Callable[[Connection], dict[str, str]] = _in_sqlite if engine.dialect.name == "sqlite" else _in_postgresql
    with engine.connect() as connection:
        return look(connection)


def _in_sqlite(connection: Connection) -> dict[str, str]:
    return _by_name(connection, "SELECT name, sql AS text FROM sqlite_master WHERE type = 'trigger'")


def _in_postgresql(connection: Connection) -> dict[str, str]:
    triggers = """
        SELECT tgname AS name, pg_get_triggerdef(t.oid) || p.prosrc AS text FROM pg_trigger t JOIN pg_proc p ON p.oid = tgfoid
        WHERE NOT tgisinternal
    """
    constraints = "SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname LIKE 'occupancy_%'"
    return _by_name(connection, triggers) | _by_name(connection, constraints)


def _by_name(connection: Connection, query: str) -> dict[str, str]:
    return {row.name: row.text for row in connection.execute(text(query))}


def _promised(dialect: str, engine: Engine | None = None) -> set[str]:
    """The names that the guard's own statements create; on the tables that `engine` has, when it is given."""
    tables = inspect(engine).get_table_names() if engine else None
    found = re.compile(r"(?:CREATE (?:OR REPLACE )?TRIGGER|ADD CONSTRAINT)\s+(\w+)")
    return {name for statement in guard.statements(dialect, tables) for name in found.findall(statement)}


def _drop(connection: Connection, name: str) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
        return
    tables = connection.execute(text("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = :name"), {"name": name}).scalars()
    for table in tables.all():
        connection.exec_driver_sql(f"DROP TRIGGER {name} ON {table}")
    connection.exec_driver_sql(f"ALTER TABLE occupancy DROP CONSTRAINT IF EXISTS {name}")
