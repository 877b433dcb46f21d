"""What is never rewritten, what is noticed when it changes, and times that must say their zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import JSON, Column, Connection, Date, Integer, Table, exc, insert, select, text, update

from models import (
    Account,
    Audit,
    Base,
    Category,
    Change,
    Charge,
    ChargeDecision,
    ChargePost,
    Contract,
    ContractMark,
    Counter,
    Decision,
    Exemption,
    ExemptionEnd,
    HandoverItem,
    HandoverRecord,
    LineMove,
    PaymentMark,
    ProofVerdict,
    QuoteBasis,
    QuoteLine,
    ReturnReport,
    TermsAcceptance,
    TermsEnd,
    TermsVersion,
    guard,
)  # fmt: skip
from models.base import UtcDateTime
from tests.models.ledger import ORIGIN, added

BRUSSELS = ZoneInfo("Europe/Brussels")
TABLES: dict[str, Table] = {mapper.local_table.name: mapper.local_table for mapper in Base.registry.mappers}  # type: ignore[misc]
WORDS = {
    ("authority", "kind"): "municipality",
    ("depot", "kind"): "hall",
    ("requirement", "kind"): "liability",
    ("contingent", "measure"): "units",
    ("policy", "kind"): "liability",
    ("qualification", "kind"): "licence_be",
    ("inspection", "verdict"): "passed",
    ("maintenance_plan", "kind"): "maintenance",
    ("work_order", "kind"): "inspection",
    ("work_order", "state"): "proposed",
    ("agreement_beneficiary", "borrower_kind"): "school",
    ("regulation", "prices_by"): "use",
    ("regulation", "state"): "draft",
    ("regulation_part", "sort"): "article",
}

DECIDED = {"organ": "gemeenteraad", "number": "2087/6", "link": "", "recorded_at": ORIGIN}
ROWS: dict[type[Base], dict[str, Any]] = {
    Audit: {"at": ORIGIN, "act": "approved", "subject": "line", "subject_id": 1, "details": {}},
    Change: {"at": ORIGIN, "noun": "depot", "subject_id": 1, "version": 1, "before": {"name": "A"}, "after": {"name": "B"}},
    Charge: {"dossier_id": 1, "occasion": "late", "basis": {}, "net": 500, "vat": 0, "total": 500, "at": ORIGIN},
    ChargeDecision: {"charge_id": 1, "step": "waived", "amount": 0, "at": ORIGIN},
    ChargePost: {"charge_id": 1, "position": 1, "article": "9", "code": "per_day", "details": {}, "amount": 500, "vat": "exempt"},
    Contract: {"dossier_id": 1, "number": 1, "basis": "0" * 64, "data": {}, "made_at": ORIGIN},
    ContractMark: {"contract_id": 1, "step": "accepted", "account_id": 1, "name": "An", "at": ORIGIN},
    TermsAcceptance: {"dossier_id": 1, "version_id": 1, "account_id": 1, "name": "An", "door": "api", "at": ORIGIN},
    TermsEnd: {"version_id": 1, "last": ORIGIN.date(), "recorded_at": ORIGIN},
    TermsVersion: {"authority_id": 1, "number": 1, "valid_from": ORIGIN.date(), "texts": {}, "categories": [], "published_at": ORIGIN},
    Decision: {"line_id": 1, "act": "approved", "at": ORIGIN, "reason": "", "findings": []},
    Exemption: {"lender_id": 1, "borrower_id": 2, **DECIDED, "valid_from": ORIGIN.date()},
    ExemptionEnd: {"exemption_id": 1, **DECIDED, "last": ORIGIN.date()},
    HandoverItem: {"record_id": 1, "position": 1, "key": "check-1", "kind": "condition", "text": "Proper", "expected": 0, "fine": True},
    HandoverRecord: {"line_id": 1, "way": "out", "units": 1, "entered_at": ORIGIN, "at": ORIGIN},
    LineMove: {"line_id": 1, "from_state": "draft", "to_state": "requested", "party": "borrower", "at": ORIGIN, "reason": ""},
    PaymentMark: {"receivable_id": 1, "sort": "received", "amount": 500, "day": ORIGIN.date(), "at": ORIGIN},
    ProofVerdict: {"policy_id": 1, "revision": 1, "authority_id": 1, "accepted": True, "at": ORIGIN},
    QuoteBasis: {"quote_id": 1, "parts": []},
    ReturnReport: {"line_id": 1, "measures": {}, "at": ORIGIN},
    QuoteLine: {
        "quote_id": 1, "position": 1, "regulation_id": 1, "article": "4", "code": "per_day", "details": {}, "amount": 100, "vat": "exempt"
    },
}  # fmt: skip


@pytest.fixture(params=ROWS, ids=lambda model: model.__tablename__)
def written(request: pytest.FixtureRequest, connection: Connection) -> Table:
    """A table of history with one row in it."""
    _write(connection, request.param)
    return request.param.__table__


def _write(connection: Connection, model: type[Base], **values: object) -> None:
    """A row of history whose keys point nowhere."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    else:
        connection.execute(text("SET session_replication_role = replica"))
    added(connection, model, **ROWS[model] | values)
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET session_replication_role = origin"))


def test_the_tables_of_history_are_those_the_guard_knows() -> None:
    assert {model.__tablename__ for model in ROWS} == set(guard.APPEND_ONLY)


