"""What an asset needs every so many months, and by when it is to be done again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from booking.rules.catalogue import AssetCard, PlanCard, RequirementCard
from booking.rules.kinds import RequirementKind, Upkeep
from booking.rules.maintenance.validity import Condition, condition_on, longest_until, newest

YEARLY = 12  # months, where a requirement does not say how often
MINUTES, LEAD_DAYS = 120, 14  # what an inspection takes and asks ahead where nobody wrote a plan
AHEAD = timedelta(days=90)
"""How long before its day something that is due shows among what is to be planned."""


class Need(StrEnum):
    """How pressing something is, the most pressing first."""

    FAILED = "failed"
    LAPSED = "lapsed"
    MISSING = "missing"
    SOON = "soon"
    LATER = "later"


OVERDUE = frozenset({Need.FAILED, Need.LAPSED, Need.MISSING})


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that an asset needs: by which plan, when it was last done and until which day (included) that is good enough."""

    plan: PlanCard
    need: Need
    until: date | None
    last: date | None

    @property
    def overdue(self) -> bool:
        """True when it should have been done already."""
        return self.need in OVERDUE

    @property
    def urgency(self) -> tuple[bool, date, int]:
        """Smaller is more pressing."""
        return not self.overdue, self.until or date.min, list(Need).index(self.need)


def plan_for(asset: AssetCard, kind: Upkeep, requirements: Iterable[RequirementCard], day: date) -> PlanCard | None:
    """What an asset needs of a kind on a day: by its own plan, of several the latest; else what its owner requires whoever borrows it."""
    if own := asset.plan(kind, day):
        return own
    if kind is not Upkeep.INSPECTION:
        return None
    required = [each for each in requirements if _asks(each, asset)]
    if not required:
        return None
    closest = max(required, key=lambda each: (each.asset is not None, each.category is not None, each.id))
    last = newest(asset.inspections, day)
    return PlanCard(kind, closest.every_months or YEARLY, last.body if last else "", MINUTES, LEAD_DAYS, date.min, source=closest.source)


def _asks(required: RequirementCard, asset: AssetCard) -> bool:
    """True for an inspection that is asked of the asset itself, and not only for some kind of borrower."""
    about = required.asset in (None, asset.id) and required.category in (None, asset.category_id)
    return required.kind == RequirementKind.INSPECTION and about and required.borrower_kind is None


def due_of(asset: AssetCard, plan: PlanCard, today: date, done: date | None = None) -> Due:
    """How pressing a plan is today. Of an inspection its validity says so; other upkeep counts from when it was last `done`, or from the
    first day of its plan.
    """
    if plan.kind == Upkeep.INSPECTION:
        last = newest(asset.inspections, today)
        until = last.until if last else None
        condition = condition_on(asset.inspections, today)
        need = _pressing(until, today) if condition is Condition.VALID and until else Need(condition)
        return Due(plan, need, until, last.on if last else None)
    until = longest_until(done or plan.first, plan.every_months)
    return Due(plan, Need.LAPSED if until < today else _pressing(until, today), until, done)


def _pressing(until: date, today: date) -> Need:
    return Need.SOON if until - today <= AHEAD else Need.LATER
