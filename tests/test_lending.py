"""A database that goes from test to test is as new for each of them: on both engines, whatever the last one did to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from tests.support.engines import ENGINES
from tests.support.kept import engine_on
from tests.support.lending import Lender
from tests.support.versions import renewed

Lend = Callable[[], AbstractContextManager[str]]

RUN = "INSERT INTO job_run (job, due_at, started_at, outcome) VALUES ('mails', '2027-03-01 09:00', '2027-03-01 09:00', '') RETURNING id"
RENAME = "UPDATE authority SET name = 'Nergens' WHERE nis = '11035'"


@pytest.fixture(scope="module", params=ENGINES)
def lend(request: pytest.FixtureRequest, house: Path) -> Iterator[Lend]:
    """Call it for the region, lent; one database goes round."""
    lender = Lender(house)
    yield lambda: lender.lent(request.param, region=True)
    lender.close()


def did(url: str, *statements: str) -> list[object]:
    """What each statement answered first, in one transaction that was committed."""
    with engine_on(url).begin() as connection:
        answers = [connection.execute(text(statement)) for statement in statements]
        return [answer.scalar() if answer.returns_rows else None for answer in answers]


def content(url: str) -> dict[str, list[str]]:
    """All rows of all tables but the versions."""
    with engine_on(url).begin() as connection:
        tables = set(inspect(connection).get_table_names()) - {"counter"}
        return {table: sorted(map(repr, connection.execute(text(f'SELECT * FROM "{table}"')))) for table in tables}


def version(url: str) -> int:
    [number] = did(url, "SELECT value FROM counter WHERE name = 'catalogue'")
    assert isinstance(number, int)
    return number


@pytest.mark.parametrize(
    "acts",
    [
        [RUN],
        [RUN, "DELETE FROM job_run"],
        [RENAME],
        ["DELETE FROM opening_slot"],
        ["INSERT INTO counter (name, value) VALUES ('only here', 1)", RUN, RUN.replace("mails", "expiries"), RENAME],
    ],
    ids=["written", "written and deleted", "changed", "deleted", "all of it"],
)
def test_what_one_left_behind_the_next_does_not_find(lend: Lend, acts: list[str]) -> None:
    with lend() as first:
        before = content(first)
        did(first, *acts)
    with lend() as second:
        assert second == first
        assert content(second) == before
        assert did(second, RUN, "SELECT count(*) FROM counter WHERE name = 'only here'") == [1, 0]


def test_a_version_that_stood_for_other_content_is_never_given_again(lend: Lend) -> None:
    given = []
    for _ in range(3):
        with lend() as url:
            given.append(version(url))
            did(url, RENAME)
            given.append(version(url))
    assert given == sorted(set(given))


def test_what_was_only_read_keeps_its_version(lend: Lend) -> None:
    with lend() as first:
        before = version(first)
    with lend() as second:
        assert (second, version(second)) == (first, before)


def test_a_changed_schema_is_lent_to_nobody(lend: Lend) -> None:
    with lend() as first:
        did(first, "CREATE TABLE extra (id integer)")
    with lend() as second:
        assert second != first
        assert "extra" not in content(second)


def test_where_somebody_still_writes_nobody_else_comes(lend: Lend) -> None:
    with lend() as first:
        late = Session(engine_on(first))
        late.execute(text(RENAME))
    with lend() as second:
        assert second != first
        late.commit()
        late.close()
        assert did(second, "SELECT count(*) FROM authority WHERE name = 'Nergens'") == [0]


@pytest.mark.parametrize(
    ("standing", "used", "new"),
    [
        ({"catalogue": 7}, {"catalogue": 7}, {"catalogue": 7}),
        ({"catalogue": 7}, {"catalogue": 9}, {"catalogue": 10}),
        ({"catalogue": 7}, {"catalogue": 3}, {"catalogue": 8}),
        ({"catalogue": 7}, {}, {"catalogue": 8}),
        ({"catalogue": 7, "borrowers": 2}, {"catalogue": 7, "borrowers": 3, "asset:5": 1}, {"catalogue": 7, "borrowers": 4}),
    ],
)
def test_a_version_is_raised_where_it_was_used(standing: dict[str, int], used: dict[str, int], new: dict[str, int]) -> None:
    assert renewed(standing, used) == new
