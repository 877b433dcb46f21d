"""A reservation as its borrower and each owner may see it: states, findings, prices and history; alone and in lists."""

from booking.queries.overview.lists import Found, Row, Wanted, find_mine, my_reservations, worklist
from booking.queries.overview.reading import overview
from booking.queries.overview.views import ChangeView, DossierView, LineView, Overview, QuoteView

__all__ = [
    "ChangeView", "DossierView", "Found", "LineView", "Overview", "QuoteView", "Row", "Wanted", "find_mine", "my_reservations",
    "overview", "worklist",
]  # fmt: skip
