"""Dated relations: to what, from which day until which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Spell:
    """A dated relation to `subject` (an id), both dates included; `weight` is a share's basis points."""

    subject: int
    first: date
    last: date | None = None
    weight: int = 0

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return self.first <= day and (self.last is None or day <= self.last)

    def holds_throughout(self, first: date, last: date) -> bool:
        """True when both days, and so every day between them, lie in the spell."""
        return self.holds_on(first) and self.holds_on(last)


def on(spells: Iterable[Spell], day: date) -> int | None:
    """The subject of the first spell that holds on the day."""
    for spell in spells:
        if spell.first <= day and (spell.last is None or day <= spell.last):
            return spell.subject
    return None
