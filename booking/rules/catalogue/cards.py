"""Authorities, places and assets as values, each with all that is dated about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from booking.rules.calendar import ALWAYS, Calendar
from booking.rules.catalogue.spells import Spell, on
from booking.rules.contingents import ContingentCard
from booking.rules.crew import Step
from booking.rules.custody import NO_BUFFER, Buffer
from booking.rules.kinds import TaskKind
from booking.rules.shares import FairUseCard


@dataclass(frozen=True, slots=True)
class AuthorityCard:
    """An authority that owns or borrows; `municipalities` are the dated groups it belongs to (an OCMW, its municipality)."""

    id: int
    name: str
    kind: str
    email: str | None = None
    municipalities: tuple[Spell, ...] = ()
    language: str = "nl"

    def house(self, day: date) -> int:
        """The municipality whose group this authority is in on a day; itself when it is in none."""
        return on(self.municipalities, day) or self.id


@dataclass(frozen=True, slots=True)
class DepotCard:
    """A depot or hall building with its calendar."""

    id: int
    authority: int
    name: str
    address: str
    kind: str = "depot"
    lat: float | None = None
    lon: float | None = None
    calendar: Calendar = field(default_factory=lambda: Calendar(ALWAYS), compare=False)


@dataclass(frozen=True, slots=True)
class InspectionCard:
    """The outcome of one inspection; `passed` is valid up to and including `until`."""

    on: date
    until: date
    passed: bool
    body: str


@dataclass(frozen=True, slots=True)
class PlanCard:
    """What an asset needs every so many months (kinds.Upkeep): who does it, how long it takes and how long ahead it is arranged."""

    kind: str
    every_months: int
    body: str
    minutes: int
    lead_days: int
    first: date
    last: date | None = None
    source: str = ""
    id: int | None = None

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class AssetCard:
    """An asset with all that is dated about it. `leaves` are the assets (units each) that carry its occupancy; itself when undivided.

    `features` are those of rules/features.py (1 for what is there); `steps` the work that each loan of it asks; `photograph` leads.
    `contingents` are what of it is guaranteed to somebody, `fair_use` how its co-owners count days.
    `inspections` are in the order in which they were recorded, `plans` too; `visits` are when an inspection is planned to end.
    """

    id: int
    code: str
    name: str
    category: str
    category_id: int
    units: int
    in_place: bool
    leaves: Mapping[int, int]
    managers: tuple[Spell, ...]
    keepers: tuple[Spell, ...]
    shares: tuple[Spell, ...] = ()
    before: Buffer = NO_BUFFER
    after: Buffer = NO_BUFFER
    capacity: int | None = None
    mass_kg: int | None = None
    value_cents: int | None = None
    in_service_from: date = date.min
    in_service_until: date | None = None
    inspections: tuple[InspectionCard, ...] = ()
    features: Mapping[str, float] = field(default_factory=dict)
    steps: Mapping[TaskKind, Step] = field(default_factory=dict)
    photograph: int | None = None
    contingents: tuple[ContingentCard, ...] = ()
    fair_use: tuple[FairUseCard, ...] = ()
    plans: tuple[PlanCard, ...] = ()
    visits: tuple[datetime, ...] = ()

    def counted(self, units: int) -> str:
        """Its name, of several with how many: `Podiumwagen`, `40 × Podiumdeel`."""
        return f"{units} × {self.name}" if units > 1 else self.name

    def plan(self, kind: str, day: date) -> PlanCard | None:
        """Its own plan of a kind on a day, the latest where several hold."""
        for plan in reversed(self.plans):
            if plan.kind == kind and plan.holds_on(day):
                return plan
        return None
