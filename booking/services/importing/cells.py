"""What a cell of a spreadsheet says, however it was typed: a text, a whole number, an amount of euros, a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from booking.formats.tables.reading import Cell
from booking.rules.features import BY_CODE, YES
from booking.rules.refusals import Refused
from booking.words.sentences import NOUNS

MOST_EUROS = 100_000_000
_DAYS = (re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"), re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})"))
# `1234,5`, `1.234,50`, `1,234.50`, `1 234,50`: one or two digits behind the last sign are cents, any other sign sets thousands apart.
_EUROS = re.compile(r"(?P<euros>\d+|\d{1,3}(?:[ .,'\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]\d{3})+)(?:[.,](?P<cents>\d{1,2}))?")

_FEATURES = {text.casefold(): code for code, words in NOUNS["feature"].items() for text in (code, *words.values())}

Reader = Callable[[Cell], Any]
"""From a cell that is not empty to its value. Raises Refused with what is wrong with it."""


def text(limit: int) -> Reader:
    """A text of at most `limit` characters."""

    def read(cell: Cell) -> str:
        found = str(cell)
        if len(found) > limit:
            raise Refused("name_too_long", limit=limit)
        return found

    return read


def code(cell: Cell) -> str:
    """The number by which people and addresses know an asset."""
    found = text(40)(cell)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", found):
        raise Refused("import_code_unreadable", value=found)
    return found


def whole(least: int, most: int) -> Reader:
    """A whole number from `least` to `most`."""

    def read(cell: Cell) -> int:
        if isinstance(cell, bool) or not re.fullmatch(r"-?\d{1,12}", str(cell)):
            raise Refused("number_unreadable", value=str(cell)[:40])
        if not least <= int(str(cell)) <= most:
            raise Refused("number_out_of_range", least=least, limit=most)
        return int(str(cell))

    return read


def euros(cell: Cell) -> int:
    """An amount as integer cents."""
    plain = str(cell).replace("€", "").replace("EUR", "").strip()
    if isinstance(cell, float):
        plain = f"{Decimal(plain).quantize(Decimal('0.01'))}"
    found = _EUROS.fullmatch(plain)
    if isinstance(cell, bool) or not found:
        raise Refused("import_money_unreadable", value=str(cell)[:40])
    amount = int(re.sub(r"\D", "", found["euros"]))
    if amount > MOST_EUROS:
        raise Refused("number_out_of_range", least=0, limit=MOST_EUROS)
    return amount * 100 + int((found["cents"] or "0").ljust(2, "0"))


def features(cell: Cell) -> dict[str, float]:
    """`zitplaatsen 60; breedte 3,5; toegankelijk` as codes of rules/features.py with their values, 1 for what is there."""
    found: dict[str, float] = {}
    for part in filter(None, (piece.strip() for piece in re.split(r"[;\n]", str(cell)))):
        match = re.fullmatch(r"(?P<name>[^\d:=]+?)\s*[:=]?\s*(?P<value>\d{1,7}(?:[.,]\d{1,3})?)?(?:\s*(?:m|m²|m2|kg|kVA))?", part)
        code = _FEATURES.get(match["name"].casefold()) if match else None
        if match is None or code is None or (match["value"] is None) is not (BY_CODE[code].unit == YES):
            raise Refused("import_feature_unreadable", value=part[:40])
        found[code] = float(match["value"].replace(",", ".")) if match["value"] else 1.0
    return found


def day(cell: Cell) -> date:
    """A day: a date of the spreadsheet, `2027-06-12` or `12/06/2027`."""
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    found = next((match for shape in _DAYS if (match := shape.fullmatch(str(cell)))), None)
    try:
        if found and 1900 <= int(found["y"]) < 3000:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError as error:
        raise Refused("import_day_unreadable", value=str(cell)[:40]) from error
    raise Refused("import_day_unreadable", value=str(cell)[:40])
