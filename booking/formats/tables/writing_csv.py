"""A table as CSV, as a Belgian spreadsheet opens it with a double click: semicolons, a byte order mark, and texts that stay texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from booking.formats.tables.column import Column, plain

ROWS_AT_ONCE = 200
# A spreadsheet reads a cell that begins like this as a formula, which may fetch and send (CWE-1236); an apostrophe keeps it a text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH COMMERCIAL AT}")


def write_csv(columns: Sequence[Column], rows: Iterable[Sequence[Any]], decimal_sign: str = ",") -> Iterator[bytes]:
    """The table in pieces of UTF-8, the headings first; `rows` are read as they are written, so a long list needs little memory.

    Days are `2027-06-12` and moments `2027-06-12 14:00`, which every spreadsheet reads as such.
    """
    page = io.StringIO()
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    page.write("\N{ZERO WIDTH NO-BREAK SPACE}")
    writer.writerow(_safe(column.title) for column in columns)
    for number, row in enumerate(rows, 1):
        writer.writerow(_cell(column, value, decimal_sign) for column, value in zip(columns, row, strict=True))
        if number % ROWS_AT_ONCE == 0:
            yield _taken(page)
    yield _taken(page)


def _taken(page: io.StringIO) -> bytes:
    piece = page.getvalue().encode()
    page.seek(0)
    page.truncate()
    return piece


def _cell(column: Column, value: Any, decimal_sign: str) -> str:
    found = plain(column, value)
    if found is None:
        return ""
    if isinstance(found, datetime):
        return f"{found:%Y-%m-%d %H:%M}"
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, (Decimal, float)):
        return f"{Decimal(str(found)):f}".replace(".", decimal_sign)
    return str(found) if isinstance(found, int) else _safe(found)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