def test_history_is_not_changed(connection: Connection, written: Table) -> None:
    with pytest.raises(exc.DBAPIError, match=guard.APPEND):
        connection.execute(update(written).values(id=2))


def test_history_is_not_deleted(connection: Connection, written: Table) -> None:
    with pytest.raises(exc.DBAPIError, match=guard.APPEND):
        connection.execute(written.delete())


@pytest.mark.parametrize("values", [{"person": "Tom"}, {"person": "", "note": "heel"}, {"person": "", "at": ORIGIN + timedelta(1)}])
def test_of_who_took_something_over_the_name_can_be_forgotten_and_nothing_else(connection: Connection, values: dict[str, Any]) -> None:
    _write(connection, HandoverRecord, person="Lien", note="stuk")
    if connection.dialect.name == "postgresql":  # whose keys point nowhere still
        connection.exec_driver_sql("ALTER TABLE handover_record DISABLE TRIGGER ALL")
        connection.exec_driver_sql("ALTER TABLE handover_record ENABLE TRIGGER handover_record_append_only")
    connection.execute(update(HandoverRecord).values(person=""))
    assert connection.scalars(select(HandoverRecord.person)).one() == ""
    with pytest.raises(exc.DBAPIError, match=guard.APPEND):
        connection.execute(update(HandoverRecord).values(**values))


def test_every_write_to_the_catalogue_raises_its_version(connection: Connection) -> None:
    versions = [_version(connection)]
    category = added(connection, Category, code="stage", name="Stages")
    versions.append(_version(connection))
    for statement in ("UPDATE category SET name = 'Podia' WHERE id = {}", "DELETE FROM category WHERE id = {}"):
        connection.exec_driver_sql(statement.format(category))
        versions.append(_version(connection))
    assert versions == sorted(set(versions))


FITTING = {  # what a CHECK asks of a row
    "borrower": {"kind": "resident"},
    "role": {"name": "desk"},
    "policy": {"borrower_id": 1, "kind": "liability"},
    "proof_verdict": {"policy_id": 1, "accepted": True},
    "asset_feature": {"feature": "surface", "value": 12.5},
    "api_token": {"token_hash": b"1"},
    "task_plan": {"kind": "clean"},
    "exemption": {"lender_id": 1, "borrower_id": 2},
}


@pytest.mark.parametrize(("table", "counter"), guard.VERSIONED.items())
def test_every_table_that_is_remembered_raises_its_version(connection: Connection, table: str, counter: str) -> None:
    before = _version(connection, counter)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    else:
        connection.exec_driver_sql("SET session_replication_role = origin")
        connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER {table}_raises_version")
    connection.execute(insert(TABLES[table]).values(_anything(TABLES[table]) | FITTING.get(table, {})))
    assert _version(connection, counter) > before


def test_a_write_elsewhere_leaves_the_version_alone(connection: Connection) -> None:
    before = _version(connection)
    added(connection, Account, email="an@ranst.example", name="An", created_at=ORIGIN)
    assert _version(connection) == before


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(datetime(2087, 6, 2, 12, tzinfo=UTC), id="summer in UTC"),
        pytest.param(datetime(2087, 12, 2, 12, tzinfo=BRUSSELS), id="winter in Brussels"),
        pytest.param(datetime(2026, 10, 25, 2, 30, fold=0, tzinfo=BRUSSELS), id="the first half past two of the long night"),
        pytest.param(datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BRUSSELS), id="the second half past two of the long night"),
        pytest.param(datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC), id="before computers counted"),
        pytest.param(datetime(2087, 6, 2, 12, tzinfo=timezone(timedelta(hours=-11))), id="the other side of the world"),
    ],
)
def test_a_moment_comes_back_as_it_went(connection: Connection, given: datetime) -> None:
    account = added(connection, Account, email="an@ranst.example", name="An", created_at=given)
    read = connection.scalars(select(Account.created_at).where(Account.id == account)).one()
    assert read == given.astimezone(UTC)
    assert read.tzinfo is UTC


def test_a_time_without_a_zone_is_refused_when_it_is_written_or_asked(connection: Connection) -> None:
    naive = ORIGIN.replace(tzinfo=None)
    with pytest.raises(exc.StatementError, match="naive time"):
        added(connection, Account, email="an@ranst.example", name="An", created_at=naive)
    with pytest.raises(exc.StatementError, match="naive time"):
        connection.execute(select(Account.id).where(Account.created_at == naive))


def _version(connection: Connection, counter: str = "catalogue") -> int:
    return connection.scalars(select(Counter.value).where(Counter.name == counter)).one()


def _anything(table: Table) -> dict[str, object]:
    """Values that satisfy every constraint of a table of the catalogue but its foreign keys."""
    whose = {"relation": "own"} if table.name == "contingent" else {}  # it is for somebody
    needed = (column for column in table.columns if not (column.primary_key or column.nullable or column.default))
    return {column.name: _value(column) for column in needed} | whose


def _value(column: Column[Any]) -> object:
    if isinstance(column.type, UtcDateTime):
        return ORIGIN
    if isinstance(column.type, Date):
        return ORIGIN.date()
    if isinstance(column.type, JSON):
        return {}
    if isinstance(column.type, Integer):
        return {"opens": 0, "part_id": 2}.get(column.name, 1)
    return WORDS.get((column.table.name, column.name), "any")
