"""Rows of whole tables, grouped as the catalogue keeps them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import RowMapping, Table, select
from sqlalchemy.orm import Session

from booking.rules.catalogue import Spell


def rows(session: Session, model: type[Any]) -> list[RowMapping]:
    """All rows of a table in the order in which they were written."""
    table: Table = model.__table__
    return list(session.execute(select(*table.c).order_by(table.c.id)).mappings())


def grouped(given: Iterable[RowMapping], column: str) -> Mapping[int, list[RowMapping]]:
    """Rows by what one of their columns points to; nothing for what none points to."""
    found: defaultdict[int, list[RowMapping]] = defaultdict(list)
    for row in given:
        found[row[column]].append(row)
    return found


def spells(given: Iterable[RowMapping], subject: str, weight: str | None = None) -> tuple[Spell, ...]:
    """Dated relations, the latest first, so that a later one wins where two touch."""
    found = (Spell(row[subject], row["valid_from"], row["valid_until"], row[weight] if weight else 0) for row in given)
    return tuple(sorted(found, key=lambda spell: spell.first, reverse=True))
