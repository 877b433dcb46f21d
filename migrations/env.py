"""Runs migrations on either database and then puts the guard back: SQLite's batch migrations fail on triggers or drop them silently."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, create_engine, inspect

from models import Base
from models.engine import options_for, prepare
from models.guard import install, step_aside


def migrate(connection: Connection) -> None:
    """Upgrade this connection's database inside one transaction, foreign keys off (PITFALLS: batch mode and cascades lose rows)."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        user_module_prefix="",
    )
    with context.begin_transaction():
        step_aside(connection)
        context.run_migrations()
        if inspect(connection).has_table("occupancy"):
            install(connection)


def run() -> None:
    """Migrate the database that the configuration names."""
    url = context.config.get_main_option("sqlalchemy.url") or ""
    engine = prepare(create_engine(url, **options_for(url)))
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
            migrate(connection)
            connection.commit()
    finally:
        engine.dispose()


run()
