"""The planning board: which assets it shows, what the ledger holds of them, and as much of why as the reader may know."""

from booking.queries.planning.board import PER_PAGE, Board, Row, board
from booking.queries.planning.chosen import Wanted
from booking.queries.planning.told import Bar, Incident, Loan
from booking.queries.planning.work import Hand, Job, WorkRow, work_rows

__all__ = ["PER_PAGE", "Bar", "Board", "Hand", "Incident", "Job", "Loan", "Row", "Wanted", "WorkRow", "board", "work_rows"]
