"""What a form or program sends besides its own fields reaches nothing: no row ever holds it (TEST_PLAN T-34)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import inspect, text

from booking.web.extensions import db
from tests.web.access import IDENTITIES, ROWS, Row
from tests.web.conftest import newly_opened
from tests.web.test_access_matrix import OURS, Asker
from tests.web.world import MOMENT, World

WORD, NUMBER = "poison77", 987_654_321
POISON = {
    **dict.fromkeys(("state", "status", "role", "kind", "outcome", "verdict", "steward", "is_admin", "tenant_id"), WORD),
    **dict.fromkeys(("authority_id", "owner_id", "account_id", "borrower_id", "price", "total", "approved_by", "verified_by_id"), NUMBER),
}


@pytest.fixture
def world(new_database, at) -> Iterator[World]:
    at(MOMENT)
    with newly_opened(new_database("sqlite"), DEMO=True) as app:
        yield World(app)


def test_what_is_smuggled_into_any_write_reaches_no_row(world: World) -> None:
    written = [row for row in ROWS if row.method != "GET" and row.ours]
    askers = [_asker(world, row) for row in written]  # all at once: what is sent may leave work in the background
    answers = [asker.ask(OURS).status_code for asker in askers]
    assert len(answers) > 100
    assert max(answers) < 500
    with world.app.app_context():
        assert list(_found()) == []


def _asker(world: World, row: Row) -> Asker:
    """Somebody who is admitted, about to send what the matrix sends with the poison beside it."""
    name = min(row.ours - {"suspended"}, key=lambda each: (IDENTITIES[each] is None, each))
    own = row.sent if isinstance(row.sent, dict) else {}
    for kind in row.objects.values():
        world.pair(kind)
    return Asker(world, name, Row(row.route, row.ours, row.theirs, {**POISON, **own}))


def _found() -> Iterator[tuple[str, str]]:
    """Every table and column that holds the poison."""
    for table in inspect(db.engine).get_table_names():
        for column in inspect(db.engine).get_columns(table):
            said = f"CAST(\"{column['name']}\" AS TEXT)"
            holds = text(f"SELECT 1 FROM \"{table}\" WHERE {said} LIKE :word OR {said} LIKE :number")
            if db.session.execute(holds, {"word": f"%{WORD}%", "number": f"%{NUMBER}%"}).first():
                yield table, column["name"]
