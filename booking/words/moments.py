"""Dates, moments and periods as people write them: `za 12 juni 2027`, `za 12 juni 2027 14:00`, in Brussels time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from booking.rules.periods import Period, local

_WEEKDAYS = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
}
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
_SHORT_MONTHS = {
    "nl": "jan. feb. mrt. apr. mei juni juli aug. sep. okt. nov. dec.".split(),
    "en": "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split(),
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
}
# For the hour that the clock shows twice in October: first by summer time, then by winter time.
_TWICE = {"nl": ("zomertijd", "wintertijd"), "en": ("summer time", "winter time"), "fr": ("heure d'été", "heure d'hiver")}


def day(value: date, language: str) -> str:
    """`za 12 juni 2027`, `Sat 12 June 2027`, `sam. 12 juin 2027`."""
    return f"{_WEEKDAYS[language][value.weekday()]} {plain_day(value, language)}"


def plain_day(value: date, language: str) -> str:
    """`12 juni 2027`, `12 June 2027`, `12 juin 2027`: since when something holds, whatever the day of the week."""
    number = "1er" if language == "fr" and value.day == 1 else value.day
    return f"{number} {_MONTHS[language][value.month - 1]} {value.year}"


def short_day(value: date, language: str) -> str:
    """`za 12 juni`, `Sat 12 June`, `sam. 12 juin`: where the year speaks for itself."""
    number = "1er" if language == "fr" and value.day == 1 else value.day
    return f"{_WEEKDAYS[language][value.weekday()]} {number} {_SHORT_MONTHS[language][value.month - 1]}"


def weekday(value: date, language: str) -> str:
    """`za`, `Sat`, `sam.`"""
    return _WEEKDAYS[language][value.weekday()]


def month(value: date, language: str) -> str:
    """`juni 2027`, `June 2027`, `juin 2027`."""
    return f"{_MONTHS[language][value.month - 1]} {value.year}"


def month_name(number: int, language: str) -> str:
    """`juli`: the seventh month."""
    return _MONTHS[language][number - 1]


def clock(value: datetime, language: str) -> str:
    """`14:00` in Brussels; in the hour shown twice also which of the two: `02:30 (wintertijd)`. A naive time is taken as it is."""
    if value.tzinfo is None:
        return f"{value:%H:%M}"
    here = local(value)
    if here.replace(fold=0).utcoffset() == here.replace(fold=1).utcoffset():
        return f"{here:%H:%M}"
    return f"{here:%H:%M} ({_TWICE[language][here.fold]})"


def moment(value: datetime, language: str) -> str:
    """`za 12 juni 2027 14:00`."""
    here = value if value.tzinfo is None else local(value)
    return f"{day(here, language)} {clock(value, language)}"


def period(value: Period, language: str) -> str:
    """`za 12 juni 2027 14:00–18:00`, both dates when it ends on another, and dates alone when it is whole days."""
    start, end = local(value.start), local(value.end)
    if start.time() == end.time() == time.min:
        first, last = start.date(), end.date() - timedelta(days=1)
        return day(first, language) if first == last else f"{day(first, language)} – {day(last, language)}"
    if start.date() == end.date():
        return f"{moment(value.start, language)}–{clock(value.end, language)}"
    return f"{moment(value.start, language)} – {moment(value.end, language)}"
