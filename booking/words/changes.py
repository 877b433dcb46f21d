"""A setting as the record of changes kept it, plain JSON, in words."""

from __future__ import annotations

from typing import Any

from booking.words.format import written
from booking.words.sentences import SENTENCES, spoken_language

# Where the name of a setting is not that of its list: the lists that a code may be of, none of which share a code.
_LISTS = {"kind": ("authority_kind", "borrower_kind", "place_kind", "field_kind"), "language": ("language",)}
_EMPTY = {"nl": "leeg", "en": "empty", "fr": "vide"}


def setting(name: str, value: Any, language: str) -> str:
    """The value of a setting as people write it: a code as its word, a date as a date, cents as euros, nothing as `leeg`."""
    language = spoken_language(language)
    if value is None or value in ("", [], {}):
        return _EMPTY[language]
    if isinstance(value, dict):
        return ", ".join(f"{each} {setting(each, kept, language)}" for each, kept in value.items())
    if isinstance(value, list):
        return "; ".join(setting(name, each, language) for each in value)
    words = (SENTENCES.get(f"{noun}.{value}") for noun in _LISTS.get(name, (name,)))
    word = next((each for each in words if each), None)
    return word[language] if word else written(name, value, language)
