"""Waiting for what is taken: the states of a place in the queue, and until when an offer stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from booking.rules.admission.finding import Finding, Verdict

LONGEST = timedelta(days=2)
SHORTEST = timedelta(hours=1)
MOST = 20  # places that one borrower has at once: who waits for everything waits for nothing

FREED_IN_TIME = frozenset({"asset_taken", "contingent_reserved", "work_does_not_fit", "work_of_another"})
"""The refusals that end when somebody else gives something back; any other refusal no queue can mend."""


class WaitingState(StrEnum):
    WAITING = "waiting"
    OFFERED = "offered"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    OVER = "over"


QUEUED = frozenset({WaitingState.WAITING, WaitingState.OFFERED})


def awaitable(found: Iterable[Finding]) -> bool:
    """True when something refuses, and only for as long as others have it."""
    refusing = {finding.code for finding in found if finding.verdict is Verdict.REFUSED}
    return bool(refusing) and refusing <= FREED_IN_TIME


def offer_until(now: datetime, latest: datetime) -> datetime | None:
    """Until when what came free is kept for somebody who may ask for it until `latest`: two days, and at most half of the time that is
    left, so that the next in the queue has a chance too. None when less than an hour would be.
    """
    until = now + min(LONGEST, (latest - now) / 2)
    return until.replace(second=0, microsecond=0) if until - now >= SHORTEST else None
