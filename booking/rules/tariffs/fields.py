"""How a regulation is written: each field's text form, the plain JSON it is kept as, and the value that rules compute with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from booking.rules.tariffs.objects import Json


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word or figure. `read` takes text to JSON (ValueError when it is something else), `write` takes it back, `value` to a value.

    `pattern` is the shape of the whole text as every dialect of regular expressions knows it, `words` the closed list where there is one.
    """

    name: str
    sample: str
    read: Callable[[str], Json]
    write: Callable[[Any], str] = str
    value: Callable[[Any], Any] = lambda json: json
    pattern: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; one item alone may be written without brackets."""

    item: Type


@dataclass(frozen=True, slots=True)
class Record:
    """Named fields. Text alone, where a record could stand, fills the field named `lone`."""

    fields: Mapping[str, Field]
    lone: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by code. Text alone, where a table could stand, is the one row named `lone`."""

    item: Type
    lone: str | None = None


Type: TypeAlias = Scalar | ListOf | Record | Table


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record; `default` is the computed value when it is left out."""

    type: Type
    required: bool = False
    default: Any = None


def _shaped(
    name: str,
    sample: str,
    pattern: str,
    convert: Callable[[str], Json] = str,
    write: Callable[[Any], str] = str,
    value: Callable[[Any], Any] = lambda json: json,
) -> Scalar:
    """A scalar whose text has a shape."""
    shape = re.compile(pattern)

    def read(text: str) -> Json:
        if not shape.fullmatch(text):
            raise ValueError(text)
        return convert(text)

    return Scalar(name, sample, read, write, value, pattern)


def _calendar_date(text: str) -> Json:
    return date.fromisoformat(text).isoformat()


def _cents(text: str) -> Json:
    return int(text.replace(".", ""))


def _euros(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def _part(text: str) -> int | tuple[int, int]:
    first, _, last = text.partition("-")
    return (_minutes(first), _minutes(last)) if last else _minutes(first)


def choice(*words: str) -> Scalar:
    """One of a closed list of words."""

    def read(text: str) -> Json:
        if text not in words:
            raise ValueError(text)
        return text

    return Scalar("choice", " | ".join(words), read, words=words)


TEXT = _shaped("text", "a text of at most 2000 characters", r"[^\x00-\x08\x0b-\x1f\x7f]{1,2000}")
CODE = _shaped("code", "a code such as toilet_trailer or HW-02", r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")
NUMBER = _shaped("article_number", "an article number such as 4 or '3 §2'", r"[0-9A-Za-z][0-9A-Za-z §.,°-]{0,19}")
MONEY = _shaped("money", "euros with two decimals, such as 12.50", r"[0-9]{1,7}\.[0-9]{2}", _cents, _euros)
COUNT = _shaped("count", "a whole number from 1 to 99999", r"[1-9][0-9]{0,4}", int)
NATURAL = _shaped("natural", "a whole number from 0 to 99999", r"0|[1-9][0-9]{0,4}", int)
DECIMAL = _shaped("decimal", "a number such as 10 or 2.5", r"[0-9]{1,7}(\.[0-9]{1,4})?", value=Decimal)
FLAG = _shaped("flag", "yes | no", r"yes|no", lambda text: text == "yes", lambda flag: "yes" if flag else "no")
_TIME = r"(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
CLOCK = _shaped("clock", "a time of day from 00:00 to 24:00", _TIME, value=_minutes)
PART = _shaped("day_part", "a time of day such as 12:30, or a part of the day such as 13:00-17:00", f"{_TIME}(-{_TIME})?", value=_part)
DATE = _shaped("date", "a date such as 2027-01-31", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", _calendar_date, value=date.fromisoformat)
SEASON = _shaped("season_day", "a day of the year such as 10-01", r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


def value(kind: Type, json: Any) -> Any:
    """The computing value of plain JSON: Decimals, minutes since midnight, dates, tuples, and defaults where a field is left out."""
    if isinstance(kind, Scalar):
        return kind.value(json)
    if isinstance(kind, ListOf):
        return tuple(value(kind.item, item) for item in json)
    if isinstance(kind, Table):
        return {code: value(kind.item, item) for code, item in json.items()}
    return {name: value(each.type, json[name]) if name in json else each.default for name, each in kind.fields.items()}


def text(kind: Type, json: Any) -> Any:
    """The tree of texts, lists and mappings that a regulation file shows for plain JSON, in the schema's own order."""
    if isinstance(kind, Scalar):
        return kind.write(json)
    if isinstance(kind, ListOf):
        items = [text(kind.item, item) for item in json]
        return items[0] if len(items) == 1 and isinstance(items[0], str) else items
    if isinstance(kind, Table):
        rows = {code: text(kind.item, item) for code, item in json.items()}
        return rows[kind.lone] if kind.lone and list(rows) == [kind.lone] and isinstance(rows[kind.lone], str) else rows
    fields = {name: text(each.type, json[name]) for name, each in kind.fields.items() if name in json}
    return fields[kind.lone] if kind.lone and list(fields) == [kind.lone] and isinstance(fields[kind.lone], str) else fields


def optional(**types: Type) -> dict[str, Field]:
    """Fields that may be left out, None when they are."""
    return {name: Field(kind) for name, kind in types.items()}


def codes(defaults: Iterable[str] = ()) -> Field:
    """A list of codes, `defaults` when it is left out."""
    return Field(ListOf(CODE), default=tuple(defaults))
