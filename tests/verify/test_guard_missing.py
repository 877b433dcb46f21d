"""A guard that was dropped, switched off or weakened is found, by name."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from booking.queries.verify import guard
from tests.verify.world import NOW

Example = tuple[list[str], str]

SQLITE: dict[str, Example] = {
    "a trigger was dropped": (["DROP TRIGGER occupancy_guard_insert"], "guard_missing occupancy occupancy_guard_insert"),
    "history may be deleted": (["DROP TRIGGER audit_append_only_delete"], "guard_missing audit audit_append_only_delete"),
    "the catalogue changes unseen": (["DROP TRIGGER asset_raises_version_update"], "guard_missing asset asset_raises_version_update"),
    "a trigger looks the other way": (
        ["DROP TRIGGER part_guard", "CREATE TRIGGER part_guard BEFORE INSERT ON part BEGIN SELECT 1; END"],
        "guard_altered part part_guard",
    ),
}
NOT_PROVEN = "ALTER TABLE occupancy ADD CONSTRAINT occupancy_too_long CHECK (ends_at - starts_at <= interval '7 days') NOT VALID"
POSTGRESQL: dict[str, Example] = {
    "a trigger was dropped": (["DROP TRIGGER occupancy_guard ON occupancy"], "guard_missing occupancy occupancy_guard"),
    "a trigger is off": (["ALTER TABLE decision DISABLE TRIGGER decision_append_only"], "guard_missing decision decision_append_only"),
    "a constraint was dropped": (["ALTER TABLE occupancy DROP CONSTRAINT occupancy_full"], "guard_missing occupancy occupancy_full"),
    "a constraint was never proven": (
        ["ALTER TABLE occupancy DROP CONSTRAINT occupancy_too_long", NOT_PROVEN],
        "guard_missing occupancy occupancy_too_long",
    ),
    "a function looks the other way": (
        ["CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"],
        "guard_altered function refuse_rewriting",
    ),
}
EXAMPLES = [
    *(pytest.param("sqlite", *example, id=f"sqlite: {name}") for name, example in SQLITE.items()),
    *(pytest.param("postgresql", *example, id=f"postgresql: {name}", marks=pytest.mark.postgres) for name, example in POSTGRESQL.items()),
]


@pytest.mark.parametrize(("shared_house", "acts", "found"), EXAMPLES, indirect=["shared_house"])
def test_it_is_found(shared_house: Engine, acts: list[str], found: str) -> None:
    with shared_house.connect() as connection, Session(connection) as session:
        for act in acts:
            connection.execute(text(act))
        assert [" ".join(map(str, each[:3])) for each in guard.whole(session, NOW)] == [found]
        connection.rollback()
