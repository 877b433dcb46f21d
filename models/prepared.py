"""Questions that every request asks: compiled once and put to the driver itself, because asking costs more than the answer."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, Engine, Select, TextualSelect
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from models.engine import core, glance, put

Process = Callable[[Any], Any]
Statement = Select[Any] | TextualSelect


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


class Question:
    """What `prepared` makes: a select that gives all its rows as named tuples, in whichever of the two ways it is asked."""

    __slots__ = ("_known", "_statements")

    def __init__(self, statements: Mapping[str, Statement]) -> None:
        self._statements = statements
        self._known: dict[str, _Ready] = {}

    def __call__(self, session: Session, **values: Any) -> list[Any]:
        """The rows for these parameters, within the session's transaction."""
        connection = core(session)
        ready = self._for(connection.dialect)
        return [ready.read(raw) for raw in put(connection, ready.sql, ready.values(values))]

    def at_a_glance(self, engine: Engine, **values: Any) -> list[Any]:
        """The same outside of any session and transaction."""
        ready = self._for(engine.dialect)
        return [ready.read(raw) for raw in glance(engine, ready.sql, ready.values(values))]

    def _for(self, dialect: Dialect) -> _Ready:
        name = dialect.name
        return self._known.get(name) or self._known.setdefault(name, _ready(self._statements[name], dialect))


def prepared(sqlite: Statement, postgresql: Statement | None = None) -> Question:
    """A select to be asked often; `postgresql` is how that database is asked, where it differs.

    Every parameter is a `bindparam` without `expanding`. Raises KeyError for one that is not given, and what SQLAlchemy raises.
    """
    return Question({"sqlite": sqlite, "postgresql": sqlite if postgresql is None else postgresql})


def _ready(statement: Statement, dialect: Dialect) -> _Ready:
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
