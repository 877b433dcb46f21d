"""The database itself is sound: its pages and indexes, every key and every CHECK, whether or not it still enforces them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import TypeVar

from sqlalchemy import CheckConstraint, Constraint, Table, UniqueConstraint, text
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, stream
from models import Base
from models.base import UtcDateTime

C = TypeVar("C", bound=Constraint)


def integrity(session: Session, _now: datetime) -> Iterator[Violation]:
    """SQLite finds its own file sound: pages, indexes and CHECKs. (PostgreSQL has `pg_amcheck`, a program of its administrator.)"""
    if session.get_bind().dialect.name == "sqlite":
        for (said,) in session.execute(text("PRAGMA integrity_check")):
            if said != "ok":
                yield Violation("file_damaged", "database", "integrity_check", {"said": said})


def foreign_keys(session: Session, _now: datetime) -> Iterator[Violation]:
    """What a row points to is there."""
    yield from _found(session, "points_nowhere", "through", _dangling())


def checks(session: Session, _now: datetime) -> Iterator[Violation]:
    """Every row satisfies every CHECK of its table."""
    yield from _found(session, "check_broken", "check", _unchecked())


def uniques(session: Session, _now: datetime) -> Iterator[Violation]:
    """What must be unique is there once; the last row of each double is named."""
    yield from _found(session, "not_unique", "columns", _double())


def times(session: Session, _now: datetime) -> Iterator[Violation]:
    """SQLite keeps what it is given: every moment is a whole number of seconds and not a text that compares by its letters."""
    if session.get_bind().dialect.name == "sqlite":
        yield from _found(session, "time_unreadable", "column", _not_numbers())


def _found(session: Session, code: str, detail: str, selects: Iterable[str]) -> Iterator[Violation]:
    """A violation for each row of the selects, which all run as one statement: (table, row, what was looked at)."""
    for table, row, what in stream(session, text(" UNION ALL ".join(selects))):
        yield Violation(code, table, row, {detail: what})


@cache
def _dangling() -> tuple[str, ...]:
    found = []
    for table in Base.metadata.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            name, parent = key.parent.name, key.column.table.name
            there = f'SELECT 1 FROM "{parent}" AS p WHERE p."id" = c."{name}"'  # noqa: S608
            found.append(_select(table, name, f'c."{name}" IS NOT NULL AND NOT EXISTS ({there})'))
    return tuple(found)


@cache
def _unchecked() -> tuple[str, ...]:
    return tuple(
        _select(table, str(check.name), f"NOT ({check.sqltext})")
        for table in Base.metadata.sorted_tables
        for check in sorted(_of(table, CheckConstraint), key=lambda check: str(check.name))
    )


@cache
def _double() -> tuple[str, ...]:
    found = []
    for table in Base.metadata.sorted_tables:
        for unique in [*_of(table, UniqueConstraint), *(index for index in table.indexes if index.unique)]:
            names = sorted(column.name for column in unique.columns)
            columns = ", ".join(f'"{name}"' for name in names)
            known = " AND ".join(f'"{name}" IS NOT NULL' for name in names)
            found.append(_select(table, ", ".join(names), f"{known} GROUP BY {columns} HAVING count(*) > 1", row='max("id")'))
    return tuple(sorted(found))


@cache
def _not_numbers() -> tuple[str, ...]:
    return tuple(
        _select(table, column.name, f"typeof(\"{column.name}\") NOT IN ('integer', 'null')")
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, UtcDateTime)
    )


def _select(table: Table, what: str, condition: str, row: str = "") -> str:
    """One term of a union, made of names in our own models."""
    row = row or f'"{next(iter(table.primary_key.columns)).name}"'
    return f"SELECT '{table.name}' AS owner, {row} AS id, '{what}' AS what FROM \"{table.name}\" AS c WHERE {condition}"  # noqa: S608


def _of(table: Table, kind: type[C]) -> list[C]:
    return [constraint for constraint in table.constraints if isinstance(constraint, kind)]
