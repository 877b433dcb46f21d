"""Every route × every identity × an object of one's own and of another authority (TEST_PLAN T-30)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from werkzeug.test import TestResponse

from tests.web.access import EVERYONE, IDENTITIES, ROWS, STRANGER, Row
from tests.web.conftest import opened
from tests.web.world import MOMENT, World

OURS, THEIRS, NOBODYS = "ours", "theirs", "nobody's"


@pytest.fixture(scope="session")
def worlds(new_database) -> Iterator[Callable[[str], World]]:
    """One world per engine, loaded when it is first asked for."""
    made: dict[str, World] = {}
    with ExitStack() as kept:

        def world_on(engine: str) -> World:
            if engine not in made:
                made[engine] = World(kept.enter_context(opened(new_database(engine), DEMO=True)))
            return made[engine]

        yield world_on


@pytest.fixture
def world(worlds, engine_name: str, at) -> World:
    at(MOMENT)
    return worlds(engine_name)


def test_every_route_has_its_row(app) -> None:
    there = {
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    listed = [row.route for row in ROWS]
    assert (there - set(listed), set(listed) - there) == (set(), set())
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.route)
def test_only_those_who_may_get_through(world: World, row: Row) -> None:
    sides = {OURS: row.ours}
    if row.objects:
        sides |= {THEIRS: row.theirs if row.theirs is not None else row.ours, NOBODYS: frozenset()}
    meant = {(name, side): "in" if name in admitted else "out" for side, admitted in sides.items() for name in IDENTITIES}
    found = {(name, side): _outcome(_asked(world, name, row, side), name) for name, side in meant}
    assert {cell: found[cell] for cell in found if found[cell] != meant[cell]} == {}


def _asked(world: World, name: str, row: Row, side: str) -> TestResponse:
    """The answer to this identity about our object, theirs, or one that does not exist."""
    address = row.rule
    for part, kind in row.objects.items():
        value = "999999" if side == NOBODYS else world.pair(kind)[side == THEIRS]
        address = address.replace(part, value)
    visitor = world.visitor(name)
    if row.rule.startswith("/api/"):
        headers = {"Authorization": f"Bearer {world.tokens[name]}"} if name != STRANGER else {}
        return visitor.open(row.method, address, headers=headers, json=row.json if row.method != "GET" else None)
    if row.method == "GET":
        return visitor.get(address)
    return visitor.send(address, row.json, method=row.method)


def _outcome(answer: TestResponse, name: str) -> str:
    """`in`, `out`, or what should never be."""
    to_sign_in = answer.headers.get("Location", "").partition("?")[0] == "/aanmelden"
    if answer.status_code >= 500 or answer.status_code in {400, 405}:
        return f"{answer.status_code}"
    if name in {STRANGER, "suspended"}:
        return "out" if to_sign_in or answer.status_code in {401, 404} else "in"
    return "out" if answer.status_code in {403, 404} else "in"


def test_the_matrix_knows_everybody_it_names() -> None:
    assert all(row.ours <= EVERYONE and (row.theirs or set()) <= EVERYONE for row in ROWS)
