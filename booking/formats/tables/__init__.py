"""Tables for spreadsheets: a list written as CSV or XLSX, and either of them read back."""

from booking.formats.tables.column import Column, Kind
from booking.formats.tables.reading import MOST_BYTES, MOST_ROWS, Table, TableRow, read_table
from booking.formats.tables.writing_csv import write_csv
from booking.formats.tables.writing_xlsx import Sheet, write_workbook, write_xlsx

__all__ = [
    "MOST_BYTES",
    "MOST_ROWS",
    "Column",
    "Kind",
    "Sheet",
    "Table",
    "TableRow",
    "read_table",
    "write_csv",
    "write_workbook",
    "write_xlsx",
]
