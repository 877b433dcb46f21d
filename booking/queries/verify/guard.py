"""The guard of the ledger is in place, unaltered and switched on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation
from models.guard import statements

TRIGGER = re.compile(r"CREATE (?:OR REPLACE )?TRIGGER (\w+)\s.*?\bON (\w+)\b", re.DOTALL)
CONSTRAINT = re.compile(r"ALTER TABLE (\w+) ADD CONSTRAINT (\w+)")
FUNCTION = re.compile(r"CREATE OR REPLACE FUNCTION (\w+)\(\).*?\$\$(.*)\$\$", re.DOTALL)

TRIGGERS = """
    SELECT t.tgname AS name, c.relname AS owner, NULL AS body FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relnamespace = current_schema()::regnamespace
"""
CONSTRAINTS = "SELECT conname AS name, conrelid::regclass::text AS owner, NULL AS body FROM pg_constraint WHERE convalidated"
FUNCTIONS = "SELECT proname AS name, 'function' AS owner, prosrc AS body FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
OF_SQLITE = "SELECT name, tbl_name AS owner, sql AS body FROM sqlite_master WHERE type = 'trigger'"


class Piece(NamedTuple):
    """A trigger or constraint of a table, or a function with its text; a trigger of SQLite has both."""

    owner: str
    body: str | None


def whole(session: Session, _now: datetime) -> Iterator[Violation]:
    """Every trigger, constraint and function that `models.guard` installs is there as it installs it."""
    dialect = session.get_bind().dialect.name
    there = _there(session, [OF_SQLITE] if dialect == "sqlite" else [TRIGGERS, CONSTRAINTS, FUNCTIONS])
    for name, piece in sorted(_promised(dialect)):
        if (name, piece.owner) not in there:
            yield Violation("guard_missing", piece.owner, name, {})
        elif there[name, piece.owner] != piece.body:
            yield Violation("guard_altered", piece.owner, name, {})


def _promised(dialect: str) -> Iterator[tuple[str, Piece]]:
    for statement in statements(dialect):
        if trigger := TRIGGER.search(statement):
            yield trigger[1], Piece(trigger[2], _plain(statement) if dialect == "sqlite" else None)
        elif constraint := CONSTRAINT.search(statement):
            yield constraint[2], Piece(constraint[1], None)
        elif function := FUNCTION.search(statement):
            yield function[1], Piece("function", _plain(function[2]))


def _there(session: Session, queries: list[str]) -> dict[tuple[str, str], str | None]:
    return {(row.name, row.owner): row.body and _plain(row.body) for query in queries for row in session.execute(text(query))}


def _plain(sql: str) -> str:
    """The text without what an editor or a database changes about it: its white space."""
    return " ".join(sql.split())
