"""A draft as a plain object that may be unfinished: read as far as it goes, copied for a successor, compared with what it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from booking.rules.tariffs import (
    Json,
    Regulation,
    TariffError,
    article_from_plain,
    article_to_plain,
    example_from_plain,
    from_plain,
    group_from_plain,
)  # fmt: skip
from booking.rules.tariffs.fields import TEXT, Field, ListOf, Record, Type
from booking.rules.tariffs.schema import EXAMPLE, GROUP

Plain = Mapping[str, Any]

NEVER = date(9999, 1, 1)
"""The first day of a draft that does not yet say one: it prices nothing."""

NAMED = Field(TEXT, required=True)

_OF_ITS_DECISION = ("organ", "decided_on", "decision", "published_on", "published_at", "valid_from", "valid_until")
_PARTS: tuple[tuple[str, str, Callable[[Plain], Any]], ...] = (
    ("group", "code", group_from_plain),
    ("article", "number", lambda plain: article_to_plain(article_from_plain(plain))),
    ("example", "name", example_from_plain),
)


_RECORDS: Mapping[str, Record] = {"group": GROUP, "article": Record(dict.fromkeys(("number", "kind"), NAMED)), "example": EXAMPLE}
"""What must be there before a part can be read; of an article the rest follows from its kind, which `prepare` looks after."""


def read(plain: Plain) -> Regulation:
    """The regulation of a draft; without a first day it begins NEVER.

    Raises TariffError `title_missing`, or `part_unfinished` with the group, article or example that cannot be read yet.
    """
    if not plain.get("title"):
        raise TariffError("title_missing")
    for sort, name, reading in _PARTS:
        for place, part in enumerate(plain.get(f"{sort}s") or (), 1):
            if lacks(_RECORDS[sort], part):
                raise TariffError("part_unfinished", **{sort: str(part.get(name) or place)})
            try:
                reading(part)
            except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
                raise TariffError("part_unfinished", **{sort: str(part.get(name) or place)}) from error
    whole = {"owner": "", "valid_from": NEVER.isoformat(), "groups": [], "articles": [], **plain}
    try:
        return from_plain(whole)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise TariffError("part_unfinished") from error


def fresh(plain: Plain) -> dict[str, Json]:
    """The same content without what belongs to its own decision, publication and term: what a successor begins with."""
    return {name: each for name, each in plain.items() if name not in _OF_ITS_DECISION}


def parts_touched(before: Plain, after: Plain) -> dict[str, list[str]]:
    """Which header fields, groups, articles and examples differ between two versions, by their own names; sorts without any left out."""
    touched = {"header": [name for name in _header(before) | _header(after) if before.get(name) != after.get(name)]}
    for sort, name, _ in _PARTS:
        old, new = (_named(each.get(f"{sort}s") or (), name) for each in (before, after))
        touched[sort] = [code for code in dict.fromkeys([*old, *new]) if old.get(code) != new.get(code)]
    return {sort: sorted(names) for sort, names in touched.items() if names}


def lacks(type_: Type, given: Any) -> bool:
    """True when something required is not there, however deep."""
    if isinstance(type_, ListOf):
        return isinstance(given, list) and any(lacks(type_.item, each) for each in given)
    if not isinstance(type_, Record) or not isinstance(given, dict):
        return False
    empty = [name for name, field in type_.fields.items() if given.get(name) in (None, "", [])]
    if any(type_.fields[name].required for name in empty):
        return True
    return any(lacks(field.type, given[name]) for name, field in type_.fields.items() if name not in empty)


def _header(plain: Plain) -> dict[str, Any]:
    return {name: each for name, each in plain.items() if name not in {f"{sort}s" for sort, _, _ in _PARTS}}


def _named(parts: Any, name: str) -> dict[str, Any]:
    return {str(part.get(name) or place): part for place, part in enumerate(parts, 1)}
