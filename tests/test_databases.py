"""The ground the tests stand on: both engines are real, migrated and each test's own."""

from __future__ import annotations

from sqlalchemy import create_engine, inspect, text
from sqlalchemy.orm import Session


def test_each_database_is_real_migrated_and_empty(session: Session, engine_name: str) -> None:
    assert session.get_bind().dialect.name == engine_name
    assert {"reservation", "line", "occupancy"} <= set(inspect(session.get_bind()).get_table_names())
    assert session.execute(text("SELECT count(*) FROM occupancy")).scalar() == 0


def test_two_databases_of_one_run_know_nothing_of_each_other(new_database, engine_name: str) -> None:
    first, second = (create_engine(new_database(engine_name)) for _ in range(2))
    with first.begin() as connection:
        connection.execute(text("INSERT INTO counter (name, value) VALUES ('only here', 1)"))
    with second.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM counter WHERE name = 'only here'")).scalar() == 0
    first.dispose()
    second.dispose()
