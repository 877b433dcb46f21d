"""What a desk may set aside needs a reason for each thing, and what safety or the ledger forbids nobody sets aside."""

from __future__ import annotations

import pytest

from booking.rules.admission import NEVER_AT_HANDOVER, OVERRIDABLE, Finding, Verdict
from booking.rules.refusals import Refused, Taken
from booking.services.reservations.common import await_payment, settle
from tests.rules.admission.test_table import ROWS

REFUSING = sorted({row.code for _, row in ROWS if row.verdict is Verdict.REFUSED})

# By law or by nature: no reason makes an asset safe, there, or free (ARAB art. 280-281, Codex art. IV.3-7).
SAFETY = {
    "inspection_failed", "asset_out_of_service", "inspection_missing", "inspection_expires", "operator_missing", "operator_unverified",
}  # fmt: skip
LEDGER = {"asset_taken", "horizon_ledger"}


def refusal(code: str) -> Finding:
    return Finding(code, Verdict.REFUSED, "ZAN-HW-01")


@pytest.mark.parametrize("code", sorted(SAFETY | LEDGER))
def test_what_safety_or_the_ledger_forbids_is_on_no_list_to_set_aside(code: str) -> None:
    assert code not in OVERRIDABLE


@pytest.mark.parametrize("code", sorted({*REFUSING, *SAFETY, *LEDGER, *NEVER_AT_HANDOVER} - OVERRIDABLE))
def test_no_reason_sets_it_aside(code: str) -> None:
    with pytest.raises((Refused, Taken)):
        settle([refusal(code)], override=True, reason="Het moet", aside={code: "Het moet echt"})


@pytest.mark.parametrize("code", sorted(OVERRIDABLE))
def test_it_needs_a_reason_and_the_reason_is_given_back(code: str) -> None:
    found = [refusal(code)]
    with pytest.raises(Refused, check=lambda wrong: wrong.code == "request_refused"):
        settle(found, override=False, reason="Een reden zonder dat iemand iets opzij zet")
    with pytest.raises(Refused, check=lambda wrong: wrong.details["field"] == f"aside_{code}"):
        settle(found, override=False, reason="", aside={code: "  "})
    with pytest.raises(Refused, check=lambda wrong: wrong.details["field"] == "reason"):
        settle(found, override=True, reason=" ")
    assert settle(found, override=True, reason="Dorpsfeest") == {code: "Dorpsfeest"}
    assert settle(found, override=False, reason="", aside={code: "Dorpsfeest"}) == {code: "Dorpsfeest"}


def test_each_thing_needs_its_own_reason() -> None:
    both = [refusal("notice_too_short"), refusal("quota_used_up")]
    with pytest.raises(Refused, check=lambda wrong: wrong.code == "request_refused"):
        settle(both, override=False, reason="", aside={"notice_too_short": "Begrafenis"})
    assert len(settle(both, override=False, reason="", aside={"notice_too_short": "Begrafenis", "quota_used_up": "Laatste keer"})) == 2


def test_one_thing_that_may_not_be_set_aside_stops_all() -> None:
    with pytest.raises(Refused):
        settle([refusal("notice_too_short"), refusal("inspection_failed")], override=True, reason="Toch")


def test_a_payment_first_is_set_aside_with_a_reason_too() -> None:
    unpaid = [Finding("payment_before_confirmation", Verdict.NEEDS_DOCUMENT, "ZAN-HW-01")]
    with pytest.raises(Refused, check=lambda wrong: wrong.code == "payment_awaited"):
        await_payment(unpaid, override=False, reason="")
    assert await_payment(unpaid, override=False, reason="", aside={"payment_before_confirmation": "Factuur volgt"})


