"""What can go wrong on one of the two databases only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.orm import Session

from booking.queries.verify import rows, violations
from models.engine import prepare
from tests.support.engines import POSTGRES
from tests.verify import world
from tests.verify.unguarded import unguarded
from tests.verify.world import NOW


@pytest.fixture
def file_in_order(new_database: Callable[[str], str]) -> Engine:
    """The small house in a file of SQLite."""
    engine = prepare(create_engine(new_database("sqlite")))
    with engine.begin() as connection:
        world.build(connection)
    yield engine
    engine.dispose()


def test_a_moment_written_as_text_is_named_and_hides_nothing_else(file_in_order: Engine) -> None:
    with file_in_order.begin() as connection:
        connection.execute(text("UPDATE occupancy SET expires_at = '2027-05-15' WHERE id = 3"))
        connection.execute(text("UPDATE quote SET vat = 420 WHERE id = 3"))
    with Session(file_in_order) as session:
        found = [" ".join(map(str, each[:3])) for each in violations(session, NOW)]
    assert {"time_unreadable occupancy 3", "unreadable database capacity.overlaps", "total_wrong quote 3"} <= set(found)


def test_a_damaged_file_is_told(file_in_order: Engine) -> None:
    with file_in_order.begin() as connection:
        connection.execute(text("PRAGMA writable_schema = ON"))
        connection.execute(text("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'ix_occupancy_holder'"))
    file_in_order.dispose()
    with Session(file_in_order) as session:
        assert "file_damaged" in {each.code for each in violations(session, NOW)}


@pytest.mark.parametrize("shared_house", [POSTGRES], indirect=True)
def test_a_numbered_asset_that_the_exclusion_constraint_does_not_see_is_named(shared_house: Engine) -> None:
    with unguarded(shared_house) as connection:
        connection.execute(text("UPDATE occupancy SET single = NOT single WHERE id IN (1, 3)"))
        with Session(connection) as session:
            assert [each[:3] for each in rows.contradictions(session, NOW)] == [
                ("single_unlike_units", "occupancy", 1),
                ("single_unlike_units", "occupancy", 3),
            ]
