"""An id that was given is not given to another row: a button on a page of yesterday acts on its own row or on none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, delete, func, select
from sqlalchemy.orm import Session

import models
from booking.demo import cast
from booking.services.rows import add, gathered
from booking.services.transaction import transaction
from models import Account, Authority, LocalHoliday, Role
from models.engine import options_for, prepare
from models.given_once import GIVEN_ONCE

SERVICES = Path(__file__).resolve().parents[2] / "booking" / "services"
UNSEEN = {
    "asset_feature", "calendar_event", "calendar_run", "custom_value", "hold_turn", "idempotency_key", "job_run", "keeping", "mail_choice",
    "occupancy", "outbox", "recovery_code", "regulation_draft", "reminder", "second_factor", "sign_in_attempt", "task_plan",
}  # fmt: skip
"""Rows that the product deletes and whose ids nobody ever sees: they are found by what they belong to."""


def test_what_the_product_deletes_is_known() -> None:
    written = "".join(file.read_text(encoding="utf-8") for file in SERVICES.rglob("*.py"))
    deleted = {getattr(models, name).__tablename__ for name in re.findall(r"\bdelete\(([A-Z]\w+)\)", written)}
    assert deleted - UNSEEN <= GIVEN_ONCE


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_sqlite_is_told_so_for_each_of_them_and_its_tables_have_lost_nothing(session: Session) -> None:
    tables = session.connection().exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    kept = {row.name: row.sql for row in tables}
    assert {name for name, sql in kept.items() if "AUTOINCREMENT" in sql} == GIVEN_ONCE
    for name in GIVEN_ONCE:
        table = models.Base.metadata.tables[name]
        promised = {str(each.name) for each in table.constraints if each.name}
        assert {each for each in promised if each not in kept[name]} == set()


MAKE: dict[str, Callable[[Session], tuple[Any, dict[str, Any]]]] = {
    "role": lambda session: (Role, {
        "account_id": session.scalar(select(func.min(Account.id))), "authority_id": session.scalar(select(func.min(Authority.id))),
        "name": "technician", "valid_from": date(2031, 1, 1), "valid_until": None,
    }),
    "holiday": lambda session: (LocalHoliday, {
        "authority_id": cast.authority_id(session, cast.RANST), "day": date(2031, 7, 11), "name": "Kermismaandag",
    }),
}  # fmt: skip


@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_the_last_row_gone_the_next_has_another_id(region: str, make: Callable[[Session], tuple[Any, dict[str, Any]]]) -> None:
    engine = prepare(create_engine(region, **options_for(region)))
    with Session(engine) as session:
        model, values = make(session)
        given = []
        for waiting in (False, True, False):
            with transaction(session), gathered(session, {model: 1} if waiting else None):
                given.append(add(session, model, **values))
            with transaction(session):
                session.execute(delete(model).where(model.id == given[-1]))
    engine.dispose()
    assert given == sorted(set(given))
