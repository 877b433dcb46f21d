"""What a draft still lacks: a row that was begun and not finished cannot be computed with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from booking.rules.tariffs.fields import Field, ListOf, Record, Table, Type

UNFINISHED = (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What reading something that is not finished can raise."""


def lacking(fields: Mapping[str, Field], given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(list or record, field) of everything required that is missing below these fields; their own absence is not looked at."""
    for name, field in fields.items():
        if name in given:
            yield from _lacking(field.type, given[name], name)


def finished(fields: Mapping[str, Field], given: Mapping[str, Any]) -> dict[str, Any]:
    """The same without the rows that lack something required, and without fields that have no finished row left."""
    kept: dict[str, Any] = {}
    for name, each in given.items():
        type_ = fields[name].type if name in fields else None
        if isinstance(type_, ListOf) and isinstance(type_.item, Record):
            rows = [row for row in each if not any(_lacking(type_.item, row, name))]
            kept |= {name: rows} if rows else {}
        else:
            kept[name] = each
    return kept


def _lacking(type_: Type, json: Any, within: str) -> Iterator[tuple[str, str]]:
    if isinstance(type_, Record):
        for name, field in type_.fields.items():
            if name in json:
                yield from _lacking(field.type, json[name], name)
            elif field.required:
                yield within, name
    elif isinstance(type_, (ListOf, Table)):
        for each in json.values() if isinstance(type_, Table) else json:
            yield from _lacking(type_.item, each, within)
