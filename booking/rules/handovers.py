"""What goes out and comes back: what a checklist asks, what is still out, and what follows from how something came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum


class Way(StrEnum):
    """Out to the borrower, or back."""

    OUT = "out"
    BACK = "back"


class ItemKind(StrEnum):
    """A state to judge, an accessory to count, or a component of a whole that is an asset of its own."""

    CONDITION = "condition"
    ACCESSORY = "accessory"
    PART = "part"


COUNTED = frozenset({ItemKind.ACCESSORY, ItemKind.PART})

LATEST = timedelta(hours=72)
"""So long a telephone may keep what was entered on it before it is sent: a long weekend without a connection."""

MOST_PHOTOS = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is looked at: `expected` of it for all units that go, of which `each` are with one unit, and `value_cents` of one.

    `key` is the same out and back.
    """

    key: str
    kind: ItemKind
    text: str
    expected: int = 0
    value_cents: int | None = None
    asset: int | None = None
    each: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """What somebody saw of it: of what is counted how many, and of everything whether it was in order; `estimate` in cents."""

    asked: Asked
    counted: int | None = None
    fine: bool = True
    note: str = ""
    estimate: int = 0


@dataclass(frozen=True, slots=True)
class Gone:
    """So many of something that did not come back, and what one is worth in cents; `asset` when it is one of its own."""

    text: str
    units: int
    value_cents: int = 0
    asset: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Units of a line at one return: back, and not to come back."""

    back: int
    missing: int = 0

    @property
    def settled(self) -> int:
        """Units that the line no longer has out."""
        return self.back + self.missing


def still_out(lent: int, returns: Iterable[Tally]) -> int:
    """Units of a line that are with the borrower after these returns."""
    return lent - sum(each.settled for each in returns)


def entered_at(told: datetime | None, now: datetime) -> datetime:
    """When something was entered, as its telephone tells: believed of the last three days, and else the moment at which it arrives."""
    return told if told is not None and now - LATEST <= told <= now else now


def asked_of(items: Sequence[Asked], parts: Sequence[Asked], units: int) -> list[Asked]:
    """What is looked at when so many units go: what is counted is counted for all of them, components first."""
    times = [replace(each, expected=each.expected * units, each=each.expected) for each in (*parts, *items)]
    return sorted(times, key=lambda each: each.kind is ItemKind.CONDITION)  # counting first, while it is being loaded


def left_to_come(asked: Iterable[Asked], out: Mapping[str, int], back: Mapping[str, int]) -> list[Asked]:
    """The same at a return: what is counted is expected as it went out, less what came back before. `out` and `back` are counts by key."""
    return [
        replace(each, expected=max(0, out.get(each.key, each.expected) - back.get(each.key, 0))) if each.kind in COUNTED else each
        for each in asked
    ]


def gone(noted: Iterable[Noted], *, last: bool, missing: int = 0) -> list[Gone]:
    """What of the accessories and components is missing. While units are out it may still come with them, so only the last return tells.

    With the `missing` units, which are lost as a whole, their components are: those are not lost once more.
    """
    counted = [each for each in noted if each.asked.kind in COUNTED and last]
    short = [(each, each.asked.expected - (each.counted or 0) - _lost_with_the_whole(each.asked, missing)) for each in counted]
    return [Gone(each.asked.text, units, each.asked.value_cents or 0, each.asked.asset) for each, units in short if units > 0]


def _lost_with_the_whole(asked: Asked, missing: int) -> int:
    return asked.each * missing if asked.kind is ItemKind.PART else 0


def broken(noted: Iterable[Noted]) -> list[Noted]:
    """What was not in order: somebody has to look at it before it goes out again."""
    return [each for each in noted if not each.fine]


def repair_note(noted: Iterable[Noted], note: str = "") -> str:
    """What a repair is about, one thing on a line."""
    told = [f"{each.asked.text}: {each.note}" if each.asked.text and each.note else each.asked.text or each.note for each in broken(noted)]
    return "\n".join(filter(None, (*told, note.strip())))
