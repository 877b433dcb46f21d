"""Dated rows in lists: whether they hold today, began or ended, as a code that can be shown, sorted and filtered by."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from models.base import Dated, UtcDateTime

STATES = ("current", "coming", "ended")


def spell_state(relation: type[Dated], today: date) -> ColumnElement[Any]:
    """One of STATES."""
    return case((relation.valid_until < today, "ended"), (relation.valid_from > today, "coming"), else_="current")


class midnight(GenericFunction[datetime]):  # noqa: N801 - written as the function it is
    """The moment at which a date begins in Brussels; on SQLite, which knows no zones, at most an hour later."""

    type = UtcDateTime()
    inherit_cache = True


class midnight_after(GenericFunction[datetime]):  # noqa: N801 - likewise
    """The moment at which the day after a date begins in Brussels; on SQLite at most an hour earlier."""

    type = UtcDateTime()
    inherit_cache = True


@compiles(midnight, "postgresql")
def _begins(element: midnight, compiler: Any, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)})::timestamp AT TIME ZONE 'Europe/Brussels'"


@compiles(midnight_after, "postgresql")
def _ends(element: midnight_after, compiler: Any, **options: Any) -> str:
    return f"(({compiler.process(element.clauses, **options)}) + 1)::timestamp AT TIME ZONE 'Europe/Brussels'"


@compiles(midnight, "sqlite")
def _begins_about(element: midnight, compiler: Any, **options: Any) -> str:
    return f"(CAST(strftime('%s', {compiler.process(element.clauses, **options)}) AS INTEGER) - 3600)"


@compiles(midnight_after, "sqlite")
def _ends_about(element: midnight_after, compiler: Any, **options: Any) -> str:
    return f"(CAST(strftime('%s', {compiler.process(element.clauses, **options)}, '+1 day') AS INTEGER) - 7200)"
