"""What a feed says about one task, loan or inspection, before it becomes bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from booking.rules.periods import InvalidTime

STATUSES = frozenset({"CONFIRMED", "TENTATIVE", "CANCELLED"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of a feed, half-open `[starts_at, ends_at)`: two aware moments, or two dates for whole days (end exclusive).

    `sequence` rises with every change, a cancellation included; `changed_at` moves with it. `geo` is (latitude, longitude) in
    degrees; `alarms` are minutes before the start. Texts may hold anything a person typed: they are made safe on rendering.

    Raises InvalidTime `time_naive` or `period_reversed`, and ValueError for what only a programmer can get wrong.
    """

    uid: str
    sequence: int
    starts_at: datetime | date
    ends_at: datetime | date
    summary: str
    created_at: datetime
    changed_at: datetime
    location: str = ""
    description: str = ""
    geo: tuple[float, float] | None = None
    url: str | None = None
    categories: tuple[str, ...] = ()
    status: str = "CONFIRMED"
    transparent: bool = False
    alarms: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.is_timed != isinstance(self.ends_at, datetime):
            raise ValueError(f"event {self.uid!r} mixes a moment and a date")
        for moment in (self.starts_at, self.ends_at, self.created_at, self.changed_at):
            if isinstance(moment, datetime) and moment.tzinfo is None:
                raise InvalidTime("time_naive")
        if self.ends_at <= self.starts_at:
            raise InvalidTime("period_reversed", start=self.starts_at.isoformat(), end=self.ends_at.isoformat())
        if not self.uid or self.uid != "".join(self.uid.split()) or not self.uid.isprintable():
            raise ValueError(f"{self.uid!r} is no UID: it needs visible characters without spaces")
        if self.sequence < 0 or self.status not in STATUSES:
            raise ValueError(f"event {self.uid!r} has sequence {self.sequence} and status {self.status!r}")
        if self.geo and not (abs(self.geo[0]) <= 90 and abs(self.geo[1]) <= 180):
            raise ValueError(f"event {self.uid!r} lies at {self.geo}, which is no place on earth")

    @property
    def is_timed(self) -> bool:
        """False for an event of whole days."""
        return isinstance(self.starts_at, datetime)
