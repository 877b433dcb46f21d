"""A table as an XLSX workbook: typed cells, a heading that stays in sight, columns as wide as what they hold, and no formula ever."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from booking.formats.tables.column import Column, Kind, plain

LOOKED_AT = 200  # rows that decide how wide a column is
NARROWEST, WIDEST = 8, 60
LONGEST_TEXT = 32_767  # of a cell, by the file format
_FORMATS = {Kind.MONEY: "#,##0.00", Kind.DAY: "yyyy-mm-dd", Kind.MOMENT: "yyyy-mm-dd hh:mm"}
_WIDTHS = {Kind.MONEY: 12, Kind.DAY: 12, Kind.MOMENT: 17}
_HOUSE = {
    "constant_memory": True,  # a row is written and forgotten: a long list needs little memory
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a workbook: its name on the tab, its columns and its rows."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]


def write_xlsx(file: IO[bytes], columns: Sequence[Column], rows: Iterable[Sequence[Any]], name: str) -> None:
    """Write one table to a binary file; `rows` are read as they are written."""
    write_workbook(file, [Sheet(name, columns, rows)])


def write_workbook(file: IO[bytes], sheets: Sequence[Sheet]) -> None:
    """Write a workbook of these sheets, in their order, to a binary file."""
    with Workbook(file, _HOUSE) as book:
        heading = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        kinds = {kind: book.add_format({"num_format": shape}) for kind, shape in _FORMATS.items()}
        for sheet in sheets:
            _write(book.add_worksheet(_tab(sheet.name)), sheet, heading, kinds)


def _write(page: Worksheet, sheet: Sheet, heading: Format, kinds: dict[Kind, Format]) -> None:
    rows = iter(sheet.rows)
    first = list(islice(rows, LOOKED_AT))
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, _width(column, [row[place] for row in first]))
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, column.title, heading)
        if column.note:
            page.write_comment(0, place, column.note, {"x_scale": 2})
    last = 0
    for last, row in enumerate(chain(first, rows), 1):
        for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            _put(page, last, place, plain(column, value), kinds.get(column.kind))
    if last:
        page.autofilter(0, 0, last, len(sheet.columns) - 1)


def _put(page: Worksheet, row: int, place: int, value: Any, shape: Format | None) -> None:
    """Each type by its own call: whatever a text begins with, it stays a text."""
    if value is None:
        return
    if isinstance(value, (date, datetime)):
        page.write_datetime(row, place, value, shape)
    elif isinstance(value, str):
        page.write_string(row, place, value[:LONGEST_TEXT])
    else:
        page.write_number(row, place, value, shape)


def _width(column: Column, values: Sequence[Any]) -> int:
    if column.kind in _WIDTHS:
        return max(_WIDTHS[column.kind], min(len(column.title) + 3, WIDEST))
    longest = max((len(line) for value in values if value is not None for line in str(value).split("\n")), default=0)
    return max(NARROWEST, min(max(longest + 1, len(column.title) + 3), WIDEST))


def _tab(name: str) -> str:
    """A name that a tab may have: at most 31 characters, none of those the format forbids."""
    return "".join(char for char in name if char not in "[]:*?/\\'")[:31] or "1"
