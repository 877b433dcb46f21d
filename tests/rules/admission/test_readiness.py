"""One word and one reason for all findings of a line."""

from __future__ import annotations

import pytest

from booking.rules.admission import Finding, Verdict
from booking.rules.admission.readiness import Readiness, is_open, readiness

OK = ("asset_free", Verdict.OK)
NOTICE = ("duration_allowed", Verdict.NOTICE)
DESK = ("desk_decides", Verdict.NEEDS_APPROVAL)
CLAIM = ("membership_unverified", Verdict.NEEDS_APPROVAL)
PAPER = ("liability_missing", Verdict.NEEDS_DOCUMENT)
TAKEN = ("asset_taken", Verdict.REFUSED)
SHUT = ("handover_closed", Verdict.REFUSED)
NOT_LENT = ("not_eligible", Verdict.REFUSED)


@pytest.mark.parametrize(
    ("found", "how", "reason"),
    [
        ([OK], Readiness.READY, None),
        ([OK, NOTICE], Readiness.READY, None),
        ([OK, DESK], Readiness.NEEDS, "desk_decides"),
        ([DESK, CLAIM], Readiness.NEEDS, "membership_unverified"),
        ([DESK, CLAIM, PAPER], Readiness.NEEDS, "liability_missing"),
        ([TAKEN, DESK, PAPER], Readiness.TAKEN, "asset_taken"),
        ([TAKEN, SHUT], Readiness.TAKEN, "asset_taken"),
        ([SHUT], Readiness.TAKEN, "handover_closed"),
        ([TAKEN, NOT_LENT], Readiness.NOT_FOR_YOU, "not_eligible"),
    ],
)
def test_the_gravest_decides_and_what_is_particular_comes_before_what_always_holds(
    found: list[tuple[str, Verdict]], how: Readiness, reason: str | None
) -> None:
    told, decisive = readiness([Finding(code, verdict, "X") for code, verdict in found])
    assert (told, decisive.code if decisive else None) == (how, reason)
    assert is_open(told) is (how in (Readiness.READY, Readiness.NEEDS))
