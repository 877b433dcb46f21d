"""A table read from what a spreadsheet saved: XLSX or CSV of any delimiter and encoding, within limits that no file can talk past."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook

from booking.formats.tables.writing_csv import FORMULA
from booking.rules.refusals import Refused

MOST_BYTES = 2_000_000  # as much as a request may carry
MOST_UNPACKED = 60_000_000  # a real list of 5,000 rows unpacks to about 5 MB
MOST_PARTS = 500
MOST_ROWS, MOST_COLUMNS = 5_000, 100
LONGEST_CELL = 5_000

Cell = str | int | float | date | datetime | bool | None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that holds something, with its number as the spreadsheet shows it, and a cell for each heading."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of the first row that holds something, and the rows below it; empty rows are left out."""

    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]


def read_table(content: bytes, filename: str) -> Table:
    """The first sheet of an XLSX file, or a CSV file; what it is, its content says, not its name.

    Texts come without spaces around them, an empty cell as None. Raises Refused: `table_too_large`, `table_too_long`, `table_unreadable`,
    `table_old_excel`, `table_empty`.
    """
    if len(content) > MOST_BYTES:
        raise Refused("table_too_large", limit=MOST_BYTES // 1_000_000)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("table_old_excel", file=filename)
    rows = _xlsx(content, filename) if content.startswith(b"PK") else _csv(content, filename)
    return _table(rows, filename)


def _table(rows: Iterable[Sequence[Cell]], filename: str) -> Table:
    headings: tuple[str, ...] | None = None
    found: list[TableRow] = []
    for number, row in enumerate(rows, 1):
        cells = [_tidied(cell) for cell in row[:MOST_COLUMNS]]
        if all(cell is None for cell in cells):
            if number > MOST_ROWS * 4:
                raise Refused("table_too_long", limit=MOST_ROWS)
            continue
        if headings is None:
            headings = _headings(cells)
            continue
        if len(found) == MOST_ROWS:
            raise Refused("table_too_long", limit=MOST_ROWS)
        width = len(headings)
        found.append(TableRow(number, tuple([*cells, *[None] * width][:width])))
    if headings is None:
        raise Refused("table_empty", file=filename)
    return Table(headings, tuple(found))


def _headings(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Up to the last that says something: a reader fills up what is short."""
    named = ["" if cell is None else " ".join(str(cell).split()) for cell in cells]
    while not named[-1]:
        named.pop()
    return tuple(named)


def _tidied(cell: Any) -> Cell:
    if isinstance(cell, str):
        return cell.strip()[:LONGEST_CELL] or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)  # a spreadsheet keeps every number as a fraction
    if isinstance(cell, datetime) and cell.time() == time.min:
        return cell.date()
    return cell if cell is None or isinstance(cell, (int, float, date, bool)) else str(cell)[:LONGEST_CELL]


def _csv(content: bytes, filename: str) -> Iterator[list[str]]:
    text = _decoded(content, filename)
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield [cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell for cell in row]
    except csv.Error as error:
        raise Refused("table_unreadable", file=filename) from error


def _decoded(content: bytes, filename: str) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, else what Excel on Windows saves. A file with bytes of none of these is no text."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for each in (encoding, "cp1252"):
        try:
            text = content.decode(each)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused("table_unreadable", file=filename)


def _xlsx(content: bytes, filename: str) -> Iterator[tuple[Any, ...]]:
    """The values of the first visible sheet; a formula as the value it last had."""
    try:
        _check_parts(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        sheet = sheets[0]
        sheet.reset_dimensions()  # a file may claim a million columns
        yield from sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)
    except Refused:
        raise
    except Exception as error:  # the reader fails in many ways on a file that is not what it seems; each is the sender's
        raise Refused("table_unreadable", file=filename) from error


def _check_parts(content: bytes) -> None:
    """Raises Refused for an archive that unpacks to more than a table ever would, by what it really holds and not by what it claims."""
    left = MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise Refused("table_too_large", limit=MOST_BYTES // 1_000_000)
        for part in parts:
            with archive.open(part) as opened:
                before = b""
                while left >= 0 and (piece := opened.read(65_536)):
                    left -= len(piece)
                    plain = before + piece.replace(b"\0", b"")  # in UTF-16 each letter has one
                    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:  # a spreadsheet has none; a bomb of entities does
                        raise Refused("table_unreadable", file=part.filename)
                    before = plain[-9:]
            if left < 0:
                raise Refused("table_too_large", limit=MOST_BYTES // 1_000_000)
