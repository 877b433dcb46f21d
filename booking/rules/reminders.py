"""Of what people are reminded, and when: steps of days before or after a moment, each told once, the newest that stands when it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from booking.rules.periods import from_local, local


class Reminding(StrEnum):
    """What a reminder is about."""

    HANDOVER = "handover"
    DOCUMENTS = "documents"
    RETURN = "return"
    OVERDUE = "overdue"
    POLICY = "policy"
    QUALIFICATION = "qualification"
    OPTION = "option"


@dataclass(frozen=True, slots=True)
class Ladder:
    """So many days before its moment (the longest first), or `after` it."""

    days: tuple[int, ...]
    after: bool = False

    @property
    def reach(self) -> int:
        """The longest number of days between a moment and its reminder."""
        return max(self.days)


LADDERS: Mapping[Reminding, Ladder] = MappingProxyType(
    {
        Reminding.HANDOVER: Ladder((3,)),
        Reminding.DOCUMENTS: Ladder((14, 7, 3)),
        Reminding.RETURN: Ladder((1,)),
        Reminding.OVERDUE: Ladder((1, 3, 7), after=True),
        Reminding.POLICY: Ladder((30, 7)),
        Reminding.QUALIFICATION: Ladder((30, 7)),
        Reminding.OPTION: Ladder((2,)),
    }
)

GATHERED_AT = time(6, 30)
"""When the reminders of a day are written, by the clock of Brussels: half an hour before the morning's mail leaves."""


def reminding_day(now: datetime) -> date:
    """The Brussels day whose reminders are due: today from half past six on, until then yesterday."""
    wall = local(now)
    return wall.date() if wall.time() >= GATHERED_AT else wall.date() - timedelta(days=1)


def step_due(kind: Reminding, at: datetime, known_since: datetime | None, now: datetime) -> int | None:
    """The step of a ladder that stands now for something at a moment, in days; None when there is none.

    Of several steps that passed while nobody ran only the last one stands. Who arranged something when its step had come, was told then:
    that step is left out. What is over is reminded of no more, unless its ladder begins there.
    """
    ladder, gap = LADDERS[kind], (local(at).date() - reminding_day(now)).days
    if ladder.after:
        passed = [days for days in ladder.days if days <= -gap]
        return max(passed, default=None)
    if at <= now:
        return None
    standing = [days for days in ladder.days if gap <= days]
    step = min(standing, default=None)
    if step is None or (known_since is not None and known_since >= moment_of(at, step)):
        return None
    return step


def moment_of(at: datetime, days: int) -> datetime:
    """When the step so many days before a moment falls due."""
    return from_local(datetime.combine(local(at).date() - timedelta(days=days), GATHERED_AT))
