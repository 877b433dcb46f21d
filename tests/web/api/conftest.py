"""The API of the demo region, loaded once per file and engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.support.engines import ENGINES
from tests.web.api.program import MOMENT, Program
from tests.web.conftest import opened


@pytest.fixture(scope="module", params=ENGINES)
def api(request: pytest.FixtureRequest, new_database: Callable[[str], str]) -> Iterator[Program]:
    """A program that talks to the API on either engine, at MOMENT."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("STREEKDEPOT_NOW", MOMENT)
        with opened(new_database(request.param), DEMO=True) as app:
            yield Program(app)
