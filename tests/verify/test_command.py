"""`flask verify` as an administrator runs it: what it prints and with which code it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import delete, text, update
from sqlalchemy.orm import Session

from app import create_app
from booking.web.extensions import db
from models import Conflict, Quote
from tests.verify.world import NOW


@pytest.fixture
def run(house_in_order: Session, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs the command on the small house at the moment at which it is in order."""
    monkeypatch.setenv("STREEKDEPOT_NOW", NOW.isoformat())
    monkeypatch.setenv("STREEKDEPOT_INSTANCE", str(tmp_path))
    house_in_order.commit()
    app: Flask = create_app({"SQLALCHEMY_DATABASE_URI": database, "SECRET_KEY": "for tests only"})
    yield lambda: app.test_cli_runner().invoke(args=["verify"])
    with app.app_context():
        db.engine.dispose()


def test_a_house_in_order_gives_one_line_with_counts(run: Callable[[], Result]) -> None:
    result = run()
    assert (result.exit_code, result.output) == (0, "Nothing is wrong: reservation 2, line 11, occupancy 19, quote 4.\n")


def test_each_violation_is_a_line_with_its_table_and_row_and_the_code_is_one(run: Callable[[], Result], house_in_order: Session) -> None:
    house_in_order.execute(delete(Conflict).where(Conflict.id == 1))
    house_in_order.execute(update(Quote).where(Quote.id == 3).values(vat=420))
    house_in_order.commit()
    result = run()
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "occupancy 11: conflict unknown (asset=1 fact=1 line=9 at=2027-05-11T08:00:00+00:00)",
        "quote 3: total wrong (column=vat kept=420 computed=421)",
    ]
    assert result.stderr == "Error: 2 violations found.\n"


def test_it_writes_nothing_and_waits_for_nobody(run: Callable[[], Result], house_in_order: Session) -> None:
    house_in_order.connection(execution_options={"immediate": True})
    house_in_order.execute(text("UPDATE counter SET value = value + 1"))  # a writer in the middle of its work
    assert run().exit_code == 0
    house_in_order.rollback()
