"""The product with a lock or the guard taken away, in a throw-away copy: what shows that the races can be lost."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.support.server import ROOT

PARTS = ("app.py", "booking", "models", "migrations", "templates", "static")

# Written below what is there, so that the later definition counts; the name it replaces must exist.
LOCK_OFF = {
    "booking/services/ledger.py": ("def _keys(", "def _keys(*_: object) -> tuple[list[int], list[int]]:\n    return [], []\n"),
    # The idempotency key is written first and would take SQLite's only write lock; so every statement stands by itself.
    "models/engine.py": ("def _begin_sqlite(", "def _begin_sqlite(*_: object) -> None: ...\n"),
    # There a new row has the next id, and of two who take the same one is sent back to look again: here ids are anybody's guess.
    "booking/services/rows.py": (
        "def _last_ids(",
        'def _last_ids(models: tuple[Model, ...]) -> str:\n    return "SELECT " + ", ".join("abs(random()) % 900000000" for _ in models)\n',
    ),
}
# Where a whole page races against the API, or what fits is nearly all, both seldom stand between looking and writing at once: there
# everybody lingers.
LINGER = """

import random, time
_at_once = {name}


def {name}(*what):
    time.sleep(random.uniform(0, 0.2))
    return _at_once(*what)
"""
LINGERING = {"booking/services/ledger.py": "rows_of"}
GUARD_OFF = {
    "sqlite": ("DROP TRIGGER occupancy_guard_insert", "DROP TRIGGER occupancy_guard_update"),
    "postgresql": ("DROP TRIGGER occupancy_guard ON occupancy", "ALTER TABLE occupancy DROP CONSTRAINT occupancy_full"),
}


def tree_without_locks(folder: Path, *, lingering: bool = False) -> Path:
    """A copy of the product's files in which nobody waits for a turn, or in which everybody moreover lingers before writing."""
    tree = folder / "tree"
    tree.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tree / part, ignore=shutil.ignore_patterns("__pycache__", "vendor"))
        else:
            shutil.copy(source, tree / part)
    for name, (replaced, replacement) in LOCK_OFF.items():
        _write_below(tree / name, replaced, f"\n\n{replacement}")
    for name, slowed in LINGERING.items() if lingering else ():
        _write_below(tree / name, f"def {slowed}(", LINGER.format(name=slowed))
    return tree


def _write_below(file: Path, replaced: str, replacement: str) -> None:
    written = file.read_text(encoding="utf-8")
    assert replaced in written, f"{file.name} has no {replaced}"
    file.write_text(f"{written}{replacement}", encoding="utf-8")


def take_the_guard_away(session: Session) -> None:
    """Drop what refuses promises that overlap."""
    for statement in GUARD_OFF[session.get_bind().dialect.name]:
        session.execute(text(statement))
    session.commit()
