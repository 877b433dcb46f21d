"""Questions that every request asks: compiled once and put to the driver itself, because asking costs more than the answer."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Dialect, Select, TextualSelect
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from models.engine import core, put

Process = Callable[[Any], Any]


class Question(Protocol):
    """What `prepared` makes: call it with a session and the values of its parameters."""

    def __call__(self, session: Session, **values: Any) -> list[Any]: ...


@dataclass(frozen=True, slots=True)
class _Ready:
    """A statement in the words of one database; `order` is that of its parameters and constants where they have no names."""

    sql: str
    parameters: dict[str, Process | None]
    constants: dict[str, Any]
    order: list[str] | None
    row: Callable[[Any], Any]
    columns: list[tuple[int, Process]]

    def values(self, given: Mapping[str, Any]) -> Any:
        kept = {name: process(given[name]) if process else given[name] for name, process in self.parameters.items()} | self.constants
        return kept if self.order is None else [kept[name] for name in self.order]

    def read(self, raw: Any) -> Any:
        if not self.columns:
            return self.row(raw)
        cells = list(raw)
        for place, process in self.columns:
            cells[place] = process(cells[place])
        return self.row(cells)


def prepared(sqlite: Select[Any] | TextualSelect, postgresql: Select[Any] | TextualSelect | None = None) -> Question:
    """A select as a function that gives all its rows as named tuples; `postgresql` is how that database is asked, where it differs.

    Every parameter is a `bindparam` without `expanding`. Raises KeyError for one that is not given, and what SQLAlchemy raises.
    """
    statements = {"sqlite": sqlite, "postgresql": sqlite if postgresql is None else postgresql}
    known: dict[str, _Ready] = {}

    def ask(session: Session, **values: Any) -> list[Any]:
        connection = core(session)
        name = connection.dialect.name
        ready = known.get(name) or known.setdefault(name, _ready(statements[name], connection.dialect))
        return [ready.read(raw) for raw in put(connection, ready.sql, ready.values(values))]

    return ask


def _ready(statement: Select[Any] | TextualSelect, dialect: Dialect) -> _Ready:
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - tells the type checker: a select compiles to nothing else
    columns = list(statement.selected_columns)
    asked = {name: bind for bind, name in compiled.bind_names.items() if bind.required}
    processes = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    row: Any = namedtuple("Row", [str(column.key) for column in columns])  # type: ignore[misc]  # its fields are those of the select
    return _Ready(
        sql=compiled.string,
        parameters={name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in asked.items()},
        constants={name: bind.value for bind, name in compiled.bind_names.items() if not bind.required},
        order=list(compiled.positiontup) if compiled.positiontup is not None else None,
        row=row._make,
        columns=[(place, process) for place, process in enumerate(processes) if process],
    )
