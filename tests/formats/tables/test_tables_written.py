"""Lists as spreadsheets open them: typed, in their own words, and never a formula."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from booking.formats.tables import Column, Kind, Sheet, read_table, write_csv, write_workbook, write_xlsx
from booking.rules.periods import BRUSSELS

COLUMNS = (
    Column("Naam"),
    Column("Aantal", Kind.NUMBER),
    Column("Waarde", Kind.MONEY),
    Column("Dag", Kind.DAY),
    Column("Uitgifte", Kind.MOMENT),
)
FEAST = ("Zomerfeest; “Kerkplein”", 40, 123_450, date(2027, 6, 12), datetime(2027, 6, 12, 12, tzinfo=UTC))
HANDED_OUT = FEAST[-1].astimezone(BRUSSELS).replace(tzinfo=None)  # a workbook knows no time zones
EMPTY = ("Niets", None, None, None, None)
FORMULAS = ("=1+1", "+32 3 485 51 11", "-2", "@SUM(A1)", "\tx", "＝1", '=HYPERLINK("http://x.example")')


def workbook(columns=COLUMNS, rows=(FEAST, EMPTY), name="Reservaties"):
    file = io.BytesIO()
    write_xlsx(file, columns, rows, name)
    return load_workbook(io.BytesIO(file.getvalue()))


def csv_rows(columns, rows, **options) -> list[list[str]]:
    text = b"".join(write_csv(columns, rows, **options)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_csv_holds_days_moments_in_brussels_and_money_as_a_belgian_spreadsheet_reads_them() -> None:
    assert csv_rows(COLUMNS, [FEAST, EMPTY]) == [
        ["Naam", "Aantal", "Waarde", "Dag", "Uitgifte"],
        ["Zomerfeest; “Kerkplein”", "40", "1234,5", "2027-06-12", "2027-06-12 14:00"],
        ["Niets", "", "", "", ""],
    ]
    assert csv_rows(COLUMNS, [FEAST], decimal_sign=".")[1][2] == "1234.5"


def test_csv_begins_with_the_mark_that_makes_excel_read_utf8() -> None:
    assert next(write_csv([Column("Één")], [])).startswith(b"\xef\xbb\xbf")


def test_csv_leaves_in_pieces_while_its_rows_are_read() -> None:
    read: list[int] = []

    def rows():
        for number in range(1000):
            read.append(number)
            yield (f"rij {number}",)

    pieces = write_csv([Column("Naam")], rows())
    next(pieces)
    assert len(read) < 1000
    assert sum(piece.count(b"\r\n") for piece in pieces) + len(read[:200]) + 1 == 1001


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_begins_like_a_formula_stays_a_text(text: str) -> None:
    cell = workbook([Column("Naam")], [(text,)]).worksheets[0]["A2"]
    assert (cell.data_type, cell.value.strip()) == ("s", text.strip())
    written = csv_rows([Column("Naam")], [(text,)])[1][0]
    assert written == f"'{text}"
    back = read_table("".join(["Naam\r\n", '"', written.replace('"', '""'), '"\r\n']).encode(), "x.csv")
    assert back.rows[0].cells == (text.strip(),)


def test_a_number_below_nought_stays_a_number() -> None:
    assert csv_rows([Column("n", Kind.NUMBER)], [(-5,), (Decimal("-0.5"),)])[1:] == [["-5"], ["-0,5"]]


def test_a_workbook_has_typed_cells_and_a_heading_that_stays() -> None:
    book = workbook()
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[2]] == [FEAST[0], 40, 1234.5, datetime.combine(FEAST[3], time.min), HANDED_OUT]
    assert [cell.number_format for cell in sheet[2]][2:] == ["#,##0.00", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"]
    assert (book.sheetnames, sheet.freeze_panes, sheet["A1"].font.bold, sheet.auto_filter.ref) == (["Reservaties"], "A2", True, "A1:E3")
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["B"].width


def test_a_workbook_may_have_several_sheets_and_any_name() -> None:
    file = io.BytesIO()
    write_workbook(file, [Sheet("Uitleg: [alles]", COLUMNS, []), Sheet("x" * 40, COLUMNS, [FEAST])])
    assert load_workbook(io.BytesIO(file.getvalue())).sheetnames == ["Uitleg alles", "x" * 31]


def test_what_no_cell_can_hold_is_left_out() -> None:
    sheet = workbook([Column("Naam")], [("a\x00\x0bb",), ("x" * 40_000,)]).worksheets[0]
    assert sheet["A2"].value == "ab"
    assert len(sheet["A3"].value) == 32_767


def test_what_was_written_is_read_back() -> None:
    file = io.BytesIO()
    write_xlsx(file, COLUMNS, [FEAST, EMPTY], "x")
    table = read_table(file.getvalue(), "x.xlsx")
    assert table.headings == tuple(column.title for column in COLUMNS)
    assert table.rows[0].cells == (FEAST[0], 40, 1234.5, date(2027, 6, 12), HANDED_OUT)
    assert (table.rows[1].number, table.rows[1].cells) == (3, ("Niets", None, None, None, None))
