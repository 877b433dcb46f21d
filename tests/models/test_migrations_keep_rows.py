"""A database that people work with comes through the migrations: what the first release held is all there afterwards."""

from __future__ import annotations

from alembic import command
from sqlalchemy import MetaData, create_engine, func, select

from booking import migrate
from models.engine import options_for, prepare

FIRST = "0001"


def test_rows_survive_the_way_down_to_the_first_release_and_up_again(region: str) -> None:
    config = migrate._config(region)
    command.downgrade(config, FIRST)
    before = counted(region)
    command.upgrade(config, "head")
    after = counted(region)
    assert sum(before.values()) > 500
    assert {name: after.get(name) for name in before} == before


def counted(url: str) -> dict[str, int]:
    """How many rows each table has; counters and Alembic's own aside."""
    engine, tables = prepare(create_engine(url, **options_for(url))), MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in tables.sorted_tables
            if table.name not in {"alembic_version", "counter"}
        }
    engine.dispose()
    return counts
