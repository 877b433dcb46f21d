"""The editor of a fee regulation, for who knows the council's text and is no programmer."""

from booking.web.regulations.editor import beginning, editing, paper
from booking.web.regulations.editor.blueprint import pages

__all__ = ["beginning", "editing", "pages", "paper"]
