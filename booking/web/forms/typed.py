"""What a form held, told back to whoever typed it: by the names that the screens use, without what only the program reads."""

from __future__ import annotations

import re
from collections.abc import Iterable

from booking.web.language import gettext
from booking.words import label
from booking.words.sentences import NOUNS

# What people write themselves; ids, keys and marks are kept in the form and not shown.
WRITTEN = frozenset({
    "email", "name", "beneficiary", "event", "place", "attendance", "note", "reason", "why", "asset", "units", "missing",
    "from_day", "from_time", "to_day", "to_time", "day", "time",
})  # fmt: skip
CHOSEN = frozenset({"purpose", "handover"})
# `lines-0-units` counts from nought, `nee-1-reason` has the number of its line.
_NAME = re.compile(r"(?:lines-(?P<place>\d{1,3})-|[a-z]+-(?P<number>\d{1,3})-)?(?P<field>[a-z_]+)")


def recognised(typed: Iterable[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    """The fields that a person would know again, as (name, what was typed), in the order of the form."""
    return [(told, value) for name, sent in typed for told, value in _told(name, sent.strip(), language)]


def _told(name: str, sent: str, language: str) -> list[tuple[str, str]]:
    found = _NAME.fullmatch(name)
    field = found["field"] if found else ""
    chosen = field in CHOSEN and sent in NOUNS[field]
    if not found or not sent or not (chosen or field in WRITTEN) or (field == "asset" and sent.isdigit()):
        return []
    number = int(found["place"]) + 1 if found["place"] else found["number"]
    told, value = label("field", field, language), label(field, sent, language) if chosen else sent
    return [(gettext("Lijn %(number)s, ") % {"number": number} + told[:1].lower() + told[1:] if number else told, value)]
