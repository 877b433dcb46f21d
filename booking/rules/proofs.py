"""Where a proof stands, seen on a day: handed in, accepted, rejected, about to end, over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from booking.rules.admission.holding import VerdictCard

SOON = timedelta(days=60)
"""So long before its end whoever handed it in is asked to renew it."""


class ProofState(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    ENDS_SOON = "ends_soon"
    REJECTED = "rejected"
    ENDED = "ended"


def proof_state(verdicts: Sequence[VerdictCard], last: date | None, today: date) -> ProofState:
    """Accepted by one owner it serves all that do not want to judge themselves; rejected only when nobody accepted it."""
    if last is not None and last < today:
        return ProofState.ENDED
    newest = {verdict.authority: verdict for verdict in verdicts}
    if any(verdict.accepted for verdict in newest.values()):
        return ProofState.ENDS_SOON if last is not None and last - today <= SOON else ProofState.ACCEPTED
    return ProofState.REJECTED if newest else ProofState.WAITING
