"""The API of the demo region, in one database per file and engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.engines import ENGINES
from tests.support.lending import Lender
from tests.web.api.program import MOMENT, Program
from tests.web.conftest import opened


@pytest.fixture(scope="module", params=ENGINES)
def api(request: pytest.FixtureRequest, lender: Lender) -> Iterator[Program]:
    """A program that talks to the API on either engine, at MOMENT."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("STREEKDEPOT_NOW", MOMENT)
        with lender.lent(request.param, region=True) as region, opened(region, DEMO=True) as app:
            yield Program(app)


@pytest.fixture
def program(region: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """One of a test's own, on the engine that its file names."""
    monkeypatch.setenv("STREEKDEPOT_NOW", MOMENT)
    with opened(region, DEMO=True) as app:
        yield Program(app)
