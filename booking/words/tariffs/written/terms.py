"""What each term of a regulation means: its name on a form and in an annex, and one sentence of help.

A term that means something else in one kind stands under `kind.term`; one inside a record or a list of rows under `list.term`.
"""

from __future__ import annotations

from collections.abc import Mapping

from booking.words.tariffs.written.closed_lists import CHOICES, COLUMNS, MEASURES
from booking.words.tariffs.written.terms_of_conditions import OF_CONDITIONS
from booking.words.tariffs.written.terms_of_kinds import OF_KINDS
from booking.words.tariffs.written.terms_of_the_frame import OF_THE_FRAME

Words = Mapping[str, tuple[str, str]]

TERMS: dict[str, dict[str, tuple[str, str]]] = {**OF_KINDS, **OF_CONDITIONS, **OF_THE_FRAME}


def term_title(kind: str, within: str, name: str, language: str) -> str:
    """The name of a term of a kind, `within` being the list of rows it stands in, if any; its code where nobody named it."""
    found = _term(kind, within, name)
    return found[language][0] if found else name


def term_help(kind: str, within: str, name: str, language: str) -> str:
    """The sentence of help for a term, empty where its name says it all."""
    found = _term(kind, within, name)
    return found[language][1] if found else ""


def column(kind: str, name: str, language: str) -> str:
    """What stands before the amounts of a price column of a kind."""
    found = COLUMNS.get(f"{kind}.{name}") or COLUMNS.get(name)
    return found[language] if found else name


def choice(within: str, name: str, word: str, language: str) -> str:
    """A word of a closed list, as people say it."""
    found = CHOICES.get(f"{within}.{name}") or CHOICES.get(name) or {}
    return found[word][language] if word in found else word


def measure(code: str, language: str) -> str:
    """A measure such as kilometres; a council's own measure reads as it was written."""
    return MEASURES[code][language] if code in MEASURES else code.replace("_", " ")


def _term(kind: str, within: str, name: str) -> Words | None:
    """The most particular words there are for a term."""
    return TERMS.get(f"{within}.{name}") or TERMS.get(f"{kind}.{name}") or TERMS.get(name)
