"""Where a regulation is in its life on a day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

AFTER_PUBLICATION = timedelta(days=5)


class Standing(StrEnum):
    """Drafts are seen by those who write them; from ANNOUNCED on it is public. What ended did so with a successor or without."""

    DRAFT = "draft"
    PROVEN = "proven"
    ANNOUNCED = "announced"
    IN_FORCE = "in_force"
    SUCCEEDED = "succeeded"
    EXPIRED = "expired"


def standing(state: str, first: date | None, last: date | None, today: date) -> Standing:
    """The standing of a regulation kept as `state`, in force from `first` up to and including `last`."""
    if first is None or state in ("draft", "proven"):
        return Standing.PROVEN if state == "proven" else Standing.DRAFT
    if today < first:
        return Standing.ANNOUNCED
    if last is not None and last < today:
        return Standing.SUCCEEDED if state == "succeeded" else Standing.EXPIRED
    return Standing.IN_FORCE


def in_force_from(published_on: date) -> date:
    """The fifth day after publication, when a regulation says nothing else (Decreet lokaal bestuur, art. 288)."""
    return min(published_on, date.max - AFTER_PUBLICATION) + AFTER_PUBLICATION
