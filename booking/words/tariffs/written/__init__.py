"""A regulation in the words of its annex: what each kind of article does, what each of its terms means, who belongs to a group."""

from booking.words.tariffs.written.closed_lists import CHOICES, COLUMNS, MEASURES
from booking.words.tariffs.written.conditions import Condition, conditions, written_value
from booking.words.tariffs.written.examples import borrower_told, example_told, line_told
from booking.words.tariffs.written.groups import typical_borrower, who_belongs
from booking.words.tariffs.written.kinds import KINDS, kind_help, kind_title
from booking.words.tariffs.written.terms import TERMS, choice, column, measure, term_help, term_title

__all__ = [
    "CHOICES",
    "COLUMNS",
    "KINDS",
    "MEASURES",
    "TERMS",
    "Condition",
    "borrower_told",
    "choice",
    "column",
    "conditions",
    "example_told",
    "kind_help",
    "kind_title",
    "line_told",
    "measure",
    "term_help",
    "term_title",
    "typical_borrower",
    "who_belongs",
    "written_value",
]
