"""How ready an asset is for who asks, in one word with the one finding that decides it: what a list of many assets can say of each."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from booking.rules.admission.finding import Finding, Verdict


class Readiness(StrEnum):
    """From best to worst: confirmed at once; after an approval or a document; not to this borrower or use; not available then."""

    READY = "ready"
    NEEDS = "needs"
    NOT_FOR_YOU = "not_for_you"
    TAKEN = "taken"


WORST_LAST = tuple(Readiness)

# Refusals that have nothing to do with who asks: anyone would be told the same.
FOR_NOBODY = frozenset({"asset_taken", "handover_closed", "asset_out_of_service", "horizon_ledger", "inspection_failed"})

# Too late is too late everywhere: it hides no other asset, for its owner may set it aside when it decides.
MAY_REFUSE = frozenset({"notice_too_short"})

_EXPECTED = "desk_decides"  # said only when nothing more particular is to be said


def readiness(found: Sequence[Finding]) -> tuple[Readiness, Finding | None]:
    """The readiness that follows from all findings of a line, with the finding that decides; None where all is in order."""
    refusals = [finding for finding in found if finding.verdict is Verdict.REFUSED]
    if refusals:
        personal = next((finding for finding in refusals if finding.code not in FOR_NOBODY), None)
        return (Readiness.NOT_FOR_YOU, personal) if personal else (Readiness.TAKEN, refusals[0])
    waiting = [finding for finding in found if finding.verdict is not Verdict.OK and finding.waits]
    if waiting:
        return Readiness.NEEDS, min(waiting, key=_urgency)
    return Readiness.READY, None


def _urgency(finding: Finding) -> tuple[bool, bool]:
    """What the borrower can do something about comes first, what always happens last."""
    return finding.code == _EXPECTED, finding.verdict is not Verdict.NEEDS_DOCUMENT


def is_open(readiness: Readiness) -> bool:
    """True when it can be asked for."""
    return readiness in (Readiness.READY, Readiness.NEEDS)
