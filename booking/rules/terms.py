"""Terms of use: through which door they are accepted, when a version holds, and what a text of them must have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LANGUAGES = ("nl", "en", "fr")
REQUIRED = "nl"
"""Every version has its text in Dutch; the language of administration (SWT, 18 July 1966). Others are a courtesy."""

LONGEST_TITLE = 200
LONGEST_TEXT = 60_000

Texts = Mapping[str, Mapping[str, str]]


class AcceptedBy(StrEnum):
    """Through which door somebody accepted."""

    SCREEN = "screen"
    API = "api"


@dataclass(frozen=True, slots=True)
class Accepting:
    """What somebody accepts with a request, and through which door: these versions by id, or all that it takes."""

    versions: frozenset[int] = frozenset()
    all: bool = False
    door: AcceptedBy = AcceptedBy.SCREEN

    def ids(self, asked: Iterable[int]) -> frozenset[int]:
        """Which of those that are asked are accepted."""
        return frozenset(asked) if self.all else self.versions.intersection(asked)


@dataclass(frozen=True, slots=True)
class Published:
    """A version as far as its dates go: `succeeds` is the id of the one before it, `ended` the last day of one without successor."""

    id: int
    succeeds: int | None
    first: date
    ended: date | None = None


def last_days(versions: Iterable[Published]) -> dict[int, date | None]:
    """By id the last day on which each version holds, None without end: the day before its successor begins, or the one it was ended on.

    A version whose successor begins no later than itself never held: its last day lies before its first.
    """
    known = list(versions)
    heirs = {each.succeeds: each.first for each in known if each.succeeds is not None}
    found: dict[int, date | None] = {}
    for each in known:
        ends = [day for day in (each.ended, heirs[each.id] - timedelta(days=1) if each.id in heirs else None) if day]
        found[each.id] = min(ends, default=None)
    return found


def faults(texts: Texts) -> list[tuple[str, str]]:
    """What is missing in texts before they can be published, as (language, field): a Dutch title and text, and both or none elsewhere."""
    found = []
    for language in LANGUAGES:
        given = texts.get(language, {})
        parts = {field: given.get(field, "").strip() for field in ("title", "body")}
        if language == REQUIRED or any(parts.values()):
            found += [(language, field) for field, text in parts.items() if not text]
    return found


def in_language(texts: Texts, language: str) -> tuple[str, Mapping[str, str]]:
    """The text in a language, or in Dutch where it has none; with the language that it really is in."""
    given = texts.get(language, {})
    return (language, given) if given.get("body") else (REQUIRED, texts[REQUIRED])
