"""Every route × every identity × an object of one's own and of another authority (TEST_PLAN T-30)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.web.access import EVERYONE, IDENTITIES, ROWS, STRANGER, Row
from tests.web.conftest import opened
from tests.web.world import MOMENT, World

pytestmark = pytest.mark.one_engine

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
    people = {name: Asker(world, name, row) for name in IDENTITIES}
    found = {(name, side): _outcome(people[name].ask(side), name) for name, side in meant}
    assert {cell: found[cell] for cell in found if found[cell] != meant[cell]} == {}


class Asker:
    """One identity at one route, signed in."""

    def __init__(self, world: World, name: str, row: Row) -> None:
        self.world, self.row = world, row
        self.is_program = row.rule.startswith("/api/")
        browser = world.reader if row.method == "GET" else world.visitor  # what is sent may end a visit
        self.visitor = browser(STRANGER if self.is_program else name)
        self.headers = {"Authorization": f"Bearer {world.tokens[name]}"} if self.is_program and name != STRANGER else {}
        self.token = self.visitor.token() if row.method != "GET" and not self.is_program else ""

    def ask(self, side: str) -> TestResponse:
        """The answer about our object, theirs, or one that does not exist."""
        address = self.row.rule
        for part, kind in self.row.objects.items():
            address = address.replace(part, "999999" if side == NOBODYS else self.world.pair(kind)[side == THEIRS])
        sent: dict[str, Any] = {}
        if self.row.method != "GET":
            sent = {"json": self.row.sent or {}} if self.is_program else {"data": {"csrf_token": self.token, **(self.row.sent or {})}}
        return self.visitor.open(self.row.method, address, headers=self.headers, **sent)


def _outcome(answer: TestResponse, name: str) -> str:
    """`in`, `out`, or what should never be."""
    to_sign_in = answer.headers.get("Location", "").partition("?")[0] == "/aanmelden"
    told = answer.get_data().decode(errors="replace")  # a workbook is no text
    if answer.status_code >= 500 or answer.status_code == 405 or "form_expired" in told or "Formulier verlopen" in told:
        return f"{answer.status_code}"
    if name in {STRANGER, "suspended"}:
        return "out" if to_sign_in or answer.status_code in {401, 404} else "in"
    return "out" if answer.status_code in {403, 404} else "in"


def test_the_matrix_knows_everybody_it_names() -> None:
    assert all(row.ours <= EVERYONE and (row.theirs or set()) <= EVERYONE for row in ROWS)
