"""Databases that go from test to test: each finds its own as if it were new, because what the last one changed has been put back."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from tests.support import databases
from tests.support.house import in_memory
from tests.support.postgres_copy import PostgresCopy
from tests.support.sqlite_copy import SqliteCopy


class Copy(Protocol):
    """One database of this process, made from a template."""

    url: str

    def put_back(self) -> bool:
        """Make it what it was; False when that cannot be done with certainty, upon which nobody gets it any more."""

    def close(self) -> None:
        """Let go of it."""


class Lender:
    """The databases of one process, per engine and per content (empty, or the demo region).

    To put back is cheaper than to make: PostgreSQL copies a thousand files for each new database. And an address that stays the same lets
    the engines and applications that were opened on it stay open (tests/support/kept.py).
    """

    def __init__(self, house: Path) -> None:
        self.house = house
        self.free: defaultdict[tuple[str, bool], list[Copy]] = defaultdict(list)

    @contextmanager
    def lent(self, engine: str, *, region: bool = False) -> Iterator[str]:
        """The DATABASE_URL of a migrated database on `engine`, empty or with the demo region of 1 March 2027, that nobody else has now."""
        copy = self._as_new(engine, region)
        yield copy.url
        self.free[engine, region].append(copy)

    def _as_new(self, engine: str, region: bool) -> Copy:
        free = self.free[engine, region]
        while free:
            copy = free.pop()
            if copy.put_back():
                return copy
            copy.close()
        return self._made(engine, region)

    def _made(self, engine: str, region: bool) -> Copy:
        if engine == "postgresql":
            return PostgresCopy(databases.new_on_server(self.house, region=region))
        file = in_memory(self.house) / f"{secrets.token_hex(6)}.db"
        return SqliteCopy(file, databases.sqlite_template(self.house, region=region))

    def close(self) -> None:
        """Let go of all that is not lent now."""
        for copies in self.free.values():
            for copy in copies:
                copy.close()
        self.free.clear()
