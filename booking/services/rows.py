"""Adding rows without the unit of work, and all rows of a use case in one journey to the database: each journey costs more than a row."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import orjson
from sqlalchemy import Dialect, Insert, Table, insert
from sqlalchemy.orm import Session

from models import Base, Counter
from models.engine import announce, bare, core, put, tell
from models.given_once import GIVEN_ONCE

Model = type[Base]
Row = dict[str, Any]

_ENDINGS: dict[Model, str] = {Counter: " ON CONFLICT (name) DO UPDATE SET value = counter.value + 1"}  # a counter that stands is raised
_RESERVED = {"group"}  # of our columns; psycopg remembers what it made of a statement only below 4,096 characters, so quotes are spared
_LONG = "TIMESTAMP WITH TIME ZONE"


@dataclass(slots=True)
class _Gathering:
    """Rows that wait to be written, by table, and the ids that were set aside for them."""

    rows: dict[Model, list[Row]] = field(default_factory=dict)
    ids: dict[Model, deque[int]] = field(default_factory=dict)


def add(session: Session, model: Model, **values: Any) -> int:
    """Insert one row of a table with an `id`, and return that id.

    Within `gathered` the row of a table for which ids are set aside waits, and any other is written at once: what somebody else's work left
    to be done (an option that lapsed) needs nothing that waits. Raises LookupError for one row more than were set aside.
    """
    gathering: _Gathering | None = session.info.get("gathering")
    if gathering is not None and model in gathering.ids:
        key = gathering.ids[model].popleft()
        gathering.rows.setdefault(model, []).append({"id": key, **values})
        return key
    found = core(session).execute(_into(model), values).inserted_primary_key
    return int(found[0]) if found else 0


def add_all(session: Session, model: Model, rows: list[Row]) -> None:
    """Insert rows with equal keys in one go, their ids unasked; nothing for an empty list. Within `gathered` they wait."""
    gathering: _Gathering | None = session.info.get("gathering")
    if gathering is not None:
        gathering.rows.setdefault(model, []).extend(rows)
    else:
        _write(session, {model: rows})


@contextmanager
def gathered(session: Session, wanted: Mapping[Model, int] | None = None) -> Iterator[None]:
    """Rows added in this block are written together at its end, on PostgreSQL by one statement; until then no query finds them.

    `wanted` says how many rows of each table will be added by `add`, which gives their ids at once. A nested block joins the outer one.
    """
    outer: _Gathering | None = session.info.get("gathering")
    gathering = outer or _Gathering()
    _set_aside(session, gathering, wanted or {})
    if outer:
        yield
        return
    session.info["gathering"] = gathering
    try:
        yield
    finally:
        del session.info["gathering"]
    _write(session, gathering.rows)


def write_gathered(session: Session) -> None:
    """Write what waits so far, for who must find it before the block of `gathered` ends; nothing outside such a block."""
    gathering: _Gathering | None = session.info.get("gathering")
    if gathering is not None:
        waiting = dict(gathering.rows)
        gathering.rows.clear()
        _write(session, waiting)


@cache
def _into(model: Model) -> Insert:
    return insert(_table(model))


def _table(model: Model) -> Table:
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - tells the type checker; every model of ours is a table
    return table


@cache
def new_ids(models: tuple[Model, ...]) -> str:
    """For whoever asks PostgreSQL something else beforehand: a select of (place in `models`, new id), with a number of ids for each."""
    tables = [model.__tablename__ for model in models]
    number = "(SELECT %s::integer)"  # in a select of its own, for one plan: services/ledger.py
    each = (f"SELECT {place}, nextval('{table}_id_seq') FROM generate_series(1, {number})" for place, table in enumerate(tables))  # noqa: S608
    return " UNION ALL ".join(each)


def keep_aside(session: Session, models: tuple[Model, ...], given: Iterable[tuple[int, int]]) -> None:
    """What `new_ids` gave, for the block of `gathered` that follows. An id that is not used is no loss: sequences have gaps anyway."""
    kept = session.info.setdefault("aside", {})
    for place, key in given:
        kept.setdefault(models[place], deque()).append(key)


def _set_aside(session: Session, gathering: _Gathering, wanted: Mapping[Model, int]) -> None:
    """So many new ids of each table. On SQLite they are the next ones, for nobody else writes; on PostgreSQL the sequences give them."""
    for model, kept in session.info.pop("aside", {}).items():
        gathering.ids.setdefault(model, deque()).extend(kept)
        wanted = {**wanted, model: max(0, wanted.get(model, 0) - len(kept))}
    wanted = {model: number for model, number in wanted.items() if number}
    if not wanted:
        return
    connection, models = core(session), tuple(wanted)
    if connection.dialect.name == "sqlite":
        for model, last in zip(models, connection.exec_driver_sql(_last_ids(models)).one(), strict=True):
            aside = gathering.ids.setdefault(model, deque())
            first = 1 + max((last, *aside, *(row["id"] for row in gathering.rows.get(model, ()))))  # what waits cannot be found yet
            aside.extend(range(first, first + wanted[model]))
        return
    for place, key in put(connection, new_ids(models), tuple(wanted.values())):
        gathering.ids.setdefault(models[place], deque()).append(key)


@cache
def _last_ids(models: tuple[Model, ...]) -> str:
    """The last id that each table holds, or ever gave where ids are given once."""
    given = "(SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = '{}')"
    held = "(SELECT coalesce(max(id), 0) FROM {})"
    return "SELECT " + ", ".join((given if model.__tablename__ in GIVEN_ONCE else held).format(model.__tablename__) for model in models)


def _write(session: Session, rows: Mapping[Model, list[Row]]) -> None:
    connection = core(session)
    given = {model: complete for model, some in rows.items() if (complete := _complete(model, some))}
    if not given:
        return
    if connection.dialect.name == "sqlite":
        with bare(connection) as cursor:
            for model, some in given.items():
                statement, prepared = _sqlite_insert(model, tuple(some[0]), connection.dialect)
                values = [prepared(row) for row in some]
                announce(connection, cursor, statement, values)
                cursor.executemany(statement, values)
    else:
        statement = _postgresql_insert(tuple((model, tuple(some[0])) for model, some in given.items()), connection.dialect)
        tell(connection, statement, {"rows": _document(list(given.values()))})


def _complete(model: Model, rows: list[Row]) -> list[Row]:
    """The rows with the defaults of what they leave out. Raises ValueError when they do not have the same keys."""
    if not rows:
        return rows
    defaults = _defaults(model, frozenset(rows[0]))
    if any(row.keys() != rows[0].keys() for row in rows):
        raise ValueError(f"rows of {model.__tablename__} differ in what they give")
    return [{**row, **defaults} for row in rows] if defaults else rows


@cache
def _defaults(model: Model, given: frozenset[str]) -> Row:
    return {
        column.name: column.default.arg
        for column in _table(model).columns
        if column.name not in given and column.default is not None and column.default.is_scalar
    }


@cache
def _sqlite_insert(model: Model, names: tuple[str, ...], dialect: Dialect) -> tuple[str, Callable[[Row], tuple[Any, ...]]]:
    """The statement, and what makes its values of a row."""
    columns = _table(model).columns
    as_kept = [(name, columns[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in names]
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {model.__tablename__} ({_listed(names)}) VALUES ({marks}){_ENDINGS.get(model, '')}"  # noqa: S608 - our names
    return statement, lambda row: tuple([_kept(row[name], process) for name, process in as_kept])


def _kept(value: Any, process: Callable[[Any], Any] | None) -> Any:
    return value if process is None or value is None else process(value)


@cache
def _postgresql_insert(shapes: tuple[tuple[Model, tuple[str, ...]], ...], dialect: Dialect) -> str:
    """One statement for all tables, with all their rows in one document. What they refer to in each other is judged at its end, when
    every row stands.
    """
    *first, last = (_from_json(place, model, names, dialect) for place, (model, names) in enumerate(shapes))
    return "".join(f"{'WITH' if not place else ','} t{place} AS ({each})\n" for place, each in enumerate(first)) + last


def _from_json(place: int, model: Model, names: tuple[str, ...], dialect: Dialect) -> str:
    columns = _table(model).columns
    typed = ", ".join(f"{_named(name)} {columns[name].type.compile(dialect)}" for name in names).replace(_LONG, "timestamptz")
    rows = f"SELECT * FROM jsonb_to_recordset(%(rows)s::jsonb -> {place}) AS r({typed})"  # noqa: S608 - our own names
    return f"INSERT INTO {model.__tablename__} ({_listed(names)}) {rows}{_ENDINGS.get(model, '')}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(_named, names))


def _named(column: str) -> str:
    return f'"{column}"' if column in _RESERVED else column


def _as_text(value: object) -> str:
    """What JSON has no form for, as PostgreSQL reads it."""
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError(f"naive time {value!r}")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return rf"\x{value.hex()}"
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{value!r} cannot be kept")


def _document(rows: list[list[Row]]) -> str:
    try:
        return orjson.dumps(rows, default=_as_text, option=orjson.OPT_PASSTHROUGH_DATETIME).decode()
    except TypeError as error:  # what `_as_text` said lies behind it
        raise ValueError(str(error.__cause__ or error)) from error
