"""Regulations on screen: read by everybody, written by who administers tariffs."""

from booking.web.regulations import comparing, importing, publishing, reading
from booking.web.regulations.blueprint import pages

__all__ = ["comparing", "importing", "pages", "publishing", "reading"]
