"""The settings of an authority on screen: for each noun a list, a page and a form."""

from booking.web.administration.home import SHEETS, pages

__all__ = ["SHEETS", "pages"]
