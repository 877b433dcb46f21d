"""One ground and one server per engine for all races; what they measured is printed at the end of the run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.races.clients import Caller
from tests.races.ground import ENVIRONMENT, Ground, new_ground
from tests.races.weakened import take_the_guard_away, tree_without_locks
from tests.support.engines import ENGINES
from tests.support.server import Server, serving

MEASURED = "measured"
HERE = Path(__file__).parent


class Arena(NamedTuple):
    """The ground, and the product that serves it."""

    ground: Ground
    server: Server

    def caller(self, token: str) -> Caller:
        """Someone who talks to the server."""
        return Caller(self.server.url, token)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that is here is a race; those on one engine stay with one worker, which has its ground and its server."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("race")
            item.add_marker(pytest.mark.xdist_group(item.callspec.params["engine_name"]))


@pytest.fixture(scope="session", params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """For the whole session, so that all races on one engine share its ground and its server."""
    return request.param


@pytest.fixture(scope="session")
def arena(house: Path, engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    """The product as production runs it, on a ground where every test puts assets of its own."""
    with new_ground(house, engine_name) as ground, serving(tmp_path_factory.mktemp("arena"), ground.database, **ENVIRONMENT) as server:
        yield Arena(ground, server)


@pytest.fixture
def mortal(house: Path, engine_name: str, tmp_path: Path) -> Iterator[Arena]:
    """The same on a ground of its own, to be killed or otherwise troubled."""
    with _on_its_own(house, engine_name, tmp_path) as arena:
        yield arena


@pytest.fixture
def unlocked(house: Path, engine_name: str, tmp_path: Path) -> Iterator[Arena]:
    """A server that takes no lock, on a ground of its own."""
    with _on_its_own(house, engine_name, tmp_path, tree=tree_without_locks(tmp_path)) as arena:
        yield arena


@pytest.fixture(scope="session")
def lingering(house: Path, engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    """One more, where everybody moreover lingers between looking and writing, and no guard stands behind them: all lose there."""
    folder = tmp_path_factory.mktemp("lingering")
    with _on_its_own(house, engine_name, folder, tree=tree_without_locks(folder, lingering=True)) as arena:
        take_the_guard_away(arena.ground.session)
        yield arena


@contextmanager
def _on_its_own(house: Path, engine_name: str, folder: Path, **how: Any) -> Iterator[Arena]:
    with new_ground(house, engine_name) as ground, serving(folder, ground.database, **how, **ENVIRONMENT) as server:
        yield Arena(ground, server)


@pytest.fixture
def measured(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> Callable[[str, object], None]:
    """Call it with what was raced and what came of it."""
    engine = request.getfixturevalue("engine_name")
    return lambda race, figures: record_property(MEASURED, f"{race}, {engine}: {figures}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print every figure (docs/figures.md quotes them)."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.getreports(outcome) if report.when == "call"]
    figures = [value for report in reports for name, value in report.user_properties if name == MEASURED]
    if figures:
        terminalreporter.section("measured in the races")
        for line in figures:
            terminalreporter.write_line(str(line))
