"""The fixtures that every shelf shares: databases on both engines, the real server, a real browser."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page
from sqlalchemy.orm import Session

from tests.support import databases, kept
from tests.support.browser import DESKTOP, launched, watched_page
from tests.support.engines import ENGINES
from tests.support.house import abandoned_houses, close_house, in_memory, open_house
from tests.support.lending import Lender
from tests.support.server import QUICK_HASH, Server, serving

settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("house")

HOUSE = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Open the house of this run (workers find the one their starter opened) and sweep away those of killed runs."""
    gc.disable()  # until all tests are found: they stay, and looking for garbage among them takes a third of the finding
    os.environ.setdefault("STREEKDEPOT_ARGON2", QUICK_HASH)
    if hasattr(config, "workerinput"):
        return
    for house in abandoned_houses():
        with suppress(Exception):  # a sweep must never stop a run
            databases.leave(house)
        close_house(house)
    config.stash[HOUSE] = open_house()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what this run started."""
    if house := config.stash.get(HOUSE, None):
        databases.leave(house)
        close_house(house)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """When the races run alone, files that hold none need not be read: to collect every test takes ten seconds."""
    alone = config.option.markexpr.startswith("race") and collection_path.suffix == ".py"
    held = "races" in collection_path.parts or "mark.race" in collection_path.read_text(encoding="utf-8") if alone else True
    return None if held else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever asks for the browser is marked so; what is about no database (`one_engine`) runs on PostgreSQL before a release, unless it
    says itself what it runs on.
    """
    for item in items:
        own = any("engine_name" in mark.args[0] for mark in item.iter_markers("parametrize"))
        if item.get_closest_marker("one_engine") and item.get_closest_marker("postgres") and not own:
            item.add_marker("release")
        if {"page", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)  # the longest begin first: nobody waits for them at the end


def pytest_collection_finish() -> None:
    """From here on garbage is looked for again, though never among what was found."""
    gc.freeze()
    gc.set_threshold(10_000)  # as in the product, and also where nobody makes one
    gc.enable()


@pytest.fixture(scope="session")
def house() -> Iterator[Path]:
    """The folder of this run."""
    yield open_house()
    kept.close_all()


@pytest.fixture(scope="session")
def new_database(house: Path) -> Iterator[Callable[[str], str]]:
    """Call it with "sqlite" or "postgresql" for the DATABASE_URL of one more migrated, empty database; kept until the run ends."""
    with ExitStack() as made:
        yield lambda engine: made.enter_context(databases.new_database(house, engine, folder=in_memory(house)))


@pytest.fixture(scope="session")
def lender(house: Path) -> Iterator[Lender]:
    """The databases that go from test to test in this process."""
    lending = Lender(house)
    yield lending
    lending.close()


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each test that asks runs once per engine."""
    return request.param


@pytest.fixture
def database(lender: Lender, engine_name: str) -> Iterator[str]:
    """The DATABASE_URL of a migrated, empty database that nobody else has meanwhile, on SQLite and on PostgreSQL."""
    with lender.lent(engine_name) as url:
        yield url


@pytest.fixture
def region(lender: Lender, engine_name: str) -> Iterator[str]:
    """The same, of a database that holds the demo region as on 1 March 2027, without its history."""
    with lender.lent(engine_name, region=True) as url:
        yield url


@pytest.fixture
def session(database: str) -> Iterator[Session]:
    """A session on `database`, opened as the product opens its own."""
    with Session(kept.engine_on(database), expire_on_commit=False, autoflush=False) as opened:
        yield opened


@pytest.fixture
def server(tmp_path: Path, database: str) -> Iterator[Server]:
    """The product under gunicorn (2 workers, 4 threads) on a fresh database of either engine, started as production starts it."""
    with serving(tmp_path, database, fresh=True) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium per process. A machine without one fails here, with the command that installs it."""
    with launched() as chromium:
        yield chromium


@pytest.fixture
def viewport() -> dict[str, int]:
    """The size of the window; a test that is about phones overrides it: `@pytest.mark.parametrize("viewport", [PHONE])`."""
    return DESKTOP


@pytest.fixture
def page(browser: Browser, viewport: dict[str, int]) -> Iterator[Page]:
    """A fresh page. The test fails when the browser's console shows an error or a breach of the content security policy."""
    with watched_page(browser, viewport) as (opened, complaints):
        yield opened
    assert complaints.found == []
