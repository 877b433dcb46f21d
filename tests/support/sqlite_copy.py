"""A SQLite file that can be made again what its template is, while others keep it open."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from tests.support.versions import renewed


class SqliteCopy:
    """A copy of `original`, at an address that stays."""

    def __init__(self, file: Path, original: str) -> None:
        shutil.copyfile(original, file)
        self.url = f"sqlite:///{file}"
        self._original = sqlite3.connect(f"file:{original}?mode=ro&immutable=1", uri=True)
        self._own = sqlite3.connect(file, isolation_level=None, timeout=0)
        self._own.execute("PRAGMA synchronous = OFF")
        self._versions = self._read_versions()
        self._note()

    def put_back(self) -> bool:
        """Copy the template's pages over it, if anybody wrote. False when the schema was changed, or when somebody still writes."""
        try:
            self._own.execute("BEGIN IMMEDIATE")
            seen, schema, used = self._pragma("data_version"), self._pragma("schema_version"), self._read_versions()
            self._own.execute("ROLLBACK")
            if schema != self._schema or seen == self._seen:
                return schema == self._schema
            self._original.backup(self._own, progress=_refuse_to_wait)
            self._versions = renewed(self._versions, used)
            self._own.executemany("UPDATE counter SET value = ? WHERE name = ?", [(value, name) for name, value in self._versions.items()])
        except sqlite3.Error:
            return False
        self._note()
        return True

    def close(self) -> None:
        """Nobody asks for it any more; who has it open keeps it until the run ends."""
        self._own.close()
        self._original.close()

    def _note(self) -> None:
        """How it is now: `data_version` tells whether others wrote since."""
        self._seen, self._schema = self._pragma("data_version"), self._pragma("schema_version")

    def _read_versions(self) -> dict[str, int]:
        return dict(self._own.execute("SELECT name, value FROM counter").fetchall())

    def _pragma(self, name: str) -> int:
        return self._own.execute(f"PRAGMA {name}").fetchone()[0]


def _refuse_to_wait(status: int, _remaining: int, _total: int) -> None:
    """Python's `backup` asks a busy file again for ever."""
    if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        raise sqlite3.OperationalError("somebody writes")
