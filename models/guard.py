"""What the database itself refuses, raw SQL included: promises that overlap, history or a published regulation that is rewritten,
settings that change unseen.

`install` is safe to repeat and runs after every migration, because batch migrations on SQLite drop triggers silently.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, inspect

from models import guard_exemptions, guard_feeds
from models.guard_postgresql import POSTGRESQL
from models.guard_sqlite import SQLITE
from models.handovers import HandoverRecord

APPEND_ONLY = (
    "audit", "change", "charge", "charge_decision", "charge_post", "contract", "contract_mark", "decision", "exemption", "exemption_end",
    "handover_item", "handover_record", "line_move", "payment_mark", "proof_verdict", "quote_basis", "quote_line", "return_report",
    "terms_acceptance", "terms_end", "terms_version",
)  # fmt: skip

FORGOTTEN = {"handover_record": "person"}
"""What alone may still happen to a row of history: that somebody's name in it is emptied (docs/decisions/0026)."""
_BESIDE = {"handover_record": [column.name for column in HandoverRecord.__table__.columns if column.name != "person"]}

# A change in one of these makes every process read its catalogue anew (booking/queries/catalogue.py).
CATALOGUE = (
    "agreement", "agreement_beneficiary", "agreement_party", "agreement_scope", "agreement_term", "asset", "asset_feature", "authority",
    "category", "closed_days", "contingent", "depot", "exemption", "exemption_end", "fair_use",
    "group_member", "inspection", "keeping", "lending_rule",
    "local_holiday", "maintenance_plan", "management", "opening_slot", "part", "photograph", "regulation", "regulation_part", "requirement",
    "share", "task_plan", "terms_end", "terms_version", "work_order",
)  # fmt: skip

# A change in one of these makes them forget the borrowers that they remember.
BORROWERS = ("borrower", "policy", "proof_verdict", "recognition")

# A change in one of these makes them forget what people may.
PEOPLE = ("account", "api_token", "membership", "role")

VERSIONED = {**dict.fromkeys(CATALOGUE, "catalogue"), **dict.fromkeys(BORROWERS, "borrowers"), **dict.fromkeys(PEOPLE, "people")}

# Names that an IntegrityError of the guard carries on both databases; `booking/services/transaction.py` turns them into sentences.
FULL = "occupancy_full"
NOT_A_LEAF = "occupancy_not_a_leaf"
TOO_LONG = "occupancy_too_long"
STOCK_PROMISED = "asset_units_promised"
APPEND = "append_only"
SETTLED = "regulation_settled"
EXEMPTION = guard_exemptions.OVERLAPS


def install(connection: Connection) -> None:
    """Create or replace every trigger and constraint of the guard, on the tables that this connection's database has by now."""
    for statement in statements(connection.dialect.name, inspect(connection).get_table_names()):
        connection.exec_driver_sql(statement)


def step_aside(connection: Connection) -> None:
    """Drop the triggers on SQLite before migrations: a table cannot be rebuilt while a trigger of another one names it."""
    if connection.dialect.name == "sqlite":
        for statement in statements("sqlite"):
            if statement.startswith("DROP TRIGGER"):
                connection.exec_driver_sql(statement)


def statements(dialect: str, tables: Collection[str] | None = None) -> list[str]:
    """The guard as SQL, in order, for `sqlite` or `postgresql`; given `tables`, for those alone, as an older revision needs."""
    written = [table for table in APPEND_ONLY if tables is None or table in tables]
    versioned = {table: counter for table, counter in VERSIONED.items() if tables is None or table in tables}
    register = tables is None or "exemption_end" in tables
    if dialect == "sqlite":
        own = [*SQLITE, *guard_feeds.SQLITE, *(guard_exemptions.SQLITE if register else ())]
        return [*own, *_sqlite_append_only(written), *_sqlite_versions(versioned)]
    own = [*POSTGRESQL, *guard_feeds.POSTGRESQL, *(guard_exemptions.POSTGRESQL if register else ())]
    return [*own, *_postgresql_append_only(written), *_postgresql_versions(versioned)]


def _sqlite_append_only(tables: Collection[str]) -> list[str]:
    found = []
    for table in tables:
        for act in ("UPDATE", "DELETE"):
            name = f"{table}_append_only_{act.lower()}"
            when = _sqlite_unless_forgotten(table) if act == "UPDATE" and table in FORGOTTEN else ""
            found += [
                f"DROP TRIGGER IF EXISTS {name}",
                f"CREATE TRIGGER {name} BEFORE {act} ON {table} {when}BEGIN SELECT RAISE(ABORT, '{APPEND}'); END",
            ]
    return found


def _sqlite_unless_forgotten(table: str) -> str:
    same = " AND ".join(f"NEW.{column} IS OLD.{column}" for column in _BESIDE[table])
    return f"WHEN NOT (NEW.{FORGOTTEN[table]} = '' AND {same}) "


def _sqlite_versions(versioned: Mapping[str, str]) -> list[str]:
    found = []
    for table, counter in versioned.items():
        for act in ("INSERT", "UPDATE", "DELETE"):
            name = f"{table}_raises_version_{act.lower()}"
            found += [
                f"DROP TRIGGER IF EXISTS {name}",
                f"CREATE TRIGGER {name} AFTER {act} ON {table} BEGIN UPDATE counter SET value = value + 1 WHERE name = '{counter}'; END",
            ]
    return found


def _postgresql_append_only(tables: Collection[str]) -> list[str]:
    forgotten = {table: f"'{column}'" for table, column in FORGOTTEN.items()}
    return [
        f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION refuse_rewriting({forgotten.get(table, '')})"
        for table in tables
    ]


def _postgresql_versions(versioned: Mapping[str, str]) -> list[str]:
    return [
        f"CREATE OR REPLACE TRIGGER {table}_raises_version AFTER INSERT OR UPDATE OR DELETE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION raise_version('{counter}')"
        for table, counter in versioned.items()
    ]
