"""The database itself is sound: its pages and indexes, and every foreign key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ForeignKey, select, text
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, stream
from models import Base


def integrity(session: Session, _now: datetime) -> Iterator[Violation]:
    """SQLite finds its own file sound: pages, indexes and CHECKs. (PostgreSQL has `pg_amcheck`, a program of its administrator.)"""
    if session.get_bind().dialect.name == "sqlite":
        for (said,) in session.execute(text("PRAGMA integrity_check")):
            if said != "ok":
                yield Violation("file_damaged", "database", "integrity_check", {"said": said})


def foreign_keys(session: Session, _now: datetime) -> Iterator[Violation]:
    """What a row points to is there."""
    if session.get_bind().dialect.name == "sqlite":
        for table, row, parent, _ in session.execute(text("PRAGMA foreign_key_check")):
            yield Violation("points_nowhere", table, row, {"to": parent})
        return
    for table in Base.metadata.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            yield from _dangling(session, key)


def _dangling(session: Session, key: ForeignKey) -> Iterator[Violation]:
    child, parent = key.parent.table, key.column.table.alias("parent")
    there = select(parent.c.id).where(parent.c.id == key.parent).correlate(child).exists()
    for row, value in stream(session, select(child.c.id, key.parent).where(key.parent.is_not(None), ~there).order_by(child.c.id)):
        yield Violation("points_nowhere", child.name, row, {"to": key.column.table.name, key.parent.name: value})
