"""What a program sends, read by the schema that documents it: a fault is named by its field and line, nothing unknown gets through."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal, DecimalException
from typing import Any

from flask import current_app, request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from booking.rules.periods import YEARS, InvalidTime, Period
from booking.rules.refusals import Refused

LARGEST_BODY = 200_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d)?(\.\d+)?([Zz]|[+-]\d\d:\d\d)?")
_LOST_PLUS = re.compile(r" (\d\d:\d\d)$")  # an unescaped + in an address arrives as a space

Schema = Mapping[str, Any]


class Unreadable(Refused):
    """The body is no JSON at all."""

    status = 400

    def __init__(self) -> None:
        super().__init__("json_unreadable")


def body() -> dict[str, Any]:
    """The body of this request as its operation's schema declares it, with moments and decimals read; `{}` for none at all."""
    request.max_content_length = LARGEST_BODY + 1
    data = request.get_data()
    if len(data) > LARGEST_BODY:  # one that came in chunks, without a length, is cut off instead of refused
        raise RequestEntityTooLarge()
    if data and not request.is_json:
        raise UnsupportedMediaType()
    return _object(parsed(data) if data else {}, _operation().body, Place())


def query() -> dict[str, Any]:
    """The query parameters of this request, read the same way; a text stands for the number or moment that its schema asks for."""
    schema = _operation().query
    for name in request.args:
        if len(request.args.getlist(name)) > 1:
            raise Refused("field_repeated", field=name)
    return _object({name: _from_address(schema, name, text) for name, text in request.args.items()}, schema, Place())


def period(given: Mapping[str, Any], line: int | None = None) -> Period:
    """`from` and `to` as a period. Raises Refused, naming the field, when it cannot be."""
    try:
        return Period(given["from"], given["to"])
    except InvalidTime as fault:
        details = {name: value for name, value in fault.details.items() if value is not None}
        raise Refused(fault.code, **details, **Place(line, "to").details) from fault


def _operation() -> Any:
    return current_app.view_functions[request.endpoint or ""].operation  # type: ignore[attr-defined]


class Place:
    """Where in what was sent: the line (from 1) and the field, for whoever has to mend it."""

    def __init__(self, line: int | None = None, field: str = "", pointer: str = "") -> None:
        self.line, self.field, self.pointer = line, field, pointer

    def at(self, name: str) -> Place:
        """The field of this name within."""
        return Place(self.line, name, f"{self.pointer}/{name.replace('~', '~0').replace('/', '~1')}")

    def item(self, index: int) -> Place:
        """One of a list."""
        return Place(index + 1 if self.pointer == "/lines" else self.line, self.field, f"{self.pointer}/{index}")

    @property
    def details(self) -> dict[str, Any]:
        """As members of a problem document."""
        return {key: value for key, value in (("field", self.field), ("line", self.line), ("pointer", self.pointer)) if value}


def parsed(data: bytes) -> Any:
    """JSON with exact decimals. Raises Unreadable for what is none: NaN, a name twice, half a character, no end to the depth."""
    try:
        return json.loads(data.decode(), parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_pairs)
    except (ValueError, RecursionError, DecimalException) as error:
        raise Unreadable() from error


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _from_address(schema: Schema, name: str, text: str) -> Any:
    wanted = schema["properties"].get(name, {})
    if wanted.get("type") == "integer":
        return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else text
    return _LOST_PLUS.sub(r"+\1", text) if wanted.get("format") == "date-time" else text


def read(value: Any, schema: Schema, place: Place) -> Any:
    """`value` as the schema asks for it. Raises Refused with the field, the line and the limit that it breaks."""
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if value is None and "null" in kinds:
        return None
    return _READERS[kinds[0]](value, schema, place)


def _object(value: Any, schema: Schema, place: Place) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(place, "object")
    known, others = schema.get("properties", {}), schema.get("additionalProperties", False)
    for name in value:
        fits = isinstance(others, Mapping) and re.fullmatch(schema["propertyNames"]["pattern"], name)
        if name not in known and not fits:
            raise Refused("field_unknown", **place.at(name[:80]).details)
    for name in schema.get("required", ()):
        if name not in value:
            raise Refused("field_required", **place.at(name).details)
    if len(value) < schema.get("minProperties", 0):
        raise Refused("field_required", **place.details)
    if len(value) > schema.get("maxProperties", len(value)):
        raise Refused("number_too_large", limit=schema["maxProperties"], **place.details)
    return {name: read(item, known.get(name, others), place.at(name)) for name, item in value.items()}


def _array(value: Any, schema: Schema, place: Place) -> list[Any]:
    if not isinstance(value, list):
        raise _wrong(place, "array")
    if len(value) < schema["minItems"]:
        raise Refused("no_lines", **place.details)
    if len(value) > schema["maxItems"]:
        raise Refused("too_many_lines", limit=schema["maxItems"], **place.details)
    return [read(item, schema["items"], place.item(index)) for index, item in enumerate(value)]


def _string(value: Any, schema: Schema, place: Place) -> Any:
    if not isinstance(value, str):
        raise _wrong(place, "string")
    if schema.get("format") == "date-time":
        return _moment(value, place)
    if CONTROL.search(value) or not _is_whole(value):
        raise Refused("text_unreadable", **place.details)
    if len(value) > schema.get("maxLength", len(value)):
        raise Refused("name_too_long", limit=schema["maxLength"], **place.details)
    if len(value) < schema.get("minLength", 0):
        raise Refused("field_required", **place.details)
    if "enum" in schema and value not in schema["enum"]:
        raise Refused("choice_unknown", value=value, expected=schema["enum"], **place.details)
    return value


def _is_whole(value: str) -> bool:
    """False for half of a surrogate pair, which no database keeps."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _moment(value: str, place: Place) -> datetime:
    if not _MOMENT.fullmatch(value):
        raise Refused("time_unreadable", time=value[:40], **place.details)
    try:
        moment = datetime.fromisoformat(value.upper())
    except ValueError as error:
        raise Refused("time_unreadable", time=value[:40], **place.details) from error
    if moment.tzinfo is None:
        raise Refused("time_naive", **place.details)
    if moment.year not in YEARS:
        raise Refused("time_out_of_range", time=value[:40], **place.details)
    return moment.astimezone(UTC).replace(microsecond=0)


def _integer(value: Any, schema: Schema, place: Place) -> int:
    """A whole number; 2.0 is one, in JSON Schema as here."""
    return int(_within(value, schema, place, "integer"))


def _number(value: Any, schema: Schema, place: Place) -> Decimal:
    """An exact number, kept to the thousandth."""
    return Decimal(_within(value, schema, place, "number")).quantize(Decimal("0.001"))


def _within(value: Any, schema: Schema, place: Place, kind: str) -> int | Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise _wrong(place, kind)
    if value < schema["minimum"]:
        code = "units_not_positive" if place.field == "units" else "number_too_small"
        raise Refused(code, limit=schema["minimum"], **place.details)
    if value > schema["maximum"]:
        raise Refused("number_too_large", limit=schema["maximum"], **place.details)
    if kind == "integer" and value != int(value):
        raise _wrong(place, kind)
    return value


def _boolean(value: Any, _schema: Schema, place: Place) -> bool:
    if not isinstance(value, bool):
        raise _wrong(place, "boolean")
    return value


def _wrong(place: Place, expected: str) -> Refused:
    return Refused("kind_wrong", expected=expected, **place.details)


_READERS: dict[str, Callable[[Any, Schema, Place], Any]] = {
    "object": _object,
    "array": _array,
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
}
