"""The settings of an authority on screen: for each noun a list, a page and a form."""

from booking.web.administration import asset_details, holidays, labels, owners, photographs
from booking.web.administration.home import SHEETS, pages

__all__ = ["SHEETS", "asset_details", "holidays", "labels", "owners", "pages", "photographs"]
