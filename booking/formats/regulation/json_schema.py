"""The written form of a regulation as a JSON Schema, for editors that complete and check while one types.

It is made from the same tables that `loads` reads by, and says what a field looks like; what only shows between fields (a group that does
not exist, percentages in a circle) is for `loads`. Values may be texts, as `loads` takes them, or what a YAML reader makes of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from booking.rules.tariffs.fields import CODE, Field, ListOf, Record, Scalar, Table, Type
from booking.rules.tariffs.schema import ARTICLES, EXAMPLE, GROUP, HEADER

DIALECT = "https://json-schema.org/draft/2020-12/schema"
AS_NUMBERS: dict[str, dict[str, Any]] = {
    "money": {"type": "number", "minimum": 0},
    "decimal": {"type": "number", "minimum": 0},
    "count": {"type": "integer", "minimum": 1},
    "natural": {"type": "integer", "minimum": 0},
    "flag": {"type": "boolean"},
    "code": {"type": "integer", "minimum": 0},
    "article_number": {"type": "integer", "minimum": 0},
    "text": {"type": ["number", "boolean"]},
}
"""What a YAML reader may have made of a text before a schema sees it."""


def json_schema() -> dict[str, Any]:
    """The schema of a whole file (draft 2020-12)."""
    parts = {
        "groups": {"type": "array", "items": _of(GROUP)},
        "articles": {"type": "array", "items": {"$ref": "#/$defs/article"}},
        "examples": {"type": "array", "items": _of(EXAMPLE)},
    }
    header = _record(HEADER)
    return {
        "$schema": DIALECT,
        "title": "Fee regulation",
        "description": "Groups of borrowers, articles that price, and worked examples that prove them.",
        **header,
        "properties": {**header["properties"], **parts},
        "required": [*header["required"], "groups", "articles"],
        "$defs": {**_scalars(), **{f"article_{kind}": _of(record) for kind, record in ARTICLES.items()}, "article": _article()},
    }


def _article() -> dict[str, Any]:
    """An article by its kind."""
    kinds = [
        {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": {"$ref": f"#/$defs/article_{kind}"}}
        for kind in ARTICLES
    ]
    return {"type": "object", "properties": {"kind": {"enum": [*ARTICLES]}}, "required": ["kind"], "allOf": kinds}


def _of(kind: Type) -> dict[str, Any]:
    """The schema of a type; a list's one item, or the one row of a table, may stand alone."""
    if isinstance(kind, Scalar):
        return _enumerated(kind) if kind.words else {"$ref": f"#/$defs/{kind.name}"}
    if isinstance(kind, ListOf):
        return {"anyOf": [{"type": "array", "items": _of(kind.item)}, _of(kind.item)]}
    if isinstance(kind, Table):
        table = {"type": "object", "propertyNames": {"pattern": _whole(CODE.pattern)}, "additionalProperties": _of(kind.item)}
        return {"anyOf": [table, _of(kind.item)]} if kind.lone else table
    record = _record(kind.fields)
    return {"anyOf": [record, _of(kind.fields[kind.lone].type)]} if kind.lone else record


def _record(fields: Mapping[str, Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _field(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    """A list that must be there must also hold something."""
    schema = _of(field.type)
    return {"allOf": [schema, {"not": {"const": []}}]} if field.required and isinstance(field.type, ListOf) else schema


def _enumerated(kind: Scalar) -> dict[str, Any]:
    return {"enum": [*kind.words, *(int(word) for word in kind.words if word.isdigit())]}


def _scalars() -> dict[str, Any]:
    """A definition for each sort of word or figure that a file may hold."""
    return {kind.name: _scalar(kind) for record in (*ARTICLES.values(), GROUP, EXAMPLE, Record(HEADER)) for kind in _within(record)}


def _scalar(kind: Scalar) -> dict[str, Any]:
    written = {"type": "string", "pattern": _whole(kind.pattern)}
    schema = {"anyOf": [written, AS_NUMBERS[kind.name]]} if kind.name in AS_NUMBERS else written
    return {"description": kind.sample, **schema}


def _within(kind: Type) -> list[Scalar]:
    if isinstance(kind, Scalar):
        return [] if kind.words else [kind]
    if isinstance(kind, (ListOf, Table)):
        return _within(kind.item)
    return [scalar for field in kind.fields.values() for scalar in _within(field.type)]


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"
