"""A detail of a sentence as text: what it is and the name of its field say how it is written."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal

from booking.rules.periods import YEARS, Period
from booking.words.moments import day, moment, period
from booking.words.money import money
from booking.words.numbers import COUNTED, counted, decimal, grouped

# Evidence is kept as JSON, so a date comes back as its text.
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?")
_AND = {"nl": "en", "en": "and", "fr": "et"}
_YES_NO = {"nl": ("ja", "nee"), "en": ("yes", "no"), "fr": ("oui", "non")}


def written(field: str, value: object, language: str) -> str:
    """`value` as people write it in `language` (nl, en or fr). Never raises: what it does not know, it gives as `str`.

    Fields ending in `_cents` are money; those named in COUNTED get their unit (`14 dagen`); ISO 8601 texts are read as dates.
    """
    value = _read(value)
    if isinstance(value, bool):
        return _YES_NO[language][0 if value else 1]
    if isinstance(value, (int, float, Decimal)):
        return _number(field, value, language)
    if isinstance(value, datetime):
        return moment(value, language)
    if isinstance(value, date):
        return day(value, language)
    if isinstance(value, Period):
        return period(value, language)
    if isinstance(value, Collection) and not isinstance(value, (str, bytes)):
        return enumeration([written(field, item, language) for item in value], language)
    return str(value)


def enumeration(items: list[str], language: str) -> str:
    """`a`, `a en b`, `a, b en c`."""
    *others, last = items or [""]
    return f"{', '.join(others)} {_AND[language]} {last}" if others else last


def _number(field: str, value: Decimal | float, language: str) -> str:
    """Money, a counted thing or a bare number; only from 10.000 on are thousands set apart, so a year stays a year."""
    if field.endswith("_cents") and isinstance(value, int):
        return money(value, language)
    if field in COUNTED:
        return counted(value, field, language)
    if not isinstance(value, int):
        return decimal(value, language)
    return grouped(value, language) if abs(value) >= 10_000 else str(value)


def _read(value: object) -> object:
    """The date or moment that an ISO 8601 text stands for, and anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        if _ISO_DAY.fullmatch(value):
            return date.fromisoformat(value)
        if _ISO_MOMENT.fullmatch(value):
            moment_ = datetime.fromisoformat(value)
            return moment_ if moment_.year in YEARS else value  # in the year 9999 there is no tomorrow to convert to
    except ValueError:  # the thirtieth of February is a text like any other
        return value
    return value
