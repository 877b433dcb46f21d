"""The small shapes that larger ones are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Schema = Mapping[str, Any]

LARGEST_ID = 2**53 - 1  # the largest whole number that every JSON reader keeps exact


def thing(properties: Mapping[str, Schema], *, optional: Iterable[str] | None = None, **more: Any) -> dict[str, Any]:
    """An object with just these properties, all required but the optional ones."""
    required = {"required": [name for name in properties if name not in (optional or ())]}
    return {"type": "object", "properties": properties, "additionalProperties": False, **(required if required["required"] else {}), **more}


def many(items: Schema, **more: Any) -> dict[str, Any]:
    """A list of these."""
    return {"type": "array", "items": items, **more}


def text(longest: int, about: str = "", shortest: int = 0) -> dict[str, Any]:
    """A text of at most so many characters, without control characters."""
    return {
        "type": "string", "maxLength": longest, "pattern": r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$",
        **({"minLength": shortest} if shortest else {}), **({"description": about} if about else {}),
    }  # fmt: skip


def number(smallest: int, largest: int, about: str = "", kind: str = "integer") -> dict[str, Any]:
    """A number between two limits."""
    return {"type": kind, "minimum": smallest, "maximum": largest, **({"description": about} if about else {})}


def choice(words: Iterable[str], about: str = "") -> dict[str, Any]:
    """One of a closed list."""
    return {"type": "string", "enum": [str(word) for word in words], **({"description": about} if about else {})}


def moment(about: str = "") -> dict[str, Any]:
    """A moment with its offset; what comes after the seconds is cut off."""
    said = f"{about}. " if about else ""
    return {"type": "string", "format": "date-time", "description": f"{said}ISO 8601 with an offset, such as 2027-06-12T14:00:00+02:00"}


def or_null(schema: Schema) -> dict[str, Any]:
    """The same, or null."""
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    words = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [*kinds, "null"], **words}


def cents(about: str) -> dict[str, Any]:
    """An amount of money."""
    return {"type": "integer", "description": f"{about}, in cents"}


def ref(name: str) -> dict[str, str]:
    """A shape by its name among the document's components."""
    return {"$ref": f"#/components/schemas/{name}"}


ID = number(1, LARGEST_ID)
STRING = {"type": "string"}
COUNT = {"type": "integer"}
BOOLEAN = {"type": "boolean"}
PERIOD = thing({"from": moment(), "to": moment()})
