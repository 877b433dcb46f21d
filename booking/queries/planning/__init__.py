"""The planning board: which assets it shows, what the ledger holds of them, and as much of why as the reader may know."""

from booking.queries.planning.board import PER_PAGE, Board, Row, board
from booking.queries.planning.chosen import Wanted
from booking.queries.planning.told import Bar, Incident, Loan

__all__ = ["PER_PAGE", "Bar", "Board", "Incident", "Loan", "Row", "Wanted", "board"]
