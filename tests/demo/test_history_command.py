"""`flask demo`: what it prints, for people and for scripts, and that it may be repeated."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from app import create_app
from booking.demo import cast
from booking.web.extensions import db

SHAPES = {
    "authorities": {"id", "name", "nis"},
    "accounts": {"email", "password", "roles", "borrowers"},
    "borrowers": {"id", "name", "kind", "authority"},
    "assets": {"id", "name", "category", "authority", "units"},
}


@pytest.fixture
def demo(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Result]]:
    """Runs the command on an empty database."""
    monkeypatch.setenv("STREEKDEPOT_INSTANCE", str(tmp_path))
    monkeypatch.setenv("STREEKDEPOT_NOW", "2026-11-22T10:00:00+01:00")
    app = create_app({"SQLALCHEMY_DATABASE_URI": database, "SECRET_KEY": "for tests only"})
    yield lambda *options: app.test_cli_runner().invoke(args=["demo", "--no-history", *options])
    with app.app_context():
        db.engine.dispose()


def test_scripts_get_one_object_and_nothing_else(demo: Callable[..., Result]) -> None:
    result = demo("--json")
    assert (result.exit_code, result.stderr) == (0, "")
    told = json.loads(result.stdout)
    assert {name: set(rows[0]) for name, rows in told.items()} == SHAPES
    assert {frozenset(row) for rows in told.values() for row in rows} == set(map(frozenset, SHAPES.values()))
    assert json.loads(demo("--json").stdout) == told


def test_what_it_tells_hangs_together(demo: Callable[..., Result]) -> None:
    told = json.loads(demo("--json").stdout)
    authorities, borrowers = ({row["id"] for row in told[name]} for name in ("authorities", "borrowers"))
    assert {row["authority"] for name in ("borrowers", "assets") for row in told[name]} <= authorities
    assert {role["authority"] for row in told["accounts"] for role in row["roles"]} <= authorities
    assert {borrower for row in told["accounts"] for borrower in row["borrowers"]} == borrowers
    assert [row["email"] for row in told["accounts"]][: len(cast.SIGN_INS)] == list(cast.SIGN_INS)


def test_people_are_told_how_to_sign_in_once(demo: Callable[..., Result]) -> None:
    first, second = demo().stdout, demo().stdout
    assert cast.PASSWORD in first
    assert all(email in first for email in cast.SIGN_INS)
    assert second == "The demo region was there already.\n"
