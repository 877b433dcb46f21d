"""A setting as the record of changes kept it, plain JSON, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from booking.rules.features import FEATURES, YES
from booking.words.format import written
from booking.words.numbers import decimal
from booking.words.sentences import SENTENCES, label, spoken_language

# Where the name of a setting is not that of its list: the lists that a code may be of, none of which share a code.
_LISTS = {
    "kind": ("authority_kind", "borrower_kind", "place_kind", "field_kind"),
    "language": ("language",),
    "relation": ("rule_relation",),
    "recognition": ("rule_recognition",),
    "purposes": ("purpose",),
    "hire_before": ("stage",),
    "deposit_before": ("stage",),
    **dict.fromkeys(("notice_unit", "horizon_unit", "priority_unit"), ("lead_unit",)),
    **dict.fromkeys(("shortest_unit", "longest_unit"), ("duration_unit",)),
}
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


def features(found: Mapping[str, float], language: str) -> str:
    """`Zitplaatsen 60; Toegankelijk`: as a list of assets is filled in, in the order of rules/features.py."""
    told = ((label("feature", each.code, language), found[each.code], each.unit) for each in FEATURES if each.code in found)
    return "; ".join(word if unit == YES else f"{word} {decimal(value, language)}" for word, value, unit in told)
