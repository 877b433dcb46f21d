"""Whatever a spreadsheet saved is read; what is no table, or far too much of one, is refused before it costs anything."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from booking.formats.tables import MOST_BYTES, MOST_ROWS, read_table
from booking.rules.refusals import Refused

CAFE = [("Nummer", "Naam"), ("A-1", "Café “De Één”"), ("A-2", "Tent; groot, 5 m")]


def as_csv(delimiter: str) -> str:
    return "".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in CAFE)


def as_xlsx(rows, *hidden: str) -> bytes:
    book = Workbook()
    for name in hidden:
        book.active.title, book.active.sheet_state = name, "hidden"
        book.create_sheet("zichtbaar")
        book.active = 1
    for row in rows:
        book.worksheets[-1].append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def bombed(before: bytes) -> bytes:
    """A workbook that can be read, but for what stands before its sheet."""
    whole = zipfile.ZipFile(io.BytesIO(as_xlsx(CAFE)))
    parts = {name: whole.read(name) for name in whole.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    decoded = sheet.decode().encode("utf-16-le") if before.startswith(b"\xff\xfe") else sheet
    return zipped({**parts, "xl/worksheets/sheet1.xml": before + decoded})


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_is_read_whatever_its_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    table = read_table(as_csv(delimiter).encode(encoding), "lijst.csv")
    assert (table.headings, [row.cells for row in table.rows]) == (CAFE[0], CAFE[1:])


def test_a_file_is_what_it_holds_and_not_what_it_is_called() -> None:
    assert read_table(as_xlsx(CAFE), "lijst.csv").rows == read_table(as_csv(";").encode(), "lijst.xlsx").rows


def test_rows_keep_the_number_that_the_spreadsheet_shows_and_empty_ones_are_left_out() -> None:
    rows = [(None, None), ("Nummer", "  Naam\n van het  middel "), (None, None), ("A-1", " Tent "), ("", " "), ("A-2", None)]
    for content in (as_xlsx(rows), "\r\n".join(";".join(f'"{cell or ""}"' for cell in row) for row in rows).encode()):
        table = read_table(content, "x")
        assert table.headings == ("Nummer", "Naam van het middel")
        assert [row.cells for row in table.rows] == [("A-1", "Tent"), ("A-2", None)]
    assert [row.number for row in read_table(as_xlsx(rows), "x").rows] == [4, 6]


def test_a_short_row_is_filled_up_and_a_long_one_cut_to_the_headings() -> None:
    assert [row.cells for row in read_table(b"a;b\n1\n1;2;3\n", "x").rows] == [("1", None), ("1", "2")]


def test_the_first_sheet_that_shows_is_the_table_and_a_formula_is_its_last_value() -> None:
    assert read_table(as_xlsx(CAFE, "geheim"), "x").headings == CAFE[0]
    assert read_table(as_xlsx([("n",), ("=1+1",)]), "x").rows == ()  # never computed, so there is no value


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table_empty"),
        (b";;\n\n", "table_empty"),
        (b"x" * (MOST_BYTES + 1), "table_too_large"),
        (b"n\n" + b"1\n" * (MOST_ROWS + 1), "table_too_long"),
        (b"n\n" + b"\n" * (MOST_ROWS * 5), "table_too_long"),
        (b"\xd0\xcf\x11\xe0old", "table_old_excel"),
        (b"PK\x03\x04broken", "table_unreadable"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x81", "table_unreadable"),
        (b'n\n"never closed', "table_unreadable"),
        (zipped({"photo.jpg": b"x"}), "table_unreadable"),
        (zipped({"xl/sharedStrings.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "table_unreadable"),
        (bombed(f"<!--{'x' * 65_530}--><!DOCTYPE x [<!ENTITY a 'b'>]>".encode()), "table_unreadable"),
        (bombed("<!DOCTYPE x [<!ENTITY a 'b'>]>".encode("utf-16")), "table_unreadable"),
        (zipped({f"{number}.xml": b"" for number in range(501)}), "table_too_large"),
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_table(content, "lijst")
    assert refused.value.code == code


def test_a_small_file_that_unpacks_to_a_mountain_is_refused_before_it_does() -> None:
    bomb = zipped({f"xl/worksheets/sheet{number}.xml": b"0" * 30_000_000 for number in range(3)})
    assert len(bomb) < 200_000
    with pytest.raises(Refused, match="table_too_large"):
        read_table(bomb, "bom.xlsx")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_a_refusal(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"a;b\n"):
        try:
            table = read_table(start + content, "x")
        except Refused:
            continue
        assert all(len(row.cells) == len(table.headings) for row in table.rows)
