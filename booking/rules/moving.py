"""May an owner move a promise by itself? What its borrower would notice of it must be agreed with; what nobody notices need not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from booking.rules.kinds import Handover
from booking.rules.periods import Period

PROPOSAL_DAYS = 7  # how long a proposal holds both dates


class Notice(StrEnum):
    """What a borrower would notice of a move."""

    TIME = "moved_time"
    CUSTODY = "moved_custody"
    PLACE = "moved_place"
    CATEGORY = "moved_category"
    LESS = "moved_less"
    DEARER = "moved_dearer"
    MISSING = "moved_missing"
    CONTRACT = "moved_contract"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where and when something is had. `place` is the depot at which it is handed over and returned, or the room itself; `delivered` when
    its borrower never comes there.
    """

    use: Period
    custody: Period
    category: str
    place: int
    delivered: bool = False


def stand(use: Period, custody: Period, category: str, asset: int, depot: int, handover: str, *, in_place: bool) -> Stand:
    """How an asset of a category stands for whoever has it."""
    return Stand(use, custody, category, asset if in_place else depot, handover == Handover.DELIVERY and not in_place)


def noticed(old: Stand, new: Stand, *, less: bool, dearer: bool, missing: Collection[str], contract: bool = False) -> list[Notice]:
    """What a borrower would notice when the one becomes the other: `less` when it falls short, `missing` the codes of what must be brought
    for it that was not asked before, `contract` when a contract names what was promised.
    """
    told = {
        Notice.TIME: old.use != new.use,
        Notice.CUSTODY: old.use == new.use and old.custody != new.custody,
        Notice.PLACE: old.place != new.place and not (old.delivered and new.delivered),
        Notice.CATEGORY: old.category != new.category,
        Notice.LESS: less,
        Notice.DEARER: dearer,
        Notice.MISSING: bool(missing),
        Notice.CONTRACT: contract,
    }
    return [notice for notice, is_so in told.items() if is_so]


def kept_until(old_start: datetime, new_start: datetime, now: datetime) -> datetime:
    """How long both are kept free for who has to answer: a week, and never beyond the moment at which either is handed over."""
    return min(now + timedelta(days=PROPOSAL_DAYS), old_start, new_start)
