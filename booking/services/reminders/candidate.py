"""Something that people may have to be reminded of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from booking.services.records import Letter


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for at a moment: all that lies within so many days of `day`, or one subject (an id) wherever it lies."""

    now: datetime
    day: date
    reach: int = 0
    only: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A subject (`line:12`) and the moment of it that counts; who arranged it after `known_since` knows. `letters` looks whether there is
    a reason and writes the mails for a step of days; nothing where there is none.
    """

    subject: str
    at: datetime
    known_since: datetime | None
    letters: Callable[[int], Sequence[tuple[str, str | None, dict[str, Any], str]]]


def letter(event: str, to: str | None, payload: dict[str, Any], language: str, mark: dict[str, str], leaves: datetime) -> Letter:
    """A reminder's mail, with what tells later whether its reason is still there."""
    return Letter(event, to, {**payload, "reminder": mark}, language, leaves)
